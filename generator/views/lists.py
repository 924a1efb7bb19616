"""Lists of all records of a kind, and of all terms of a scheme: one template draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.model.organisation import Organisation
from generator.model.registry import OPPORTUNITY, ORGANISATION, VENUE
from generator.model.said import Said
from generator.views.cards import (
    RecordCard,
    opportunity_count,
    organisation_card,
    venue_card,
)
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.labels import SECTORS, label, marked
from generator.views.motifs import topic_motif
from generator.views.term import SCHEME_TITLES

_SCHEME_LEADS = MappingProxyType({
    "topics": marked("Whatever you are into, there is somewhere to begin"),
    "skills": marked("What you can get better at, and where"),
    "careers": marked("Where it could take you, and what helps you get there"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards that belong together."""

    id: str
    """A word that is unique on the page; "" for the only group."""
    heading: str
    """What they have in common; "" for the only group."""
    cards: tuple[RecordCard, ...]
    """The cards, in order of title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """What ``list.html`` is given."""

    frame: Frame
    """What stands around the page."""
    groups: tuple[CardGroup, ...]
    """What there is."""


def organisations_list(here: Here) -> ListPage:
    """Return the page of all organisations, by sector."""
    place = here.place
    listed = [it for it in place.organisations.values() if place.listed(ORGANISATION.name, it.id)]
    groups = (
        CardGroup(
            sector,
            label(here, SECTORS, sector),
            by_title(here, (_organisation(here, it) for it in listed if it.sector == sector)),
        )
        for sector in SECTORS
    )
    title = here.say("Organisations")
    about = here.say("Who runs things to learn and do in {place}", place=_place(here))
    return ListPage(frame=frame(here, title, about), groups=tuple(it for it in groups if it.cards))


def venues_list(here: Here) -> ListPage:
    """Return the page of all venues."""
    place = here.place
    listed = (it for it in place.venues.values() if place.listed(VENUE.name, it.id))
    about = here.say("Where things happen, and how you can come in")
    return _one_group(here, here.say("Venues"), about, (venue_card(here, it) for it in listed))


def neighbourhoods_list(here: Here) -> ListPage:
    """Return the page of all neighbourhoods, with how much happens in each."""
    counts = here.place.links.opportunities_in
    cards = (
        _counted(
            here,
            here.said(it.name),
            f"neighbourhoods/{it.id}/",
            Said(),
            len(counts.get(it.id, ())),
        )
        for it in here.place.neighbourhoods.values()
    )
    about = here.say("What there is near your own front door in {place}", place=_place(here))
    return _one_group(here, here.say("Neighbourhoods"), about, cards)


def terms_list(here: Here, scheme: str) -> ListPage:
    """Return the page of all topics, skills or careers, with how much there is under each."""
    counts = here.place.links.opportunities_by_term.get(scheme, {})
    cards = (
        replace(
            _counted(
                here,
                here.said(term.label),
                f"{scheme}/{term.id}/",
                here.said(term.meaning),
                len(counts.get(term.id, ())),
            ),
            motif=topic_motif(here, term.id) if scheme == "topics" else (),
        )
        for term in here.place.taxonomy.scheme(scheme)
    )
    about = here.say(_SCHEME_LEADS[scheme])
    return _one_group(here, here.say(SCHEME_TITLES[scheme]), about, cards)


def _organisation(here: Here, organisation: Organisation) -> RecordCard:
    """Return a card that says how much they run: their sector stands in the heading above."""
    runs = here.place.links.run_by.get(organisation.id, ())
    count = sum(here.place.listed(OPPORTUNITY.name, identifier) for identifier in runs)
    return replace(organisation_card(here, organisation), note=opportunity_count(here, count))


def _counted(here: Here, title: Said, address: str, summary: Said, number: int) -> RecordCard:
    return RecordCard(title, here.page(address), summary, opportunity_count(here, number), None)


def _one_group(here: Here, title: str, about: str, cards: Iterable[RecordCard]) -> ListPage:
    found = by_title(here, cards)
    groups = (CardGroup("", "", found),) if found else ()
    return ListPage(frame=frame(here, title, about), groups=groups)


def _place(here: Here) -> str:
    return here.settings.name.words(here.language)


def by_title(here: Here, cards: Iterable[RecordCard]) -> tuple[RecordCard, ...]:
    """Return cards in the order of their titles."""
    return tuple(sorted(cards, key=lambda card: (here.order(card.title.words), card.href)))
