"""What a facet is: one question with answers to tick, declared once for all that offers it.

The finder's form, its index, the pages for browsers without script and the links to them are all
made from the declarations: those about opportunities are in ``declared.py``, those about badges and
pathways each in a file of that name.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.place import Place
from generator.model.said import Said
from generator.views.here import Here
from generator.views.labels import label

Asked = TypeVar("Asked")
"""What the question is about: an opportunity, a badge, a pathway."""

Reads = Callable[[Asked], tuple[str, ...]]
"""Gives a record's values, each once."""

Read = Reads[Opportunity]

Named = Iterable[tuple[str, Said]]
"""Values with what they are called, in the order in which people expect them."""


class Group(enum.StrEnum):
    """The part of the filter panel that a facet stands in; the template names each part."""

    WHAT = "what"
    WHERE = "where"
    COST = "cost"
    PEOPLE = "people"
    ACCESS = "access"
    JOINING = "joining"
    LEADING = "leading"
    SHOWING = "showing"
    EARNING = "earning"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetOf(Generic[Asked]):
    """One question, and how it is answered.

    ``reader`` is given the place once and returns what reads each of its records, so that what
    depends on the place alone is not looked up fifty thousand times.
    """

    name: str
    """Its name in the form, the index and addresses."""
    words: Callable[[Here], str]
    """What it is called."""
    group: Group
    """Where it stands in the filter panel."""
    reader: Callable[[Place], Reads[Asked]]
    """Reads a record's values."""
    choices: Callable[[Here], Named]
    """All values that may be offered; a record may have others, which no one can tick."""
    all_of: bool = False
    """Whether two ticks ask for both. Who needs a ramp and a hearing loop needs both; who likes
    music and sport is glad of either."""
    own_pages: str = ""
    """What the addresses of its values' own pages begin with (``topics/``), else ""."""

    def page(self, value: str) -> str:
        """Return the address of a value's page: ``topics/music/``, ``explore/kind/course/``."""
        return f"{self.own_pages or f'explore/{self.name}/'}{value}/"


class Facet(FacetOf[Opportunity]):
    """A question about opportunities."""

    __slots__ = ()


class BadgeFacet(FacetOf[Badge]):
    """A question about badges."""

    __slots__ = ()


class PathwayFacet(FacetOf[Pathway]):
    """A question about pathways."""

    __slots__ = ()


def called(message: str) -> Callable[[Here], str]:
    """Return what says a marked interface string as a facet's name."""
    return lambda here: here.say(message)


def of_each(read: Reads[Asked]) -> Callable[[Place], Reads[Asked]]:
    """Return the reader of a facet whose values stand in the record itself."""
    return lambda _: read


def coded(labels: Mapping[str, str]) -> Callable[[Here], Named]:
    """Return the choices of a facet whose values are codes with labels, in the labels' order."""
    return lambda here: [(code, here.own(label(here, labels, code))) for code in labels]


def terms(scheme: str) -> Callable[[Here], Named]:
    """Return the choices of a facet whose values are terms, in the team's order."""
    return lambda here: [
        (term.id, here.said(term.label)) for term in here.place.taxonomy.scheme(scheme)
    ]


def by_name(choices: Callable[[Here], Named]) -> Callable[[Here], Named]:
    """Return the same choices by name: how a list is read that is too long to be taken in."""
    return lambda here: sorted(choices(here), key=lambda it: (here.order(it[1].words), it[0]))
