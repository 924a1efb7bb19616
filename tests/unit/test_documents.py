"""Documents point at what is there, and say what the configuration says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.rules.policy import content_policy
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


def headers(file: str) -> dict[str, str]:
    """Return what a netlify.toml sends with every page."""
    rules = tomllib.loads((ROOT / file).read_text("utf-8"))["headers"]
    (found,) = [rule["values"] for rule in rules if rule["for"] == "/*"]
    return dict(found)


def policy(file: str) -> str:
    return headers(file)["Content-Security-Policy"]


def test_hosting_page_gives_the_headers_that_are_sent() -> None:
    page = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    given = [f"{name}: {value}\n" for name, value in headers("netlify.toml").items()]

    assert [line for line in given if line not in page] == []


def shown(language: str) -> str:
    """Return the one example of the hosting page in this language."""
    page = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    (example,) = re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return str(example)


def test_each_server_of_the_hosting_page_sends_the_same_headers() -> None:
    nginx = dict(re.findall(r'^    add_header (\S+) "(.+)" always;$', shown("nginx"), re.MULTILINE))
    apache = dict(re.findall(r'^Header always set (\S+) "(.+)"$', shown("apache"), re.MULTILINE))
    iis = ElementTree.fromstring(shown("xml").encode())  # noqa: S314 - it is our own page
    everywhere = iis.findall("./system.webServer/httpProtocol/customHeaders/add")

    assert nginx == apache == headers("netlify.toml")
    assert {it.get("name"): it.get("value") for it in everywhere} == nginx
    assert {it.get("path") for it in iis.findall("location")} == {"data", "badges"}


def test_new_place_is_served_with_the_same_headers() -> None:
    assert headers("generator/data/starter/netlify.toml") == headers("netlify.toml")


def test_host_asks_for_no_less_than_the_pages_themselves() -> None:
    own = set(content_policy(settings()).split("; "))

    assert own <= set(policy("netlify.toml").split("; "))
