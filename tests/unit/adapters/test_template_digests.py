from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import meta

from generator.adapters.rendering_jinja import environment
from generator.adapters.template_digests import TemplateDigests, _named
from tests.support.pages import BASE_THEME, wordings

BASE = {
    "page.html": "{% from 'parts/card.html' import card %}{% block main %}{% endblock %}",
    "venue.html": '{% extends "page.html" %}',
    "badge.html": '{%- include ["parts/own.html", "parts/card.html"] ignore missing -%}',
    "any.html": "{% include name %}",
    "parts/card.html": "card",
    "apart.html": "{# nothing #}",
}


def digests(folder: Path, own: dict[str, str] | None = None, **changed: str) -> dict[str, str]:
    """Return the digest of each of the base theme's templates, a project's theme before it."""
    for name, text in {**BASE, **{f"{it}.html": text for it, text in changed.items()}}.items():
        (folder / "base" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "base" / name).write_text(text)
    for name, text in (own or {}).items():
        (folder / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "own" / name).write_text(text)
    made = TemplateDigests((folder / "own", folder / "base"))
    return {name: made.of(name) for name in BASE}


def changed_by(folder: Path, own: dict[str, str], before: dict[str, str] | None = None) -> set[str]:
    was = before or digests(folder)
    return {name for name, it in digests(folder, own).items() if it != was[name]}


@pytest.mark.parametrize(
    ("own", "changed"),
    [
        ({"apart.html": "x"}, {"apart.html", "any.html"}),
        ({"venue.html": "x"}, {"venue.html", "any.html"}),
        ({"page.html": "x"}, {"page.html", "venue.html", "any.html"}),
        ({"parts/own.html": "x"}, {"badge.html", "any.html"}),
        ({"parts/card.html": "x"}, {"page.html", "venue.html", "badge.html", "parts/card.html",
                                    "any.html"}),
        ({"venue.html": "{% extends 'base/venue.html' %}x"}, {"venue.html", "any.html"}),
    ],
)  # fmt: skip
def test_change_reaches_the_templates_that_it_has_a_part_in(
    tmp_path: Path, own: dict[str, str], changed: set[str]
) -> None:
    assert changed_by(tmp_path, own) == changed


def test_base_theme_s_own_is_read_through_the_project_s(tmp_path: Path) -> None:
    own = {"venue.html": "{% extends 'base/venue.html' %}"}
    before = digests(tmp_path, own)

    assert digests(tmp_path, own, venue="other")["venue.html"] != before["venue.html"]


def test_order_and_place_of_themes_do_not_matter_to_the_same_text(tmp_path: Path) -> None:
    one = digests(tmp_path / "one")
    two = digests(tmp_path / "two", {"apart.html": BASE["apart.html"]})

    assert one["apart.html"] == two["apart.html"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{% extends 'a.html' %}", ["a.html"]),
        ('{%-include "a.html"-%}', ["a.html"]),
        ("{% include ('a.html', 'b.html') %}", ["a.html", "b.html"]),
        ("{% include 'a.html' ignore missing with context %}", ["a.html"]),
        ("{% import 'a.html' as forms without context %}", ["a.html"]),
        ("{% from 'a.html' import one, two as three %}", ["a.html"]),
        ("{%\n  extends\n  'a.html'\n%}", ["a.html"]),
        ("{% include part %}", [None]),
        ("{% include 'parts/' ~ kind %}", ["parts/", None]),
        ("{% include 'a.html' if one else other %}", ["a.html", None]),
        ("{% extended %}{{ include }} include 'a.html'", []),
    ],
)
def test_names_are_found_in_tags(text: str, named: list[str | None]) -> None:
    assert list(_named(text)) == named


def test_all_that_jinja_finds_in_the_base_theme_is_found() -> None:
    templates = BASE_THEME / "templates"
    jinja = environment((BASE_THEME,), wordings().speak("en"), {})
    for path in templates.rglob("*.html"):
        text = path.read_text("utf-8")

        assert set(_named(text)) == set(meta.find_referenced_templates(jinja.parse(text))), path
