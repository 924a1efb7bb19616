"""What of a facet is worth offering: only answers that find something, and not what all share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.model.said import Said
from generator.views.facets.facet import Facet
from generator.views.here import Here

Answers = tuple[tuple[str, tuple[str, ...]], ...]
"""An opportunity's values by facet, as ``Findable.facets`` holds them."""

Counts = Mapping[tuple[str, str], int]
"""How many opportunities have each value, by facet and value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    """What the form sends."""
    words: Said
    """What it is called."""
    count: int
    """How many opportunities it finds on its own."""


def reader_of(place: Place, facets: Iterable[Facet]) -> Callable[[Opportunity], Answers]:
    """Return what reads an opportunity's values of all these facets."""
    readers = [(facet.name, facet.reader(place)) for facet in facets]

    def read_all(opportunity: Opportunity) -> Answers:
        return tuple((name, tuple(dict.fromkeys(read(opportunity)))) for name, read in readers)

    return read_all


def counted(answers: Iterable[Answers]) -> Counts:
    """Count how many have each value."""
    return Counter((name, value) for each in answers for name, values in each for value in values)


def offered(here: Here, facet: Facet, counts: Counts, total: int) -> tuple[Choice, ...]:
    """Return the choices that find something; none where each finds all of the ``total``.

    A place where everything is free gains nothing from a filter that says so.
    """
    found = tuple(
        Choice(value, words, counts[facet.name, value])
        for value, words in facet.choices(here)
        if counts.get((facet.name, value))
    )
    return found if any(choice.count < total for choice in found) else ()
