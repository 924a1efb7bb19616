"""An opportunity's page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY, ORGANISATION
from generator.model.said import Passage, Said
from generator.views import structured_data
from generator.views.cards import (
    BadgeCard,
    OpportunityCard,
    RecordCard,
    badge_cards,
    opportunity_cards,
    pathway_cards,
    saving_id,
)
from generator.views.checking import CheckedFacts, checked_facts
from generator.views.contacts import ConcernFacts, ContactFacts, concern_facts, contact_facts
from generator.views.costs import PayFacts, PriceLine, pay_facts, price_lines
from generator.views.dates import WhenFacts, when_facts
from generator.views.frame import Frame, described, frame, shared, speaking
from generator.views.here import Here
from generator.views.images import Picture, picture
from generator.views.joining import JoinFacts, join_facts
from generator.views.labels import HELP, KINDS, MODES, label, labelled
from generator.views.licences import SourceFacts, source_facts
from generator.views.links import Link, any_link, record_link, term_links
from generator.views.maps import MapView, map_view
from generator.views.people import PeopleFacts, people_facts
from generator.views.programmes import ProgrammeLine, programme_lines
from generator.views.social_cards import opportunity_card
from generator.views.state import State, alternatives, state_of
from generator.views.wheres import WhereLine, where_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPage:
    """What ``opportunity.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    save: str
    """What saving calls it."""
    summary: Said
    """What it is, in a line or two."""
    kind: str
    """Workshop, course …, in words."""
    modes: tuple[str, ...]
    """In person, online …, in words."""
    state: State
    """How it stands."""
    alert: Said
    """What has changed lately; may be empty."""
    replaced_by: Link | None
    """What to do instead, in the author's word."""
    alternatives: tuple[OpportunityCard, ...]
    """What else can be joined; only where this cannot."""
    when: WhenFacts
    """When it happens."""
    where: tuple[WhereLine, ...]
    """Where it happens."""
    map: MapView | None
    """Its venues on a map; None where none of them may be shown."""
    join: JoinFacts
    """How one joins."""
    cost: tuple[PriceLine, ...]
    """What a learner pays: each price, those for everyone first."""
    help: tuple[str, ...]
    """Help with the costs of taking part, in words."""
    pay: PayFacts | None
    """What a learner is paid; None where nothing is said of pay."""
    people: PeopleFacts
    """Whom it is for."""
    prerequisites: tuple[Said, ...]
    """What one needs to know before."""
    level: Said
    """How advanced it is; may be empty."""
    framework: str
    """The scale that the level is on; may be ""."""
    languages: tuple[str, ...]
    """The languages it is held in, by name."""
    access: tuple[Link, ...]
    """What makes it possible to come."""
    support: tuple[Link, ...]
    """Support that is given."""
    support_label: Said
    """What support is called here: SEND in England, ALN in Wales."""
    organisation: Link | None
    """Who runs it."""
    contact: ContactFacts | None
    """Whom to ask: its own contact, else the organisation's."""
    concern: ConcernFacts | None
    """Whom to tell about a worry for somebody's safety."""
    safeguarding: Said
    """Whom the organisation names for the safety of children; may be empty."""
    safeguarding_url: str
    """The organisation's safeguarding page; may be ""."""
    topics: tuple[Link, ...]
    """What it is about."""
    skills: tuple[Link, ...]
    """Skills it builds."""
    careers: tuple[Link, ...]
    """Careers it helps towards."""
    badges: tuple[BadgeCard, ...]
    """Badges that can be earned."""
    next: tuple[Link, ...]
    """What to do afterwards."""
    pathways: tuple[RecordCard, ...]
    """Pathways that it is a step of."""
    programmes: tuple[ProgrammeLine, ...]
    """Programmes and funders to name."""
    image: Picture | None
    """Its picture."""
    body: Passage
    """What its author wrote about it; may be empty."""
    source: SourceFacts | None
    """Where the record was taken from; None where it was written for this site."""
    checked: CheckedFacts
    """How fresh the record is."""


def opportunity_page(here: Here, opportunity: Opportunity) -> OpportunityPage:
    """Return an opportunity's page."""
    place = here.place
    organisation = place.organisations.get(opportunity.organisation)
    safeguarding = organisation.safeguarding if organisation else None
    state = state_of(here, opportunity)
    instead = () if state.code == "open" else alternatives(place, opportunity)
    following = (any_link(here, identifier) for identifier in opportunity.next_steps)
    return OpportunityPage(
        frame=_frame(here, opportunity),
        title=here.said(opportunity.title),
        save=saving_id(OPPORTUNITY, opportunity.id),
        summary=here.said(opportunity.summary),
        kind=label(here, KINDS, opportunity.kind),
        modes=labelled(here, MODES, opportunity.mode),
        state=state,
        alert=here.said(opportunity.alert),
        replaced_by=record_link(here, OPPORTUNITY, opportunity.replaced_by),
        alternatives=opportunity_cards(here, instead),
        when=when_facts(here, opportunity),
        where=where_lines(here, opportunity),
        map=_map(here, opportunity),
        join=join_facts(here, opportunity),
        cost=price_lines(here, opportunity.costs),
        help=labelled(here, HELP, opportunity.help),
        pay=pay_facts(here, opportunity.paid),
        people=people_facts(here, opportunity),
        prerequisites=tuple(here.said(words) for words in opportunity.prerequisites),
        level=here.said(opportunity.level.name) if opportunity.level else Said(),
        framework=opportunity.level.framework if opportunity.level else "",
        languages=_languages(here, opportunity),
        access=term_links(here, "access", opportunity.access),
        support=term_links(here, "support", opportunity.support),
        support_label=here.said(here.settings.support_label),
        organisation=record_link(here, ORGANISATION, opportunity.organisation),
        contact=contact_facts(
            here, opportunity.contact or (organisation.contact if organisation else None)
        ),
        concern=concern_facts(here),
        safeguarding=here.said(safeguarding.contact) if safeguarding else Said(),
        safeguarding_url=safeguarding.url if safeguarding else "",
        topics=term_links(here, "topics", opportunity.topics),
        skills=term_links(here, "skills", opportunity.skills),
        careers=term_links(here, "careers", opportunity.careers),
        badges=badge_cards(here, opportunity.badges),
        next=tuple(link for link in following if link),
        pathways=pathway_cards(here, place.links.pathways_of_opportunity.get(opportunity.id, ())),
        programmes=programme_lines(here, opportunity.programmes),
        image=picture(here, opportunity.image),
        body=here.passage(opportunity),
        source=source_facts(here, opportunity.source),
        checked=checked_facts(here, opportunity),
    )


def _frame(here: Here, opportunity: Opportunity) -> Frame:
    explore = Link(here.own(here.say("Explore")), here.page("explore/"))
    around = frame(
        here,
        here.said(opportunity.title),
        opportunity.summary.words(here.language),
        trail=(explore,),
        record=opportunity.id,
    )
    around = speaking(here, around, opportunity, opportunity.organisation)
    around = shared(around, opportunity_card(here, opportunity))
    return described(here, around, structured_data.opportunity(here.edition, opportunity))


def _map(here: Here, opportunity: Opportunity) -> MapView | None:
    venues = [
        here.place.venues[identifier]
        for identifier in opportunity.venues
        if identifier in here.place.venues
    ]
    return map_view(here, venues, counts={venue.id: 1 for venue in venues}) if venues else None


def _languages(here: Here, opportunity: Opportunity) -> tuple[str, ...]:
    tags = opportunity.languages or (here.settings.language,)
    return tuple(here.wording.language_name(tag) for tag in tags)
