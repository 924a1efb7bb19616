"""A page for each kind of record and each file of the place: its fields, from the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.declaration import Declaration, declarations
from generator.model.registry import KINDS, Kind
from generator.model.settings import Settings
from generator.model.shapes import Group, Many, Shape
from generator.model.taxonomy import Taxonomy
from generator.rules.geocodes import GeocodeEntry
from generator.rules.translations import TranslationEntry
from generator.workflows.reference.shapes_in_words import in_words
from generator.workflows.reference.writing import HEAD, table

_STAR = "A star: needed to publish. A draft may miss anything."


@dataclass(frozen=True, slots=True)
class FieldPage:
    """One page: its file's name, its heading, what stands first, and the type that is described."""

    name: str
    title: str
    opening: str
    type: type


def _of_kind(kind: Kind) -> FieldPage:
    opening = (
        f"A file in `{kind.folder}/`: fields between two lines of `---`, then text in Markdown. "
        "The file's name, without `.md`, is the record's id and for ever part of its address."
    )
    return FieldPage(kind.name, kind.name.capitalize(), opening, kind.type)


FIELD_PAGES = (
    *(_of_kind(kind) for kind in KINDS),
    FieldPage(
        "translation",
        "Translation",
        "A file such as `opportunities/robotics.cy.md` beside `robotics.md`. It holds those fields "
        "of the record that are words, in the other language, and of a list as many items as the "
        "record has; an item with nothing to translate is left empty (`~`). Besides, it may hold:",
        TranslationEntry,
    ),
    FieldPage("place", "place.yaml", "What is true of the whole place.", Settings),
    FieldPage("taxonomy", "taxonomy.yaml", "The words that records are described with.", Taxonomy),
    FieldPage(
        "geocodes",
        "geocodes.yaml",
        "What each venue's address resolved to: the venue's id, and under it these fields. "
        "`doorstep geocode` writes it; a person reviews it.",
        GeocodeEntry,
    ),
)
"""Every page of fields there is."""


def field_page(page: FieldPage) -> str:
    """Return a page."""
    groups = list(_groups(page.type))
    headings = _headings(groups)
    parts = [f"# {page.title}", HEAD, page.opening, _STAR, _fields(page.type, headings)]
    for group, _ in groups:
        parts += [f"## {headings[group]}", _described(group), _fields(group, headings)]
    return "\n\n".join(parts) + "\n"


def _fields(described: type, headings: dict[type, str]) -> str:
    rows = (
        (_name(field), in_words(field.shape, headings), _help(field))
        for field in declarations(described)
    )
    return table(("Field", "Holds", "What it is"), rows)


def _name(field: Declaration) -> str:
    return f"`{field.name}`{'*' if field.required else ''}"


def _help(field: Declaration) -> str:
    default = field.left_out
    return field.help if default is None else f"{field.help} Left out: `{default}`."


def _groups(described: type) -> Iterator[tuple[type, str]]:
    """Yield each group below a type once, in the order in which a reader meets them."""
    seen: dict[type, str] = {}
    waiting = [(described, "")]
    while waiting:
        here, _ = waiting.pop(0)
        for field in declarations(here):
            group = _group_of(field.shape)
            if group is not None and group not in seen:
                seen[group] = field.name
                waiting.append((group, field.name))
    yield from seen.items()


def _group_of(shape: Shape) -> type | None:
    if isinstance(shape, Many):
        return _group_of(shape.of)
    return shape.type if isinstance(shape, Group) else None


def _headings(groups: list[tuple[type, str]]) -> dict[type, str]:
    """Return each group's heading: the field it is met under, made distinct where two share it."""
    used: dict[str, int] = {}
    found = {}
    for group, name in groups:
        used[name] = used.get(name, 0) + 1
        found[group] = name if used[name] == 1 else f"{name} {used[name]}"
    return found


def _described(group: type) -> str:
    return " ".join(re.split(r"\n\s*\n", (group.__doc__ or "").strip())[0].split())
