"""Documents point at what is there, and say what the configuration says."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from generator.model.settings import HOSTS
from generator.rules.hosting import policy_of
from generator.rules.hosts.every import BY_NAME
from scripts.pictures.taking import LARGEST, STEPS
from tests.support.places import settings

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def documents() -> list[Path]:
    folders = [ROOT / "docs", ROOT / "benchmarks"]
    found = [*ROOT.glob("*.md"), *(path for each in folders for path in each.rglob("*.md"))]
    # `make bench` installs packages below benchmarks, whose documents are others' business
    return sorted(path for path in found if "node_modules" not in path.parts)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(path: Path) -> set[str]:
    """Return the fragments that GitHub gives to a document's headings."""
    headings = HEADING.findall(CODE.sub("", path.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def trouble(document: Path, link: str) -> str:
    if re.match(r"[a-z]+:", link):
        return ""
    address, _, fragment = link.partition("#")
    target = (document.parent / address).resolve() if address else document
    if not target.exists():
        return f"{link} is not there"
    if fragment and fragment not in anchors(target):
        return f"{link} has no such heading"
    return ""


@pytest.mark.parametrize("document", documents(), ids=named)
def test_links_lead_somewhere(document: Path) -> None:
    links = LINK.findall(CODE.sub("", document.read_text("utf-8")))

    broken = [reason for link in links if (reason := trouble(document, link))]

    assert broken == []


def pictures() -> list[tuple[str, Path, str]]:
    """Return each picture in a document: the document, the file, the words in its stead."""
    return [
        (named(document), document.parent / address, alt)
        for document in documents()
        for alt, address in PICTURE.findall(CODE.sub("", document.read_text("utf-8")))
    ]


def test_every_picture_is_there_small_and_said_in_words() -> None:
    shown = pictures()

    assert [where for where, file, _ in shown if not file.is_file()] == []
    assert [file.name for _, file, _ in shown if file.stat().st_size > LARGEST] == []
    assert [where for where, _, alt in shown if len(alt.split()) < 5] == []
    assert {file.name for _, file, _ in shown} == {f"{name}.webp" for name in STEPS}


def test_every_document_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    linked = {(ROOT / "docs" / link.partition("#")[0]).resolve() for link in LINK.findall(index)}

    lost = [named(path) for path in (ROOT / "docs").rglob("*.md") if path not in linked]

    assert lost == ["docs/README.md"]


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def shown(name: str, language: str) -> list[str]:
    """Return a page's examples in a language, each without what it is indented by."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", page(name), re.MULTILINE | re.DOTALL)
    return [dedent(example) for _, example in found]


def test_hosting_page_gives_the_headers_and_types_that_are_sent() -> None:
    policy = policy_of(settings(url="https://learning.example.org/"))
    given = [f"{name}: {value}\n" for name, value in policy.everywhere]
    types = re.findall(r"^\| `(\.\w+)` \| `([^`]+)` \|$", page("hosting.md"), re.MULTILINE)

    assert [line for line in given if line not in page("hosting.md")] == []
    assert dict(types).items() <= policy.types.items()
    assert {".geojson", ".ics", ".webmanifest", ".pmtiles", ".json"} <= dict(types).keys()
    assert page("hosting.md").count(f"`Cache-Control: {policy.kept}`") == 1
    assert page("hosting.md").count(f"`Cache-Control: {policy.asked_again}`") == 1
    assert [it for it in policy.lasting if f"`/{it}*`" not in page("hosting.md")] == []


def test_each_host_has_a_page_and_its_setting_there() -> None:
    row = re.compile(r"^\| .+? \| `(\w+)` \| \[.+?\]\((hosts/\S+?)\)", re.MULTILINE)
    table = row.findall(page("hosting.md"))

    assert {name for name, _ in table} == set(HOSTS)
    for name, address in table:
        settings_shown = [it for it in shown(address, "yaml") if "host: " in it]
        assert settings_shown or name == "netlify", address
        assert all(yaml.safe_load(it)["host"] == name for it in settings_shown)


def test_page_of_a_host_says_what_it_cannot_do() -> None:
    for host in BY_NAME.values():
        (row,) = re.findall(rf"^\|.*\| `{host.name}` \|.*$", page("hosting.md"), re.MULTILINE)
        assert ("no “gone”" in row) == (not host.says_gone)
        assert ("no redirects" in row) == (not host.redirects)
        assert ("no headers" in row) == (not host.sends_headers)


def test_workflow_of_the_hosting_page_is_the_one_that_is_written() -> None:
    written = BY_NAME["github"].beside(policy_of(settings())).files

    assert next(iter(written.values())) in shown("hosting.md", "yaml")
