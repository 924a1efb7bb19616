"""What can be asked of badges: what they show, and how one comes by them.

“You can earn it here” is what is true today: an opportunity awards it that somebody new can still
come to. Bands of hours hold each other, as their words say: who has twenty hours has five.
"""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

from generator.model.badge import Badge
from generator.model.place import Place
from generator.model.prospect import Prospect
from generator.rules.costs import CostKind, cost_kind
from generator.views.facets.access import tongues
from generator.views.facets.facet import (
    BadgeFacet,
    Group,
    Named,
    Reads,
    by_name,
    called,
    coded,
    of_each,
    terms,
)
from generator.views.facets.joining import OVER, organisations
from generator.views.facets.money import COSTS
from generator.views.here import Here
from generator.views.labels import EARN_VIA, MODES, marked

HERE_LABELS = MappingProxyType({"yes": marked("You can earn it here")})

START_LABELS = MappingProxyType({"yes": marked("No other badge needed first")})

HOURS_LABELS = MappingProxyType({
    "5": marked("Up to 5 hours"),
    "20": marked("Up to 20 hours"),
    "more": marked("More than 20 hours"),
})  # fmt: skip

LAYER = BadgeFacet(
    name="layer",
    words=called(marked("Kind of experience")),
    group=Group.SHOWING,
    reader=of_each(lambda it: (it.layer,)),
    choices=terms("layers"),
)

TOPIC = BadgeFacet(
    name="topic",
    words=called(marked("Topic")),
    group=Group.SHOWING,
    reader=of_each(lambda it: it.topics),
    choices=terms("topics"),
)

SKILL = BadgeFacet(
    name="skill",
    words=called(marked("Skill")),
    group=Group.SHOWING,
    reader=of_each(lambda it: it.skills),
    choices=by_name(terms("skills")),
)

CAREER = BadgeFacet(
    name="career",
    words=called(marked("Career")),
    group=Group.SHOWING,
    reader=of_each(lambda it: it.careers),
    choices=by_name(terms("careers")),
)


def earned_here(place: Place, badge: str) -> tuple[str, ...]:
    """Return the opportunities that award a badge and that somebody new can still come to."""
    unknown = Prospect()
    awarding = place.links.earned_in.get(badge, ())
    return tuple(it for it in awarding if place.prospects.get(it, unknown).state not in OVER)


def _here(place: Place) -> Reads[Badge]:
    return lambda badge: ("yes",) if earned_here(place, badge.id) else ()


EARNED_HERE = BadgeFacet(
    name="here",
    words=called(marked("Where to earn it")),
    group=Group.EARNING,
    reader=_here,
    choices=coded(HERE_LABELS),
)

EARNED_BY = BadgeFacet(
    name="earn",
    words=called(marked("How you get it")),
    group=Group.EARNING,
    reader=of_each(lambda it: it.earn_via),
    choices=coded(EARN_VIA),
)

START = BadgeFacet(
    name="start",
    words=called(marked("Where to begin")),
    group=Group.EARNING,
    reader=of_each(lambda it: () if it.requires else ("yes",)),
    choices=coded(START_LABELS),
)


def _hours(badge: Badge) -> tuple[str, ...]:
    if badge.hours is None:
        return ()
    held = tuple(band for band in ("5", "20") if badge.hours <= Decimal(band))
    return held or ("more",)


HOURS = BadgeFacet(
    name="hours",
    words=called(marked("How long it takes")),
    group=Group.EARNING,
    reader=of_each(_hours),
    choices=coded(HOURS_LABELS),
)


def _band(badge: Badge) -> tuple[str, ...]:
    kind = cost_kind(entry.price for entry in badge.cost)
    return () if kind is CostKind.UNKNOWN else (kind.value,)


COST = BadgeFacet(
    name="cost",
    words=called(marked("Cost")),
    group=Group.EARNING,
    reader=of_each(_band),
    choices=coded(COSTS),
)

MODE = BadgeFacet(
    name="mode",
    words=called(marked("How it happens")),
    group=Group.EARNING,
    reader=of_each(lambda it: it.mode),
    choices=coded(MODES),
)


def _languages(place: Place) -> Reads[Badge]:
    usual = (place.settings.language,)
    return lambda badge: badge.languages or usual


def _tongues(here: Here) -> Named:
    return tongues(here, (it.languages for it in here.place.badges.values()))


LANGUAGE = BadgeFacet(
    name="language",
    words=called(marked("Language")),
    group=Group.EARNING,
    reader=_languages,
    choices=_tongues,
)


ISSUER = BadgeFacet(
    name="issuer",
    words=called(marked("Issued by")),
    group=Group.EARNING,
    reader=of_each(lambda it: (it.issuer,)),
    choices=by_name(organisations),
)

BADGE_FACETS = (
    TOPIC,
    LAYER,
    SKILL,
    CAREER,
    EARNED_HERE,
    START,
    EARNED_BY,
    HOURS,
    COST,
    MODE,
    LANGUAGE,
    ISSUER,
)
"""What the finder of badges offers with ticks, in its order."""
