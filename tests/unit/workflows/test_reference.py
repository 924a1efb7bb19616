from __future__ import annotations

import re

import pytest

from generator.cli import main
from generator.model.codes import CODES
from generator.model.declaration import declarations
from generator.views.templates import TEMPLATES
from generator.workflows.reference import reference
from generator.workflows.reference.fields import FIELD_PAGES, FieldPage
from tests.support.sites import ROOT

REFERENCE = ROOT / "docs" / "reference"
PAGES = reference(main.commands)


def headings(page: str, level: int) -> list[str]:
    told = re.sub(r"^```.*?^```$", "", PAGES[page], flags=re.MULTILINE | re.DOTALL)  # examples
    return re.findall(rf"^{'#' * level} (.+)$", told, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_says_what_the_program_declares(name: str) -> None:
    written = (REFERENCE / name).read_text("utf-8")

    assert written == PAGES[name], f"docs/reference/{name} is out of date: run `make reference`"


def test_no_page_is_left_over() -> None:
    left = {path.name for path in REFERENCE.iterdir()} - PAGES.keys()

    assert left == set(), "run `make reference`"


def test_every_code_has_its_heading() -> None:
    assert sorted(headings("problems.md", 3)) == sorted(CODES)


def test_every_command_has_its_heading() -> None:
    assert headings("commands.md", 2) == [f"doorstep {name}" for name in sorted(main.commands)]


def test_every_view_of_a_template_has_its_heading() -> None:
    assert {view.__name__ for view in TEMPLATES.values()} <= set(headings("templates.md", 3))


@pytest.mark.parametrize("page", FIELD_PAGES, ids=lambda page: page.name)
def test_every_field_is_told_with_its_star(page: FieldPage) -> None:
    text = PAGES[f"{page.name}.md"]

    for field in declarations(page.type):
        assert f"| `{field.name}`{'*' if field.required else ''} |" in text


@pytest.mark.parametrize("name", sorted(PAGES))
def test_links_within_a_page_lead_to_its_headings(name: str) -> None:
    anchors = {
        heading.lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", PAGES[name], re.MULTILINE)
    }

    links = set(re.findall(r"\]\(#([^)]+)\)", PAGES[name]))

    assert links - anchors == set()


def test_invisible_characters_are_named_on_a_page() -> None:
    assert "Ro⟨U+200B⟩bots" in PAGES["problems.md"]
