"""Templates and views agree in both directions, and every field says what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from jinja2 import Environment, meta, nodes

from generator.adapters.rendering_jinja import environment
from generator.model.page import Page
from generator.model.street_map import StreetMap
from generator.views.documented import field_docs
from generator.views.templates import TEMPLATES
from tests.support.crowded_place import crowded_place
from tests.support.full_place import full_place
from tests.support.pages import BASE_THEME, planned, wordings
from tests.support.street_maps import a_street_map


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    streets = StreetMap(a_street_map(), "assets/basemap/basemap-0a1b2c3d.pmtiles")
    made = (*planned(full_place(street_map=streets)), *planned(crowded_place()))
    return [it for it in made if isinstance(it, Page)]


def base_environment() -> Environment:
    return environment((BASE_THEME,), wordings().speak("en"), {})


def used(drawing: Environment, name: str) -> set[str]:
    """Return the variables that a template and all that it extends or includes ask for."""
    source, _, _ = drawing.loader.get_source(drawing, name)  # type: ignore[union-attr] # it has one
    tree = drawing.parse(source)
    found = meta.find_undeclared_variables(tree)
    for other in meta.find_referenced_templates(tree):
        if other and not other.startswith("parts/"):
            found |= used(drawing, other)
    imported = {str(it) for part in tree.find_all(nodes.FromImport) for it in part.names}
    return found - imported - set(drawing.globals)


def views_within(value: object) -> Iterator[type]:
    """Yield the types of a view and of every value of the views' own within it."""
    if isinstance(value, tuple):
        for item in value:
            yield from views_within(item)
    elif is_dataclass(value) and not isinstance(value, type):
        if type(value).__module__.startswith("generator.views."):
            yield type(value)
        for item in fields(value):
            yield from views_within(getattr(value, item.name))


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_template_asks_for_exactly_what_its_view_holds(name: str) -> None:
    held = {item.name for item in fields(TEMPLATES[name])}

    assert used(base_environment(), name) == held


def test_every_page_is_drawn_by_a_template_with_its_own_view(pages: list[Page]) -> None:
    drawn_by = {(page.template, type(page.view)) for page in pages}

    assert drawn_by == set(TEMPLATES.items())


def test_every_field_of_every_view_says_what_it_holds(pages: list[Page]) -> None:
    views = {view for page in pages for view in views_within(page.view)}

    silent = [
        f"{view.__name__}.{field}"
        for view in views
        for field, text in field_docs(view).items()
        if not text.endswith((".", "…"))
    ]

    assert silent == []


def test_every_field_of_every_view_is_shown_by_the_base_theme(pages: list[Page]) -> None:
    drawing = base_environment()
    asked: set[tuple[type, str]] = set()
    plain = drawing.getattr

    def noting(value: object, attribute: str) -> object:
        asked.add((type(value), attribute))
        return plain(value, attribute)

    drawing.getattr = noting  # type: ignore[assignment] # compiled templates ask by this name
    for page in pages:
        asked |= {(type(page.view), item.name) for item in fields(page.view)}  # type: ignore[arg-type] # a view is a dataclass
        variables = {item.name: getattr(page.view, item.name) for item in fields(page.view)}  # type: ignore[arg-type] # as above
        drawing.get_template(page.template).render(variables)
    views = {view for page in pages for view in views_within(page.view)}

    unused = [
        f"{view.__name__}.{item.name}"
        for view in sorted(views, key=lambda it: it.__name__)
        for item in fields(view)
        if (view, item.name) not in asked
    ]

    assert unused == []
