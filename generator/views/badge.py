"""A badge's page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from posixpath import splitext

from generator.model.badge import Badge
from generator.model.registry import BADGE, OPPORTUNITY, ORGANISATION
from generator.model.said import Passage, Said
from generator.model.status import OpportunityStatus
from generator.rules.badge_images import badge_picture_address, shown_image_address
from generator.views import structured_data
from generator.views.cards import (
    BadgeCard,
    OpportunityCard,
    RecordCard,
    badge_card,
    opportunity_cards,
    pathway_cards,
    saving_id,
)
from generator.views.checking import CheckedFacts, checked_facts
from generator.views.costs import PriceLine, price_lines
from generator.views.frame import Frame, described, frame, shared, speaking
from generator.views.here import Here
from generator.views.labels import EARN_VIA, MODES, labelled
from generator.views.links import Link, any_link, record_link, term_links
from generator.views.maps import MapView, map_view
from generator.views.recognition import (
    AccountLine,
    AlignmentLine,
    EndorsementLine,
    IssuedLine,
    QualityLine,
    recognition,
)
from generator.views.social_cards import badge_card as social_card

_OFF = (OpportunityStatus.CANCELLED, OpportunityStatus.ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgePage:
    """What ``badge.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: Said
    """What it is called."""
    save: str
    """What saving calls it."""
    summary: Said
    """What it recognises."""
    image: str
    """Its picture, always there: one is drawn for a badge without."""
    alt: Said
    """What the picture shows; empty for a drawn one, which only repeats the title."""
    picture: str
    """The same as a PNG or JPEG, to be saved and sent on."""
    picture_name: str
    """What that file is called once it is saved."""
    layer: Said
    """The kind of experience it records, as the standard names it."""
    layer_meaning: Said
    """What that layer means; may be empty."""
    scheme: Link | None
    """The standard that the layer is from, with its version as the note."""
    issuer: Link | None
    """Who stands behind it."""
    criteria: tuple[Said, ...]
    """What the earner has done."""
    evidence: Said
    """What the earner shows; may be empty."""
    reviewer: Said
    """Who looks at it; may be empty."""
    skills: tuple[Link, ...]
    """Skills it shows."""
    careers: tuple[Link, ...]
    """Careers it helps towards."""
    topics: tuple[Link, ...]
    """What it is about."""
    alignments: tuple[AlignmentLine, ...]
    """The same in published frameworks."""
    level: Said
    """How advanced it is; may be empty."""
    framework: str
    """The scale that the level is on; may be ""."""
    hours: Decimal | None
    """How many hours it usually takes."""
    cost: tuple[PriceLine, ...]
    """What earning it costs: each price, those for everyone first."""
    modes: tuple[str, ...]
    """How it can be earned: in person, online …, in words."""
    languages: tuple[str, ...]
    """The languages it can be earned in, by name."""
    requires: tuple[BadgeCard, ...]
    """Badges that are all needed first."""
    some: int | None
    """How many of ``some_of`` are needed first."""
    some_of: tuple[BadgeCard, ...]
    """Badges of which some are needed first."""
    leads_to: tuple[Link, ...]
    """What comes next: what it names itself, then the badges that need it first."""
    led_to_by: tuple[Link, ...]
    """The badges that lead here."""
    earn_via: tuple[str, ...]
    """How one comes by it, in words."""
    earn_url: str
    """Where to apply for it; may be ""."""
    account: AccountLine | None
    """The account needed with an outside platform."""
    opportunities: tuple[OpportunityCard, ...]
    """The opportunities that award it."""
    map: MapView | None
    """Where it can be earned, on a map; None where no venue may be shown."""
    pathways: tuple[RecordCard, ...]
    """Pathways that it is a step of."""
    endorsements: tuple[EndorsementLine, ...]
    """Who endorses it."""
    quality: QualityLine | None
    """A quality mark it holds."""
    issued: tuple[IssuedLine, ...]
    """How many were earned, and when."""
    version: str
    """Its version; may be ""."""
    retired: bool
    """Whether it can no longer be earned."""
    replaced_by: Link | None
    """The badge to earn instead."""
    data: str
    """Where it is as Open Badges data."""
    body: Passage
    """What its author wrote about it; may be empty."""
    checked: CheckedFacts
    """How fresh the record is."""


