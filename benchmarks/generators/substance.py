"""What every generator's site says of a city: a page a record, its facts, what it is linked to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.city.records import Fields

SECTIONS = ("opportunities", "badges", "organisations", "venues", "pathways")
SCHEMES = ("topics", "skills", "careers")
PER_PAGE = 40
"""As many as one of our own list pages holds."""

SITE = "Bigger City (made up)"
_SHOWN_OTHERWISE = frozenset(
    ("title", "summary", "organisation", "issuer", "where", "badges", "image", "logo", "aliases")
) | frozenset(SCHEMES)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as a page of any generator."""

    section: str
    identifier: str
    title: str
    summary: str
    body: str
    organisation: str = ""
    """Who runs it, or issues it."""

    venue: str = ""
    badges: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of terms, by scheme."""

    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """All else that its author filled in: label, and values in words."""

    image: str = ""
    image_alt: str = ""

    @property
    def address(self) -> str:
        """The page, as every generator is told to write it, and ours does."""
        return f"{self.section}/{self.identifier}/index.html"


def entries(city: CityFiles) -> list[Entry]:
    """Return every record that has a page of its own, in the city's order."""
    titles = {
        identifier: str(fields["title"])
        for made in city.records.values()
        for identifier, fields, _ in made
    }
    return [
        _entry(section, identifier, fields, body, titles)
        for section in SECTIONS
        for identifier, fields, body in city.records[section]
    ]


def chunks(members: Sequence[Entry]) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Yield the pages of a list, counted from 1; an empty list has one page."""
    for number, first in enumerate(range(0, max(1, len(members)), PER_PAGE), start=1):
        yield number, members[first : first + PER_PAGE]


def front_matter(fields: Mapping[str, object]) -> str:
    """Return fields as YAML that every parser reads alike; what is empty is left out."""
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in fields.items()
        if value not in ("", [], {}, ())
    ]
    return f"---\n{''.join(lines)}---\n"


def plain_source(entry: Entry) -> str:
    """Return a record for a generator that leaves it to templates what a field means."""
    fields: dict[str, object] = {
        "title": entry.title,
        "description": entry.summary,
        "organisation": entry.organisation,
        "venue": entry.venue,
        "badges": entry.badges,
        **entry.terms,
        "image": entry.image,
        "image_alt": entry.image_alt,
        "facts": entry.facts,
    }
    return front_matter(fields) + entry.body


def write_pictures(city: CityFiles, folder: Path) -> None:
    """Write the city's pictures into a folder of files that are only copied."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in city.others.items():
        if path.startswith("images/"):
            (folder / Path(path).name).write_bytes(content)


def _entry(
    section: str, identifier: str, fields: Fields, body: str, titles: Mapping[str, str]
) -> Entry:
    where = fields.get("where")
    picture = fields.get("image") or fields.get("logo")
    shown = picture if isinstance(picture, Mapping) else {}
    facts = {
        name.replace("_", " ").capitalize(): tuple(_words(value, titles))
        for name, value in fields.items()
        if name not in _SHOWN_OTHERWISE
    }
    if isinstance(where, Mapping):
        facts["Where"] = tuple(_words(where, titles))
    return Entry(
        section=section,
        identifier=identifier,
        title=str(fields["title"]),
        summary=str(fields["summary"]) if "summary" in fields else "",
        body=body,
        organisation=str(fields.get("organisation") or fields.get("issuer") or ""),
        venue=where if isinstance(where, str) else "",
        badges=_ids(fields.get("badges")),
        terms={scheme: _ids(fields.get(scheme)) for scheme in SCHEMES},
        facts=facts,
        image=Path(str(shown.get("file", ""))).name,
        image_alt=str(shown.get("alt", "")),
    )


def _ids(held: object) -> tuple[str, ...]:
    return tuple(str(item) for item in held) if isinstance(held, list) else ()


def _words(value: object, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield what a page says of a value: a line an item, a mapping as "name: value"."""
    match value:
        case Mapping():
            named = (f"{name}: {', '.join(_words(item, titles))}" for name, item in value.items())
            yield "; ".join(named)
        case list() | tuple():
            for item in value:
                yield from _words(item, titles)
        case datetime():
            yield f"{value:%d %B %Y, %H:%M}"
        case date():
            yield f"{value:%d %B %Y}"
        case _:
            yield titles.get(str(value), str(value))
