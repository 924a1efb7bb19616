"""What of a facet is worth offering: only answers that find something, and not what all share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.place import Place
from generator.model.said import Said
from generator.views.facets.facet import Asked, FacetOf, Reads
from generator.views.here import Here

Answers = tuple[tuple[str, tuple[str, ...]], ...]
"""A record's values by facet, as ``Findable.facets`` holds them."""

Counts = Mapping[tuple[str, str], int]
"""How many records have each value, by facet and value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    """What the form sends."""
    words: Said
    """What it is called."""
    count: int
    """How many records it finds on its own."""


def reader_of(place: Place, facets: Iterable[FacetOf[Asked]]) -> Callable[[Asked], Answers]:
    """Return what reads a record's values of all these facets."""
    readers: list[tuple[str, Reads[Asked]]] = [(it.name, it.reader(place)) for it in facets]

    def read_all(record: Asked) -> Answers:
        return tuple((name, tuple(dict.fromkeys(read(record)))) for name, read in readers)

    return read_all


def counted(answers: Iterable[Answers]) -> Counts:
    """Count how many have each value."""
    return Counter((name, value) for each in answers for name, values in each for value in values)


def offered(here: Here, facet: FacetOf[Asked], counts: Counts, total: int) -> tuple[Choice, ...]:
    """Return the choices that find something; none where each finds all of the ``total``.

    A place where everything is free gains nothing from a filter that says so.
    """
    found = tuple(
        Choice(value, words, counts[facet.name, value])
        for value, words in facet.choices(here)
        if counts.get((facet.name, value))
    )
    return found if any(choice.count < total for choice in found) else ()
