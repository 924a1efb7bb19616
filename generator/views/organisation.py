"""An organisation's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.organisation import Assurance, Organisation
from generator.model.said import Passage, Said
from generator.views import structured_data
from generator.views.cards import BadgeCard, OpportunityCard, badge_cards, opportunity_cards
from generator.views.checking import CheckedFacts, checked_facts
from generator.views.contacts import ContactFacts, contact_facts
from generator.views.frame import Frame, described, frame, shared, speaking
from generator.views.here import Here
from generator.views.images import Picture, picture
from generator.views.labels import SECTORS, label
from generator.views.licences import licence_link
from generator.views.links import Link
from generator.views.pager import Pager, first_part, pager
from generator.views.social_cards import logo_card
from generator.views.subscriptions import Subscription, subscription


@dataclass(frozen=True, slots=True)
class AssuranceLine:
    """A check that somebody has seen."""

    kind: Said
    """What it is, such as “public liability insurance”."""
    by: Said
    """Who saw it: an organisation or a role."""
    seen_on: date | None
    """When."""
    expires_on: date | None
    """When it runs out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """What ``organisation.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    summary: Said
    """Who they are, in a line."""
    sector: str
    """What kind of organisation, in words."""
    url: str
    """Their website; may be ""."""
    logo: Picture | None
    """Their logo."""
    contact: ContactFacts | None
    """Whom to ask."""
    charity_number: str
    """Their charity number; may be ""."""
    company_number: str
    """Their company number; may be ""."""
    ukprn: str
    """Their number in the UK Register of Learning Providers; may be ""."""
    member_since: date | None
    """Since when they have been on this place's map."""
    data_licence: Link | None
    """The licence their records are under."""
    safeguarding: Said
    """Whom to turn to about the safety of a child or an adult at risk; may be empty."""
    safeguarding_url: str
    """Their safeguarding page; may be ""."""
    assurance: tuple[AssuranceLine, ...]
    """Checks that somebody has seen."""
    opportunities: tuple[OpportunityCard, ...]
    """What they run."""
    pager: Pager
    """The way to the rest of them."""
    calendar: Subscription
    """What they run, as a calendar to subscribe to."""
    badges: tuple[BadgeCard, ...]
    """The badges they stand behind."""
    body: Passage
    """What they wrote about themselves; may be empty."""
    checked: CheckedFacts
    """How fresh the record is."""


def organisation_page(
    here: Here, organisation: Organisation, opportunities: Sequence[str]
) -> OrganisationPage:
    """Return an organisation's page. ``opportunities`` are all that it runs, in order."""
    first = first_part(len(opportunities))
    links = here.place.links
    safeguarding = organisation.safeguarding
    return OrganisationPage(
        frame=_frame(here, organisation),
        title=here.said(organisation.title),
        summary=here.said(organisation.summary),
        sector=label(here, SECTORS, organisation.sector),
        url=organisation.url,
        logo=picture(here, organisation.logo),
        contact=contact_facts(here, organisation.contact),
        charity_number=organisation.charity_number,
        company_number=organisation.company_number,
        ukprn=organisation.ukprn,
        member_since=organisation.member_since,
        data_licence=licence_link(here, organisation.data_licence),
        safeguarding=here.said(safeguarding.contact) if safeguarding else Said(),
        safeguarding_url=safeguarding.url if safeguarding else "",
        assurance=tuple(_assurance(here, it) for it in organisation.assurance),
        opportunities=opportunity_cards(here, first.of(opportunities)),
        pager=pager(here, here.address, first),
        calendar=subscription(here),
        badges=badge_cards(here, links.issued_by.get(organisation.id, ())),
        body=here.passage(organisation),
        checked=checked_facts(here, organisation),
    )


def _assurance(here: Here, seen: Assurance) -> AssuranceLine:
    return AssuranceLine(here.said(seen.kind), here.said(seen.by), seen.seen_on, seen.expires_on)


def _frame(here: Here, organisation: Organisation) -> Frame:
    around = frame(
        here,
        here.said(organisation.title),
        organisation.summary.words(here.language),
        trail=(Link(here.own(here.say("Organisations")), here.page("organisations/")),),
        record=organisation.id,
    )
    title, sector = around.title, label(here, SECTORS, organisation.sector)
    card = logo_card(here, here.say("Organisation"), title, (sector,), organisation.logo)
    around = speaking(here, around, organisation, organisation.id)
    around = shared(around, card)
    return described(here, around, structured_data.organisation(here.edition, organisation))
