"""The same records as other search engines take them in: plain words, and values to filter by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.city.folder import CityFiles
from benchmarks.city.records import Fields

FACETS = ("topic", "skill", "career", "kind", "mode", "access", "cost", "badge")


@dataclass(frozen=True, slots=True)
class Listing:
    """An opportunity as a peer indexes it. ``words`` is what a visitor may search beside it."""

    path: str
    title: str
    summary: str
    body: str
    words: tuple[str, ...]
    facets: Mapping[str, tuple[str, ...]]


def listings(city: CityFiles) -> list[Listing]:
    """Return every opportunity of a city."""
    titles = {
        identifier: str(fields["title"])
        for made in city.records.values()
        for identifier, fields, _ in made
    }
    return [
        _listing(city, titles, identifier, fields, body)
        for identifier, fields, body in city.records["opportunities"]
    ]


def _listing(
    city: CityFiles, titles: Mapping[str, str], identifier: str, fields: Fields, body: str
) -> Listing:
    terms = {scheme: _many(fields.get(scheme)) for scheme in ("topics", "skills", "careers")}
    named = [city.labels[scheme][term] for scheme, held in terms.items() for term in held]
    named.append(titles[str(fields["organisation"])])
    if isinstance(fields["where"], str):
        named.append(titles[fields["where"]])
    return Listing(
        path=f"opportunities/{identifier}/",
        title=str(fields["title"]),
        summary=str(fields["summary"]),
        body=body,
        words=tuple(named),
        facets={
            "topic": terms["topics"],
            "skill": terms["skills"],
            "career": terms["careers"],
            "kind": _many(fields["kind"]),
            "mode": _many(fields["mode"]),
            "access": _many(fields.get("access")),
            "cost": ("free",) if fields["cost"] == "free" else ("costs",),
            "badge": ("any",) if "badges" in fields else (),
        },
    )


def _many(held: object) -> tuple[str, ...]:
    if isinstance(held, str):
        return (held,)
    return tuple(str(item) for item in held) if isinstance(held, list) else ()
