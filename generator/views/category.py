"""Category pages: what /explore/ offers to those whose browser runs no script.

Each is one answer to one question, since every combination would be too many pages. What has pages
of its own, as topics and neighbourhoods have, is linked there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.model.finding import Findable
from generator.model.said import Said
from generator.model.tracing import Read, noted_again, noting
from generator.views.cards import (
    OpportunityCard,
    opportunity_card,
    opportunity_count,
)
from generator.views.facets.declared import BROWSED, FACETS
from generator.views.facets.facet import Facet
from generator.views.facets.offering import Choice, counted, offered, reader_of
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.links import Link
from generator.views.order import soonest_first
from generator.views.pager import Pager, Part, numbered_frame, pager, parts

Reads = tuple[Read, ...]
Cards = Callable[[Here, Iterable[str]], Iterable[OpportunityCard]]

_NAMED = {facet.name: facet for facet in BROWSED}

MOST_LINKS = 24
"""Of what has a page that lists it all, more would make /explore/ a directory."""


@dataclass(frozen=True, slots=True)
class Category:
    """One answer to one question, with the ids of what is listed under it, soonest first."""

    facet: Facet
    choice: Choice
    members: tuple[str, ...]

    def sheets(self, categories: Iterable[Category]) -> Iterator[CategorySheet]:
        """Yield its pages; ``categories`` are all there are."""
        others = tuple(it.choice for it in categories if it.facet is self.facet and it is not self)
        for part in parts(len(self.members)):
            listed = tuple(part.of(self.members))
            yield CategorySheet(self.facet.name, self.choice, part, listed, others)


@dataclass(frozen=True, slots=True)
class CategorySheet:
    """All that one page of a category is made from: plain words and ids."""

    facet: str
    choice: Choice
    part: Part
    listed: tuple[str, ...]
    """The ids of what stands on this page."""
    others: tuple[Choice, ...]
    """The other answers to the same question."""

    @property
    def address(self) -> str:
        """The address of the category's first page."""
        return _NAMED[self.facet].page(self.choice.value)


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The answers to one filter."""

    heading: str
    """The filter, in words."""
    links: tuple[Link, ...]
    """Its answers that something is listed under, with how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryPage:
    """What ``category.html`` is given: a page of a category, or a further page of another list."""

    frame: Frame
    """What stands around the page."""
    question: str
    """The filter that the page answers, or what kind of thing the list belongs to; may be ""."""
    title: Said
    """The answer, or whose list it is."""
    lead: str
    """How much is listed on all its pages together; may be ""."""
    opportunities: tuple[OpportunityCard, ...]
    """What is listed under it, on this page."""
    pager: Pager
    """The way to its other pages."""
    others: CategoryGroup
    """The other answers to the same filter."""


def categories_of(here: Here, identifiers: Iterable[str]) -> tuple[Category, ...]:
    """Return the categories that have no other page, of what can be found, soonest first."""
    ordered = soonest_first(here, identifiers)
    facets = [facet for facet in BROWSED if not facet.own_pages]
    members: dict[tuple[str, str], list[str]] = {}
    read = reader_of(here.place, facets)
    for identifier in ordered:
        for name, values in read(here.place.opportunities[identifier]):
            for value in values:
                members.setdefault((name, value), []).append(identifier)
    counts = {key: len(held) for key, held in members.items()}
    return tuple(
        Category(facet, choice, tuple(members[facet.name, choice.value]))
        for facet in facets
        for choice in offered(here, facet, counts, len(ordered))
    )


def cards_by_depth() -> Cards:
    """Return what makes cards for pages under /explore/, each once for all that are as deep.

    Every opportunity is in some twenty categories, and its card's links are the same on all pages
    that are equally far from the root.
    """
    made: dict[tuple[int, str], tuple[OpportunityCard, Reads]] = {}

    def cards(here: Here, identifiers: Iterable[str]) -> Iterator[OpportunityCard]:
        depth = here.path.count("/")
        for identifier in identifiers:
            key = (depth, identifier)
            if key not in made:
                with noting(here.place) as reads:
                    card = opportunity_card(here, here.place.opportunities[identifier])
                made[key] = (card, tuple(reads))
            card, reads_of_it = made[key]
            noted_again(here.place, reads_of_it)
            yield card

    return cards


def category_page(here: Here, sheet: CategorySheet, cards: Cards) -> CategoryPage:
    """Return one page of a category; ``cards`` makes its cards."""
    facet, choice = _NAMED[sheet.facet], sheet.choice
    question = facet.words(here)
    title = here.say("{filter}: {answer}", filter=question, answer=choice.words.words)
    lead = here.say(
        "{count} in {place}",
        count=opportunity_count(here, choice.count),
        place=here.settings.name.words(here.language),
    )
    around = frame(here, title, lead, trail=(_explore(here),))
    return CategoryPage(
        frame=numbered_frame(here, around, sheet.address, sheet.part),
        question=question,
        title=choice.words,
        lead=lead,
        opportunities=tuple(cards(here, sheet.listed)),
        pager=pager(here, sheet.address, sheet.part),
        others=CategoryGroup(question, tuple(_links(here, facet, sheet.others))),
    )


def everything_page(here: Here, listed: Sequence[str], part: Part) -> CategoryPage:
    """Return a further page of all there is to find; the first is part of /explore/ itself.

    ``listed`` are the ids of what stands on this page.
    """
    title = here.say("Everything, by title")
    around = frame(here, title, trail=(_explore(here),))
    return CategoryPage(
        frame=numbered_frame(here, around, "explore/", part),
        question="",
        title=here.own(title),
        lead="",
        opportunities=plain_cards(here, listed),
        pager=pager(here, "explore/", part),
        others=CategoryGroup("", ()),
    )


def plain_cards(here: Here, identifiers: Iterable[str]) -> tuple[OpportunityCard, ...]:
    """Return the cards of one page of everything, in the order given."""
    opportunities = here.place.opportunities
    return tuple(opportunity_card(here, opportunities[each]) for each in identifiers)


def category_groups(here: Here, rows: Sequence[Findable]) -> tuple[CategoryGroup, ...]:
    """Return all filters with the pages of their answers, for /explore/ without a script."""
    read = reader_of(here.place, [facet for facet in BROWSED if facet not in FACETS])
    others = (read(here.place.opportunities[row.id]) for row in rows)
    counts = counted(chain((row.facets for row in rows), others))
    groups = (_group(here, facet, counts, len(rows)) for facet in BROWSED)
    return tuple(group for group in groups if group.links)


def _group(
    here: Here, facet: Facet, counts: Mapping[tuple[str, str], int], total: int
) -> CategoryGroup:
    choices = offered(here, facet, counts, total)
    links = tuple(_links(here, facet, choices))
    if facet.own_pages and len(links) > MOST_LINKS:
        all_of_them = here.say("All {number}", number=here.wording.number(len(links)))
        links = (*links[:MOST_LINKS], Link(here.own(all_of_them), here.page(facet.own_pages)))
    return CategoryGroup(facet.words(here), links)


def _links(here: Here, facet: Facet, choices: Iterable[Choice]) -> Iterator[Link]:
    for choice in choices:
        address = here.page(facet.page(choice.value))
        yield Link(choice.words, address, opportunity_count(here, choice.count))


def _explore(here: Here) -> Link:
    return Link(here.own(here.say("Explore")), here.page("explore/"))
