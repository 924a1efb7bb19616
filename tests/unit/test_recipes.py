"""Workflows that build what strangers send: parsed, and held to what the documents promise."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.saltmarsh import place_files, with_fields
from tests.support.sites import ROOT, doorstep

ON = True
"""YAML 1.1, which PyYAML reads, takes the key ``on`` for true."""


def workflow(text: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(text)
    return loaded


def weaknesses(text: str) -> list[str]:
    """Return what a stranger's pull request could use in a workflow, each in a few words."""
    recipe = workflow(text)
    found = []
    if "pull_request" not in recipe[ON]:
        found.append("it does not build pull requests")
    # runs with the secrets of the repository and what the stranger wrote
    found += [each for each in ("pull_request_target", "workflow_run") if each in recipe[ON]]
    if "secrets." in text or "id-token" in text or "secrets: inherit" in text:
        found.append("secrets")
    permissions = [recipe.get("permissions"), *(
        job["permissions"] for job in recipe["jobs"].values() if "permissions" in job
    )]  # fmt: skip
    if any(each != {"contents": "read"} for each in permissions):
        found.append("permissions")
    for name, job in recipe["jobs"].items():
        if not 0 < job.get("timeout-minutes", 0) <= 30:
            found.append(f"{name} has no bound on its time")
        found += [
            f"{name} keeps the token of its checkout"
            for step in job["steps"]
            if str(step.get("uses", "")).startswith("actions/checkout@")
            and step.get("with", {}).get("persist-credentials") is not False
        ]
        # what a stranger chooses, put into a shell's own text
        found += [
            f"{name} puts words of the request into a command"
            for step in job["steps"]
            if "${{ github.event" in str(step.get("run", "")) or "${{ github.head" in str(step)
        ]
    return found


def test_our_own_checks_give_a_pull_request_nothing_to_take() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")

    assert weaknesses(text) == []


def recipe() -> str:
    """Return the workflow that docs/hosting.md gives for a place's pull requests."""
    section = (
        (ROOT / "docs" / "hosting.md").read_text("utf-8").partition("## Check pull requests")[2]
    )
    found = re.search(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workflow(recipe())["jobs"]["check"]["steps"]
    return found


def test_a_stranger_s_pull_request_is_checked_without_secrets_and_within_bounds() -> None:
    assert weaknesses(recipe()) == []


def test_of_a_stranger_s_pull_request_only_records_are_taken() -> None:
    ours, theirs = (
        step for step in steps() if str(step.get("uses")).startswith("actions/checkout")
    )
    runs = [step["run"] for step in steps() if "run" in step]

    assert ours["with"]["ref"] == "${{ github.base_ref }}"
    assert theirs["with"]["sparse-checkout"] == "content"
    assert steps().index(ours) < runs_at("pip install") < steps().index(theirs)
    assert any("mv place.yaml content/place.yaml" in run for run in runs)


def runs_at(words: str) -> int:
    return next(number for number, step in enumerate(steps()) if words in str(step.get("run")))


def test_a_stranger_s_records_are_read_without_a_network_and_within_bounds() -> None:
    last = steps()[-1]["run"]

    assert last.startswith("sudo unshare --net -- ")
    assert re.search(r" prlimit --cpu=\d+ --as=\d+ doorstep check --format github$", last)


def test_records_of_a_request_are_put_in_the_place_of_ours(tmp_path: Path) -> None:
    script = steps()[runs_at("mv proposed")]["run"]
    for name, text in {
        "content/place.yaml": "ours", "content/pages/old.md": "old", "themes/a/page.html": "ours",
        "proposed/content/place.yaml": "theirs", "proposed/content/pages/new.md": "new",
        "proposed/themes/a/page.html": "theirs",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    subprocess.run(["bash", "-euc", script], cwd=tmp_path, check=True)

    left = {path.relative_to(tmp_path).as_posix(): path.read_text()
            for path in tmp_path.rglob("*") if path.is_file()}  # fmt: skip
    assert left == {
        "content/place.yaml": "ours", "content/pages/new.md": "new", "themes/a/page.html": "ours",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [
        ("  pull_request:", "  pull_request_target:", "pull_request_target"),
        ("contents: read", "contents: write", "permissions"),
        ("timeout-minutes: 10", "name: x", "no bound"),
        ("persist-credentials: false", "fetch-depth: 1", "keeps the token"),
        ("pip install ./", "TOKEN=${{ secrets.X }} pip install ./", "secrets"),
        ("pip install ./", "echo ${{ github.event.pull_request.title }}; pip install ./", "words"),
    ],
)
def test_a_weak_workflow_is_told(was: str, is_now: str, told: str) -> None:
    weaker = recipe().replace(was, is_now)

    assert weaker != recipe()
    assert any(told in line for line in weaknesses(weaker))


def test_each_problem_is_marked_on_its_line(tmp_path: Path) -> None:
    path = "opportunities/robotics.md"
    files = {**place_files(), path: with_fields(path, "title: Robots\ntitel: Robots\n")}
    for name, content in files.items():
        target = tmp_path / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    ended = doorstep("check", "--format", "github", "--today", "2026-11-23", cwd=tmp_path)

    assert ended.status == 1
    assert ended.stdout.startswith(
        "::error file=content/opportunities/robotics.md,line=3,col=1,title=unknown-field::"
    )
    assert ended.stdout.count("\n") == 1


def test_a_preview_is_built_for_its_own_address() -> None:
    section = (
        (ROOT / "docs" / "hosting.md").read_text("utf-8").partition("## Check pull requests")[2]
    )
    found = re.search(r"```toml\n(.*?)```", section, re.DOTALL)
    assert found

    context = tomllib.loads(found[1])["context"]["deploy-preview"]

    assert context.keys() == {"command"}
    assert "--base-url $DEPLOY_PRIME_URL/" in context["command"]
