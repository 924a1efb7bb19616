"""`doorstep translate` and `doorstep check --translations`, as a local team runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.sites import BILINGUAL, doorstep


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A place's own theme, with one string of its own."""
    templates = tmp_path / "themes" / "ours" / "templates"
    templates.mkdir(parents=True)
    (tmp_path / "content").mkdir()
    page = '{% extends "base/not_found.html" %}{% block main %}{{ _("Go home") }}{% endblock %}'
    (templates / "not_found.html").write_text(page, "utf-8")
    return templates.parent


def test_a_team_adds_a_language_and_keeps_it_up_to_date(theme: Path) -> None:
    place = theme.parent.parent
    begun = doorstep("translate", "update", "fr", "--theme", "ours", cwd=place)

    french = theme / "locale" / "fr" / "messages.po"
    assert begun.status == 0, begun.stderr
    assert "themes/ours/locale/fr/messages.po: written; fr 0% (0 of " in begun.stdout
    assert 'msgid "Go home"' in french.read_text("utf-8")
    assert 'msgid "Save"' in french.read_text("utf-8")  # which nobody says in French yet

    page = theme / "templates" / "not_found.html"
    page.write_text(page.read_text("utf-8").replace("Go home", "Go back home"), "utf-8")
    behind = doorstep("translate", "update", "--theme", "ours", "--check", cwd=place)

    assert behind.status == 1
    assert "themes/ours/locale/fr/messages.po: would change" in behind.stdout
    assert "Go back home" not in french.read_text("utf-8")


def test_a_language_of_doorstep_lacks_only_the_theme_s_own_strings(theme: Path) -> None:
    doorstep("translate", "update", "cy", "--theme", "ours", cwd=theme.parent.parent)

    welsh = (theme / "locale" / "cy" / "messages.po").read_text("utf-8")
    assert welsh.count("\nmsgid ") == 2  # the header, and their own
    assert 'msgid "Go home"' in welsh


def test_a_theme_that_is_not_there_is_told(theme: Path) -> None:
    ended = doorstep("translate", "extract", "--theme", "theirs", cwd=theme.parent.parent)

    assert ended.status == 3
    assert "there are ours" in ended.stderr


def test_check_tells_programs_what_is_not_translated() -> None:
    ended = doorstep(
        "check", "--content", BILINGUAL, "--translations", "--format", "json",
        "--today", "2026-11-20",
    )  # fmt: skip

    assert ended.status == 0
    (welsh,) = json.loads(ended.stdout)["translations"]
    (rowing,) = welsh["missing"]
    assert rowing["nothing"]
    assert rowing["path"].endswith("opportunities/rowing.md")
    assert rowing["into"].endswith("opportunities/rowing.cy.md")
    assert [it["field"] for it in rowing["fields"]] == ["title", "summary", "body"]
    assert (welsh["language"], welsh["interface"]["percentage"]) == ("cy", 100)