def badge_page(here: Here, badge: Badge) -> BadgePage:
    """Return a badge's page."""
    place = here.place
    layer = place.taxonomy.term("layers", badge.layer)
    drawn = badge.image is None or badge.image.file not in place.pictures
    requires, recognised = badge.requires, recognition(here, badge)
    picture = badge_picture_address(badge, place)
    return BadgePage(
        frame=_frame(here, badge),
        title=here.said(badge.title),
        save=saving_id(BADGE, badge.id),
        summary=here.said(badge.summary),
        image=here.file(shown_image_address(badge, place, here.language)),
        alt=Said() if drawn or badge.image is None else here.said(badge.image.alt),
        picture=here.file(picture),
        picture_name=f"{badge.id}{splitext(picture)[1]}",
        layer=here.said(layer.label) if layer else Said(),
        layer_meaning=here.said(layer.meaning) if layer else Said(),
        scheme=scheme_link(here),
        issuer=record_link(here, ORGANISATION, badge.issuer),
        criteria=tuple(here.said(sentence) for sentence in badge.criteria),
        evidence=here.said(badge.evidence.type) if badge.evidence else Said(),
        reviewer=here.said(badge.evidence.reviewer) if badge.evidence else Said(),
        skills=term_links(here, "skills", badge.skills),
        careers=term_links(here, "careers", badge.careers),
        topics=term_links(here, "topics", badge.topics),
        alignments=recognised.alignments,
        level=here.said(badge.level.name) if badge.level else Said(),
        framework=badge.level.framework if badge.level else "",
        hours=badge.hours,
        cost=price_lines(here, (entry.price for entry in badge.cost)),
        modes=labelled(here, MODES, badge.mode),
        languages=tuple(here.wording.language_name(tag) for tag in badge.languages),
        requires=_cards(here, requires.all_of if requires else ()),
        some=requires.some if requires else None,
        some_of=_cards(here, requires.of if requires else ()),
        leads_to=_leads_to(here, badge),
        led_to_by=_links(here, place.links.led_to_by.get(badge.id, ())),
        earn_via=labelled(here, EARN_VIA, badge.earn_via),
        earn_url=badge.earn_url,
        account=recognised.account,
        opportunities=opportunity_cards(here, _earned_in(here, badge)),
        map=_map(here, badge),
        pathways=pathway_cards(here, place.links.pathways_of_badge.get(badge.id, ())),
        endorsements=recognised.endorsements,
        quality=recognised.quality,
        issued=recognised.issued,
        version=badge.version,
        retired=badge.status == "retired",
        replaced_by=record_link(here, BADGE, badge.replaced_by),
        data=here.file(f"{BADGE.page(badge.id)}achievement.json"),
        body=here.passage(badge),
        checked=checked_facts(here, badge),
    )


def scheme_link(here: Here) -> Link | None:
    """Return the standard that layers are from."""
    layers = here.place.taxonomy.layers
    return Link(here.said(layers.scheme), layers.url, layers.version) if layers else None


def _frame(here: Here, badge: Badge) -> Frame:
    badges = Link(here.own(here.say("Badges")), here.page("badges/"))
    summary = badge.summary.words(here.language)
    around = frame(here, here.said(badge.title), summary, trail=(badges,), record=badge.id)
    around = speaking(here, around, badge, badge.issuer)
    around = shared(around, social_card(here, badge))
    return described(here, around, structured_data.badge(here.edition, badge))


def _cards(here: Here, identifiers: tuple[str, ...]) -> tuple[BadgeCard, ...]:
    """Return cards of badges that are needed, listed or not: what is needed must be said."""
    badges = here.place.badges
    return tuple(badge_card(here, badges[it]) for it in identifiers if it in badges)


def _links(here: Here, identifiers: tuple[str, ...]) -> tuple[Link, ...]:
    links = (any_link(here, identifier) for identifier in identifiers)
    return tuple(link for link in links if link)


def _leads_to(here: Here, badge: Badge) -> tuple[Link, ...]:
    ahead = (*badge.leads_to, *here.place.links.required_by.get(badge.id, ()))
    return _links(here, tuple(dict.fromkeys(ahead)))


def _earned_in(here: Here, badge: Badge) -> tuple[str, ...]:
    """Return where it can be earned: what is full may have room again, what is off will not be."""
    found = (
        here.place.opportunities.get(it) for it in here.place.links.earned_in.get(badge.id, ())
    )
    return tuple(it.id for it in found if it and it.status not in _OFF)


def _map(here: Here, badge: Badge) -> MapView | None:
    place = here.place
    counts = Counter(
        venue
        for identifier in _earned_in(here, badge)
        if place.listed(OPPORTUNITY.name, identifier)
        for venue in dict.fromkeys(place.opportunities[identifier].venues)
        if venue in place.venues
    )
    return map_view(here, [place.venues[it] for it in counts], counts=counts) if counts else None
