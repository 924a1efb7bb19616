"""However much one record asks for, it is told by name, and all others are checked all the same."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator.model.problem import Severity
from generator.model.registry import KINDS
from tests.support.in_memory import build_in_memory, understand_in_memory
from tests.support.random_folders import Files, Wanted, seeded_folder, write_folder
from tests.support.record_text import record_file, yaml_file
from tests.support.sites import TODAY, doorstep
from tests.unit.adapters.test_markdown_apart import BOMBS


def place(**more: bytes) -> Files:
    return {**seeded_folder(9, Wanted(size=12, hidden_from_readers=False)), **more}


def page(fields: dict[str, object], body: str = "") -> bytes:
    return record_file({"title": "A page", **fields}, body).encode()


def test_records_that_take_too_much_are_told_by_file_and_all_others_are_checked(
    tmp_path: Path,
) -> None:
    hostile: Files = {f"pages/{kind}.md": page({}, body) for kind, body in BOMBS.items()}
    hostile |= {
        "pages/many.md": page({"aliases": [f"a{number}" for number in range(5_000)]}),
        "pages/deep.md": b"---\ntitle: " + b"[" * 30_000 + b"\n---\n",
        "pages/large.md": page({}, "x" * 70_000),
        "pages/brackets.md": page({}, "[" * 60_000),
    }
    wrong = {"pages/last.md": page({"titel": "x"})}
    write_folder(tmp_path / "content", {**place(), **hostile, **wrong})

    ended = doorstep(
        "check", "--content", "content", "--today", TODAY, "--format", "json", cwd=tmp_path
    )

    problems = json.loads(ended.stdout)["problems"]
    errors = {one["path"] for one in problems if one["severity"] == "error"}
    assert errors == {f"content/{path}" for path in (*hostile, *wrong)}
    assert {one["code"] for one in problems if one["path"] == "content/pages/last.md"} == {
        "unknown-field"
    }
    assert "Traceback" not in ended.stderr


def chain(kind: str, length: int) -> Files:
    """Return a place in which so many records of a kind lead from one to the next."""
    files = place()
    folder = next(each.folder for each in KINDS if each.name == kind)
    base = files[f"{folder}/{kind}-1.md"].decode()
    link = {"badge": "requires", "opportunity": "next"}[kind]
    kept = [line for line in base.splitlines() if not line.startswith((f"{link}:", "aliases:"))]
    for number in range(length):
        following = f"{link}: [link-{number + 1}]" if number + 1 < length else ""
        text = "\n".join([kept[0], following, *kept[1:]])
        files[f"{folder}/link-{number}.md"] = text.encode()
    return files


def steps(length: int) -> Files:
    """Return a place with a pathway of so many steps."""
    fields = {
        "title": "Far", "summary": "A long way.", "goal": "To arrive.",
        "steps": [{"text": f"Step {number}"} for number in range(length)],
    }  # fmt: skip
    return place(**{"pathways/far.md": record_file(fields).encode()})


def ancestry(length: int) -> Files:
    """Return a place whose topics each stand below the one before."""
    topics = [
        {"id": f"topics-{number}", "label": f"Topic {number}",
         **({"parent": f"topics-{number - 1}"} if number > 1 else {})}
        for number in range(1, length + 1)
    ]  # fmt: skip
    files = place()
    files["taxonomy.yaml"] += yaml_file({"topics": topics}).encode()
    text = files["taxonomy.yaml"].decode().splitlines()
    first = next(number for number, line in enumerate(text) if line.startswith("topics:"))
    files["taxonomy.yaml"] = "\n".join([*text[:first], *text[first + 1 :]]).encode()
    return files


def errors_of(files: Files) -> list[tuple[str, str]]:
    problems = understand_in_memory(files).problems
    return [(one.code, one.mark.path) for one in problems if one.severity is Severity.ERROR]


def test_chain_longer_than_python_s_stack_is_understood() -> None:
    assert errors_of(chain("badge", sys.getrecursionlimit() + 200)) == []


def test_pathway_of_more_steps_than_anybody_walks_is_told() -> None:
    assert errors_of(steps(400)) == []
    assert errors_of(steps(2_000)) == [("too-many", "content/pathways/far.md")]


def test_topics_below_topics_beyond_python_s_stack_are_built() -> None:
    built = build_in_memory(ancestry(sys.getrecursionlimit() + 200))

    assert [one for one in built.problems if one.severity is Severity.ERROR] == []
    assert "topics/topics-1000/index.html" in built.files


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["badge", "opportunity"])
def test_chain_of_ten_thousand_is_built(kind: str) -> None:
    built = build_in_memory(chain(kind, 10_000))

    assert [one for one in built.problems if one.severity is Severity.ERROR] == []
    assert built.files
