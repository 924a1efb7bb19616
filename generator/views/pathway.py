"""A pathway's page: its steps in order, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.pathway import Option, Pathway, Step
from generator.model.registry import ORGANISATION, PATHWAY
from generator.model.said import Passage, Said
from generator.views.cards import (
    BadgeCard,
    OpportunityCard,
    badge_card,
    opportunity_card,
    saving_id,
)
from generator.views.checking import CheckedFacts, checked_facts
from generator.views.frame import Frame, frame, shared, speaking
from generator.views.here import Here
from generator.views.images import Picture, picture
from generator.views.labels import DESTINATIONS, label
from generator.views.links import Link, record_link, term_links
from generator.views.social_cards import picture_card


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One thing to do in a step: exactly one of these three is there."""

    opportunity: OpportunityCard | None = None
    """An opportunity."""
    badge: BadgeCard | None = None
    """A badge."""
    link: Link | None = None
    """Words, with a link where there is something to read."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step."""

    options: tuple[OptionLine, ...]
    """What to do: one thing, or several to choose from."""
    choose: int | None
    """How many of the options are enough; None where there is no choice."""
    optional: bool
    """Whether it can be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayPage:
    """What ``pathway.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    save: str
    """What saving calls it."""
    summary: Said
    """Where it leads, in a line."""
    image: Picture | None
    """A picture."""
    goal: Said
    """What somebody can do at the end."""
    audience: Said
    """Whom it is for; may be empty."""
    steps: tuple[StepLine, ...]
    """The steps, in order."""
    destination: Link | None
    """Where it leads, with the kind of thing that is as the note."""
    skills: tuple[Link, ...]
    """Skills it builds."""
    careers: tuple[Link, ...]
    """Careers it leads to."""
    topics: tuple[Link, ...]
    """What it is about."""
    owner: Link | None
    """The organisation that keeps it."""
    body: Passage
    """What its author wrote about it; may be empty."""
    checked: CheckedFacts
    """How fresh the record is."""


def pathway_page(here: Here, pathway: Pathway) -> PathwayPage:
    """Return a pathway's page."""
    return PathwayPage(
        frame=_frame(here, pathway),
        title=here.said(pathway.title),
        save=saving_id(PATHWAY, pathway.id),
        summary=here.said(pathway.summary),
        image=picture(here, pathway.image),
        goal=here.said(pathway.goal),
        audience=here.said(pathway.audience),
        steps=tuple(_steps(here, pathway)),
        destination=_destination(here, pathway),
        skills=term_links(here, "skills", pathway.skills),
        careers=term_links(here, "careers", pathway.careers),
        topics=term_links(here, "topics", pathway.topics),
        owner=record_link(here, ORGANISATION, pathway.owner),
        body=here.passage(pathway),
        checked=checked_facts(here, pathway),
    )


def _frame(here: Here, pathway: Pathway) -> Frame:
    around = frame(
        here,
        here.said(pathway.title),
        pathway.summary.words(here.language),
        trail=(Link(here.own(here.say("Pathways")), here.page("pathways/")),),
        record=pathway.id,
    )
    around = speaking(here, around, pathway, pathway.owner)
    goal = pathway.destination.title.words(here.language) if pathway.destination else ""
    card = picture_card(here, here.say("Pathway"), around.title, (goal,), pathway.image)
    return shared(around, card)


def _steps(here: Here, pathway: Pathway) -> Iterator[StepLine]:
    """Yield the steps; one whose records are all unpublished is left out."""
    for step in pathway.steps:
        options = tuple(_options(here, step))
        if options:
            yield StepLine(options, step.choose, step.optional)


def _options(here: Here, step: Step) -> Iterator[OptionLine]:
    for option in step.options:
        line = _option(here, option)
        if line:
            yield line


def _option(here: Here, option: Option) -> OptionLine | None:
    place = here.place
    if option.opportunity:
        opportunity = place.opportunities.get(option.opportunity)
        return OptionLine(opportunity_card(here, opportunity)) if opportunity else None
    if option.badge:
        badge = place.badges.get(option.badge)
        return OptionLine(badge=badge_card(here, badge)) if badge else None
    return OptionLine(link=Link(here.said(option.text), option.url))


def _destination(here: Here, pathway: Pathway) -> Link | None:
    destination = pathway.destination
    if destination is None:
        return None
    kind = label(here, DESTINATIONS, destination.kind)
    return Link(here.said(destination.title), destination.url, kind)
