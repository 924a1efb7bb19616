"""Cards: a record in a list, answering what a learner asks before the click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.registry import BADGE, OPPORTUNITY, ORGANISATION, PATHWAY, VENUE, Kind
from generator.model.said import Said
from generator.model.venue import Venue
from generator.rules.badge_images import shown_image_address
from generator.views.costs import cost_summary
from generator.views.dates import DateLine, next_date
from generator.views.here import Here
from generator.views.labels import DESTINATIONS, KINDS, SECTORS, label
from generator.views.links import Link, record_link, term_links
from generator.views.motifs import MotifShape
from generator.views.people import age_words
from generator.views.state import State, state_of
from generator.views.wheres import venue_neighbourhood, where_words


@dataclass(frozen=True, slots=True)
class OpportunityCard:
    """An opportunity in a list."""

    title: Said
    """What it is called."""
    href: str
    """Its page."""
    summary: Said
    """What it is, in a line or two."""
    kind: str
    """Workshop, course …, in words."""
    state: State
    """How it stands."""
    next: DateLine | None
    """The first date on which somebody new can join."""
    anytime: bool
    """Whether it can be done whenever one likes."""
    where: tuple[Said, ...]
    """Where it happens, by name."""
    cost: str
    """What it costs, in a few words."""
    ages: str
    """Whom it is for, by age."""
    organisation: Said
    """Who runs it."""
    save: str
    """What saving calls it: its page's address from the root, without the last slash."""


@dataclass(frozen=True, slots=True)
class BadgeCard:
    """A badge in a list."""

    title: Said
    """What it is called."""
    href: str
    """Its page."""
    summary: Said
    """What it recognises."""
    image: str
    """Its picture, always there: one is drawn for a badge without."""
    layer: Said
    """The kind of experience it records."""
    issuer: Said
    """Who stands behind it."""
    retired: bool
    """Whether it can no longer be earned."""
    save: str
    """What saving calls it."""


@dataclass(frozen=True, slots=True)
class RecordCard:
    """An organisation, venue, pathway, neighbourhood or term in a list."""

    title: Said
    """What it is called."""
    href: str
    """Its page."""
    summary: Said
    """What it is, in a line; may be empty."""
    note: str
    """What kind it is, or how much there is to it; may be ""."""
    place: Link | None
    """The neighbourhood it is in, for a venue."""
    access: tuple[Link, ...] = ()
    """What makes it possible to come, for a venue."""
    motif: tuple[MotifShape, ...] = ()
    """The mark of a topic; empty for anything else."""
    save: str = ""
    """What saving calls it; "" for what cannot be saved."""


def saving_id(kind: Kind, identifier: str) -> str:
    """Return what saving calls a record: one word for its kind and itself, in every language."""
    return kind.page(identifier).rstrip("/")


def opportunity_cards(here: Here, identifiers: Iterable[str]) -> tuple[OpportunityCard, ...]:
    """Return cards of those that may be listed: first what is open, else in the order given."""
    place = here.place
    cards = (
        opportunity_card(here, place.opportunities[identifier])
        for identifier in identifiers
        if identifier in place.opportunities and place.listed(OPPORTUNITY.name, identifier)
    )
    return tuple(sorted(cards, key=lambda card: card.state.code != "open"))


def opportunity_card(here: Here, opportunity: Opportunity) -> OpportunityCard:
    """Return an opportunity's card."""
    organisation = record_link(here, ORGANISATION, opportunity.organisation)
    return OpportunityCard(
        title=here.said(opportunity.title),
        href=here.page(OPPORTUNITY.page(opportunity.id)),
        summary=here.said(opportunity.summary),
        kind=label(here, KINDS, opportunity.kind),
        state=state_of(here, opportunity),
        next=next_date(here, opportunity),
        anytime=opportunity.schedule.anytime,
        where=where_words(here, opportunity),
        cost=cost_summary(here, opportunity.costs) if opportunity.cost else "",
        ages=age_words(here, opportunity.ages, opportunity.school_years),
        organisation=organisation.words if organisation else Said(),
        save=saving_id(OPPORTUNITY, opportunity.id),
    )


def badge_cards(here: Here, identifiers: Iterable[str]) -> tuple[BadgeCard, ...]:
    """Return cards of those that may be listed, in the order given."""
    place = here.place
    return tuple(
        badge_card(here, place.badges[identifier])
        for identifier in identifiers
        if identifier in place.badges and place.listed(BADGE.name, identifier)
    )


def badge_card(here: Here, badge: Badge) -> BadgeCard:
    """Return a badge's card."""
    issuer = record_link(here, ORGANISATION, badge.issuer)
    layer = here.place.taxonomy.term("layers", badge.layer)
    return BadgeCard(
        title=here.said(badge.title),
        href=here.page(BADGE.page(badge.id)),
        summary=here.said(badge.summary),
        image=here.file(shown_image_address(badge, here.place, here.language)),
        layer=here.said(layer.label) if layer else Said(),
        issuer=issuer.words if issuer else Said(),
        retired=badge.status == "retired",
        save=saving_id(BADGE, badge.id),
    )


def organisation_card(here: Here, organisation: Organisation) -> RecordCard:
    """Return an organisation's card."""
    return RecordCard(
        here.said(organisation.title),
        here.page(ORGANISATION.page(organisation.id)),
        here.said(organisation.summary),
        label(here, SECTORS, organisation.sector),
        None,
    )


def venue_card(here: Here, venue: Venue) -> RecordCard:
    """Return a venue's card, with how much happens there."""
    held = len(here.place.links.held_at.get(venue.id, ()))
    return RecordCard(
        here.said(venue.title),
        here.page(VENUE.page(venue.id)),
        here.own(venue.address),
        opportunity_count(here, held),
        venue_neighbourhood(here, venue),
        term_links(here, "access", venue.access),
    )


def venue_cards(here: Here, identifiers: Iterable[str]) -> tuple[RecordCard, ...]:
    """Return cards of those that may be listed, in the order given."""
    place = here.place
    return tuple(
        venue_card(here, place.venues[identifier])
        for identifier in identifiers
        if identifier in place.venues and place.listed(VENUE.name, identifier)
    )


def pathway_cards(here: Here, identifiers: Iterable[str]) -> tuple[RecordCard, ...]:
    """Return cards of those that may be listed, in the order given."""
    place = here.place
    return tuple(
        pathway_card(here, place.pathways[identifier])
        for identifier in identifiers
        if identifier in place.pathways and place.listed(PATHWAY.name, identifier)
    )


def pathway_card(here: Here, pathway: Pathway) -> RecordCard:
    """Return a pathway's card, with where it leads."""
    destination = pathway.destination
    return RecordCard(
        here.said(pathway.title),
        here.page(PATHWAY.page(pathway.id)),
        here.said(pathway.summary),
        label(here, DESTINATIONS, destination.kind) if destination else "",
        None,
        save=saving_id(PATHWAY, pathway.id),
    )


def opportunity_count(here: Here, number: int) -> str:
    """Return “3 opportunities”."""
    return here.count("{number} opportunity", "{number} opportunities", number)
