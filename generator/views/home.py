"""The first page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from generator.model.said import Said
from generator.views import structured_data
from generator.views.cards import (
    BadgeCard,
    RecordCard,
    badge_cards,
    opportunity_count,
    pathway_cards,
)
from generator.views.found import findable_ids
from generator.views.frame import Frame, described, frame
from generator.views.happenings import HappeningLine, happening_days
from generator.views.here import Here
from generator.views.links import Link, neighbourhood_link, term_link
from generator.views.motifs import MotifShape, topic_motif

MOST_HAPPENINGS = 6
MOST_OF_A_DAY = 2
"""So that a full Monday is not the whole week, and the list outlives the evening."""
MOST_BADGES = 6
MOST_PATHWAYS = 3


@dataclass(frozen=True, slots=True)
class TopicTile:
    """A topic, by name and mark."""

    link: Link
    """Its page, with how much there is as the note."""
    motif: tuple[MotifShape, ...]
    """Its mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What ``home.html`` is given."""

    frame: Frame
    """What stands around the page."""
    place: Said
    """What the place is called."""
    tagline: Said
    """The line under its name; may be empty."""
    count: str
    """How many opportunities can be found under Explore, in words."""
    explore: str
    """Where one finds them."""
    whats_on: str
    """Where one finds them by day."""
    topics: tuple[TopicTile, ...]
    """What there is something about, with how much."""
    neighbourhoods: tuple[Link, ...]
    """Where there is something, with how much."""
    happenings: tuple[HappeningLine, ...]
    """The next few things that happen."""
    badges: tuple[BadgeCard, ...]
    """A few badges."""
    all_badges: str
    """Where all of them are."""
    pathways: tuple[RecordCard, ...]
    """A few pathways."""
    all_pathways: str
    """Where all of them are."""
    about: Link
    """Who is behind the site."""


def home_page(here: Here) -> HomePage:
    """Return the first page of an edition."""
    place = here.place
    settings = here.settings
    name = settings.name.words(here.language)
    around = frame(here, name, settings.tagline.words(here.language))
    return HomePage(
        frame=described(here, around, structured_data.website(here.edition)),
        place=here.said(settings.name),
        tagline=here.said(settings.tagline),
        count=opportunity_count(here, len(findable_ids(here))),
        explore=here.page("explore/"),
        whats_on=here.page("whats-on/"),
        topics=tuple(_topic_tiles(here)),
        neighbourhoods=neighbourhood_links(here),
        happenings=tuple(islice(_next_happenings(here), MOST_HAPPENINGS)),
        badges=badge_cards(here, _live_badges(here))[:MOST_BADGES],
        all_badges=here.page("badges/"),
        pathways=pathway_cards(here, place.pathways)[:MOST_PATHWAYS],
        all_pathways=here.page("pathways/"),
        about=Link(here.own(here.say("Who is behind this")), here.page("about/")),
    )


def _topic_tiles(here: Here) -> Iterable[TopicTile]:
    """Yield the topics of ``topic_links``, which has one link for each that is listed under."""
    counts = here.place.links.opportunities_by_term.get("topics", {})
    listed = (term.id for term in here.place.taxonomy.topics if counts.get(term.id))
    for identifier, link in zip(listed, topic_links(here), strict=True):
        yield TopicTile(link, topic_motif(here, identifier))


def topic_links(here: Here) -> tuple[Link, ...]:
    """Return the topics that something is listed under, with how much."""
    counts = here.place.links.opportunities_by_term.get("topics", {})
    return tuple(
        term_link(here, "topics", term, opportunity_count(here, len(counts[term.id])))
        for term in here.place.taxonomy.topics
        if counts.get(term.id)
    )


def neighbourhood_links(here: Here) -> tuple[Link, ...]:
    """Return the neighbourhoods in which something happens, with how much."""
    found = []
    for identifier, opportunities in here.place.links.opportunities_in.items():
        link = neighbourhood_link(here, identifier)
        if link and opportunities:
            found.append(Link(link.words, link.href, opportunity_count(here, len(opportunities))))
    return tuple(sorted(found, key=lambda link: here.order(link.words.words)))


def _next_happenings(here: Here) -> Iterable[HappeningLine]:
    """Yield what can still be joined, each opportunity once, and of one day only so much."""
    seen: set[str] = set()
    for day in happening_days(here):
        new = (it for it in day.lines if it.date.joinable and it.href not in seen)
        for line in islice(new, MOST_OF_A_DAY):
            seen.add(line.href)
            yield line


def _live_badges(here: Here) -> Iterable[str]:
    return (badge.id for badge in here.place.badges.values() if badge.status == "live")
