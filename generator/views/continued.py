"""Further pages of the list on the page of a topic, neighbourhood, venue or organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.model.page import Page
from generator.model.text import Text
from generator.views.cards import opportunity_cards
from generator.views.category import CategoryGroup, CategoryPage
from generator.views.frame import frame
from generator.views.here import Here, page
from generator.views.links import Link
from generator.views.pager import Part, numbered_frame, pager, parts


@dataclass(frozen=True, slots=True)
class ListOwner:
    """Whose page a list begins on: its address, what it is, its name, and what it is one of."""

    address: str
    kind: str
    name: Text
    section: str
    section_address: str


def continued(edition: Edition, owner: ListOwner, members: Sequence[str]) -> Iterator[Page]:
    """Yield the pages from the second on; none where the first holds everything."""
    for part in parts(len(members)):
        if not part.first:
            here = Here(edition, part.address(owner.address))
            yield page(here, "category.html", _page, owner, part, members)


def _page(here: Here, owner: ListOwner, part: Part, members: Sequence[str]) -> CategoryPage:
    section = Link(here.own(here.say(owner.section)), here.page(owner.section_address))
    around = frame(here, here.said(owner.name), trail=(section,))
    return CategoryPage(
        frame=numbered_frame(here, around, owner.address, part),
        question=here.say(owner.kind),
        title=here.said(owner.name),
        lead="",
        opportunities=opportunity_cards(here, part.of(members)),
        pager=pager(here, owner.address, part),
        others=CategoryGroup("", ()),
    )
