"""The guides, followed to the letter in an empty folder, lead where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.sites import ROOT, TODAY, Finished, doorstep, write_files

BLOCK = re.compile(r"^```(\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FIRST_HOUR = (ROOT / "docs" / "first-hour.md").read_text("utf-8")


def examples(document: str, language: str) -> list[str]:
    text = (ROOT / "docs" / document).read_text("utf-8")
    return [block for marked, block in BLOCK.findall(text) if marked == language]


def edit(record: Path, **fields: str) -> None:
    """Do to a record what the page asks for: write fields, and take the draft's mark away."""
    text = re.sub(r"^draft:.*\n", "", record.read_text("utf-8"), flags=re.MULTILINE)
    for name, value in fields.items():
        text, done = re.subn(rf"^(?:# )?{name}:.*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert done == 1, f"{record.name} has no line for {name}"
    record.write_text(text, "utf-8")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    place = ("--name", "Our Town", "--postcode", "NP20 4UR", "--today", TODAY)
    ended = doorstep("init", "our-town", *place, cwd=tmp_path)
    assert ended.status == 0, ended.stderr
    return tmp_path / "our-town"


def check(town: Path) -> Finished:
    return doorstep("check", "--today", TODAY, cwd=town)


def test_first_hour_leads_to_a_site_of_ones_own(town: Path) -> None:
    content = town / "content"
    made = re.findall(r'^doorstep new (\S+) "(.+)"$', FIRST_HOUR, re.MULTILINE)
    for kind, title in made:
        assert doorstep("new", kind, title, "--today", TODAY, cwd=town).status == 0

    edit(content / "venues/central-library.md", postcode="NP20 1PA")
    edit(content / "organisations/library-makers.md")
    edit(content / "opportunities/try-clay.md", organisation="library-makers", kind="class")
    stopped = check(town)
    edit(content / "opportunities/try-clay.md", kind="workshop", badges="[first-pot]")
    safeguarding = next(
        each for each in examples("first-hour.md", "yaml") if "safeguarding" in each
    ).partition(": ")[2]
    edit(content / "organisations/library-makers.md", safeguarding=safeguarding.strip())
    edit(content / "badges/first-pot.md", issuer="library-makers")
    for name in re.findall(r"content/\S+\.md", "".join(re.findall(r"^rm .*$", FIRST_HOUR, re.M))):
        (town / name).unlink()
    done = check(town)

    told = [line for line in stopped.stdout.splitlines() if line.startswith("content/")]
    shown = re.findall(r"^content/[^…\n]*?\] ", FIRST_HOUR, re.MULTILINE)
    assert len(told) == len(shown) == 2
    assert all(line.startswith(begun) for line, begun in zip(told, shown, strict=True))
    assert (done.status, done.stdout) == (0, "no problems\n")
    assert doorstep("build", "--today", TODAY, cwd=town).status == 0
    page = (town / "site/opportunities/try-clay/index.html").read_text("utf-8")
    assert "Central Library" in page
    assert "First pot" in page


def test_theme_guide_changes_every_page_it_says(town: Path) -> None:
    page, opportunity, not_found = examples("themes.md", "jinja")
    (style,) = examples("themes.md", "css")
    (words,) = examples("themes.md", "po")
    files = {
        "templates/page.html": page,
        "templates/opportunity.html": opportunity,
        "templates/not_found.html": not_found,
        "assets/css/ours.css": style,
        "locale/en/messages.po": words,
    }
    write_files(town / "themes" / "ours", files)

    ended = doorstep("build", "--theme", "ours", "--today", TODAY, cwd=town)

    assert ended.status == 0, ended.stderr
    pages = {path: path.read_text("utf-8") for path in (town / "site").rglob("*.html")}
    robots = pages[town / "site/opportunities/build-a-robot/index.html"]
    assert [path for path, text in pages.items() if "assets/css/ours.css" not in text] == []
    assert "Bring a friend!" in robots
    assert "In short" in robots
    assert "At a glance" not in robots
    assert "Go back to the beginning" in pages[town / "site/404.html"]
    assert (town / "site/assets/css/ours.css").read_text("utf-8") == style
