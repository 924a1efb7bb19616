"""The guides, followed to the letter in an empty folder, lead where they say."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from generator.cli import RECORD_KINDS
from scripts.pictures import hour
from tests.support.sites import ROOT, TODAY, Finished, doorstep, write_files

BLOCK = re.compile(r"^```(\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FIRST_HOUR = (ROOT / "docs" / "first-hour.md").read_text("utf-8")


def examples(document: str, language: str) -> list[str]:
    text = (ROOT / "docs" / document).read_text("utf-8")
    return [block for marked, block in BLOCK.findall(text) if marked == language]


def run(words: list[str], folder: Path) -> None:
    ended = doorstep(*words, "--today", TODAY, cwd=folder)
    assert ended.status == 0, ended.stderr


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return hour.start(tmp_path, run)


def check(town: Path) -> Finished:
    return doorstep("check", "--today", TODAY, cwd=town)


def searched(document: str, folder: Path) -> list[str]:
    """Return the lines that a page's own search finds in a folder."""
    page = (ROOT / "docs" / document).read_text("utf-8")
    (search,) = re.findall(r"^grep .*$", page, re.MULTILINE)
    ended = subprocess.run(
        shlex.split(search), cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return ended.stdout.splitlines()


def our_words(town: Path) -> list[str]:
    """Return where words that are still ours stand, as file and line."""
    return searched("first-hour.md", town)


def test_first_hour_leads_to_a_site_of_ones_own(town: Path) -> None:
    hour.write_records(town, run)
    draft = check(town)
    hour.make_a_mistake(town)
    stopped = check(town)
    hour.mend_the_mistake(town)
    mended = check(town)
    hour.write_badge(town, run)
    hour.take_examples_away(town)
    done = check(town)

    told = [line for line in stopped.stdout.splitlines() if line.startswith("content/")]
    shown = re.findall(r"^content/[^…\n]*?\] ", FIRST_HOUR, re.MULTILINE)
    assert len(told) == len(shown) == 2
    assert all(line.startswith(begun) for line, begun in zip(told, shown, strict=True))
    for ended in (draft, mended, done):
        assert (ended.status, ended.stdout) == (0, "no problems\n")
    assert doorstep("build", "--today", TODAY, cwd=town).status == 0
    page = (town / "site/opportunities/try-clay/index.html").read_text("utf-8")
    assert "Central Library" in page
    assert "First pot" in page


def test_words_that_are_still_ours_are_found_and_those_of_an_editor_are_not(town: Path) -> None:
    for kind in RECORD_KINDS:
        run(["new", kind, "Nothing of ours"], town)
    templates = {line.partition(":")[0] for line in our_words(town)}
    for path in (town / "content").rglob("nothing-of-ours.md"):
        path.unlink()
    hour.write_records(town, run)
    hour.mend_the_mistake(town)
    hour.write_badge(town, run)
    hour.take_examples_away(town)
    left = our_words(town)

    assert {path for path in templates if "nothing-of-ours" in path} == {
        f"content/{folder}/nothing-of-ours.md"
        for folder in ("badges", "opportunities", "organisations", "pages", "pathways", "venues")
    }
    # what the page says to change in place.yaml, and the address that it gives as an example
    assert {line.partition(":")[0] for line in left} == {"content/place.yaml", hour.ORGANISATION}
    assert [line for line in left if "safeguarding" not in line and "place.yaml" not in line] == []


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
    (ours,) = (town / "site/assets/kept").glob("ours.*.css")
    assert [path for path, text in pages.items() if f"assets/kept/{ours.name}" not in text] == []
    assert "Bring a friend!" in robots
    assert "In short" in robots
    assert "At a glance" not in robots
    assert "Go back to the beginning" in pages[town / "site/404.html"]
    assert ours.read_text("utf-8") == style


def test_search_of_the_hosting_page_finds_what_comes_from_elsewhere(newport: Path) -> None:
    ours = searched("hosting.md", newport.parent)
    foreign = '<script src="https://elsewhere.example/count.js"></script>'
    write_files(newport.parent / "another" / "site", {"index.html": foreign})
    found = searched("hosting.md", newport.parent / "another")

    assert newport.name == "site"
    assert ours == []
    assert found == [foreign.removesuffix("</script>")]


def test_statement_of_the_hosting_page_can_stand_in_a_place(town: Path) -> None:
    (statement,) = [it for it in examples("hosting.md", "yaml") if it.startswith("statement:")]
    place = town / "content/place.yaml"
    place.write_text(place.read_text("utf-8") + statement, encoding="utf-8")

    ended = check(town)

    assert (ended.status, ended.stdout) == (0, "no problems\n")


def test_file_for_a_server_stays_in_the_folder_when_it_is_published_again(town: Path) -> None:
    assert doorstep("build", "--today", TODAY, cwd=town).status == 0
    write_files(
        town / "site", {".htaccess": "Options -Indexes\n", "web.config": "<configuration/>"}
    )

    hour.write_records(town, run)
    assert doorstep("build", "--today", TODAY, "--drafts", cwd=town).status == 0

    assert (town / "site/opportunities/try-clay/index.html").is_file()
    assert (town / "site/.htaccess").read_text("utf-8") == "Options -Indexes\n"
    assert (town / "site/web.config").is_file()
