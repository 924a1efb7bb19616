"""The page of a topic, a skill or a career: everything that is described by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.said import Said
from generator.model.taxonomy import TaxonomyTerm, TermAlignment
from generator.views.cards import (
    BadgeCard,
    OpportunityCard,
    RecordCard,
    badge_cards,
    opportunity_cards,
    opportunity_count,
    pathway_cards,
)
from generator.views.frame import Frame, frame, shared
from generator.views.here import Here
from generator.views.labels import marked
from generator.views.links import Link, term_link
from generator.views.motifs import MotifShape, topic_motif
from generator.views.pager import Pager, first_part, pager
from generator.views.social_cards import page_card
from generator.views.subscriptions import Subscription, subscription

SCHEME_TITLES = MappingProxyType({
    "topics": marked("Topics"),
    "skills": marked("Skills"),
    "careers": marked("Careers"),
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage:
    """What ``term.html`` is given."""

    frame: Frame
    """What stands around the page."""
    scheme: str
    """``topics``, ``skills`` or ``careers``."""
    title: Said
    """The topic, skill or career."""
    motif: tuple[MotifShape, ...]
    """The mark of a topic; empty for a skill or a career."""
    count: str
    """How many opportunities there are, in words."""
    meaning: Said
    """What it means, in a sentence; may be empty."""
    wider: Link | None
    """The wider term."""
    narrower: tuple[Link, ...]
    """The narrower terms."""
    alignment: TermAlignment | None
    """The same thing in a published framework: ``framework``, ``code``, ``url``."""
    opportunities: tuple[OpportunityCard, ...]
    """Opportunities described by it."""
    pager: Pager
    """The way to the rest of them."""
    calendar: Subscription | None
    """A topic's opportunities as a calendar to subscribe to; None for a skill or a career."""
    badges: tuple[BadgeCard, ...]
    """Badges described by it."""
    pathways: tuple[RecordCard, ...]
    """Pathways described by it."""


def term_page(
    here: Here, scheme: str, term: TaxonomyTerm, opportunities: Sequence[str]
) -> TermPage:
    """Return a term's page. ``opportunities`` are all that are described by it, in order."""
    place = here.place
    wider = place.taxonomy.term(scheme, term.parent)
    first = first_part(len(opportunities))
    pathways = [it.id for it in place.pathways.values() if term.id in getattr(it, scheme)]
    all_of_them = here.say(SCHEME_TITLES[scheme])
    around = frame(
        here,
        here.said(term.label),
        term.meaning.words(here.language),
        trail=(Link(here.own(all_of_them), here.page(f"{scheme}/")),),
    )
    return TermPage(
        frame=shared(around, page_card(here, all_of_them, around.title)),
        scheme=scheme,
        title=here.said(term.label),
        motif=topic_motif(here, term.id) if scheme == "topics" else (),
        count=opportunity_count(here, len(opportunities)),
        meaning=here.said(term.meaning),
        wider=term_link(here, scheme, wider) if wider else None,
        narrower=tuple(
            term_link(here, scheme, it)
            for it in place.taxonomy.scheme(scheme)
            if it.parent == term.id
        ),
        alignment=term.alignment,
        opportunities=opportunity_cards(here, first.of(opportunities)),
        pager=pager(here, here.address, first),
        badges=badge_cards(here, place.links.badges_by_term.get(scheme, {}).get(term.id, ())),
        calendar=subscription(here) if scheme == "topics" else None,
        pathways=pathway_cards(here, pathways),
    )
