"""A page of the team's own words; /about/ is there even before anybody has written it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.said import Passage, Said
from generator.model.written_page import WrittenPage
from generator.views.cards import RecordCard, organisation_card
from generator.views.contacts import ContactFacts, contact_facts
from generator.views.frame import Frame, frame, shared, speaking
from generator.views.here import Here
from generator.views.social_cards import page_card

ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenView:
    """What ``written.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    summary: Said
    """What it is about, in a line; may be empty."""
    body: Passage
    """The team's words; may be empty."""
    contact: ContactFacts | None
    """Who is behind the site; only on /about/."""
    organisations: tuple[RecordCard, ...]
    """The organisations that take part; only on /about/."""


def written_view(here: Here, page: WrittenPage) -> WrittenView:
    """Return a written page."""
    about = page.id == ABOUT
    summary = page.summary.words(here.language)
    around = speaking(here, frame(here, here.said(page.title), summary, record=page.id), page)
    return WrittenView(
        frame=shared(around, page_card(here, "", around.title, (summary,))),
        title=here.said(page.title),
        summary=here.said(page.summary),
        body=here.passage(page, top=2),
        contact=contact_facts(here, here.settings.contact) if about else None,
        organisations=_organisations(here) if about else (),
    )


def about_view(here: Here) -> WrittenView:
    """Return /about/ where the team has not written one: who is behind the site, at least."""
    title = here.say("About {place}", place=here.settings.name.words(here.language))
    return WrittenView(
        frame=shared(frame(here, title), page_card(here, "", title)),
        title=here.own(title),
        summary=here.said(here.settings.tagline),
        body=Passage(),
        contact=contact_facts(here, here.settings.contact),
        organisations=_organisations(here),
    )


def _organisations(here: Here) -> tuple[RecordCard, ...]:
    place = here.place
    return tuple(
        organisation_card(here, it)
        for it in place.organisations.values()
        if place.listed("organisation", it.id)
    )
