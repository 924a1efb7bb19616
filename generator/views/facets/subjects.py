"""What it is: its topics, the skills and careers it helps with, its kind, the badges it earns."""

from __future__ import annotations

from types import MappingProxyType

from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.model.registry import BADGE
from generator.views.facets.facet import (
    Facet,
    Group,
    Named,
    Read,
    by_name,
    called,
    coded,
    of_each,
    terms,
)
from generator.views.here import Here
from generator.views.labels import KINDS, marked

ANY_BADGE = "any"
_LAYER = "layer-"
"""Before a layer's id, so that no layer's name can be taken for ANY_BADGE."""

TOPIC = Facet(
    name="topic",
    words=called(marked("Topic")),
    group=Group.WHAT,
    reader=of_each(lambda it: it.topics),
    choices=terms("topics"),
    own_pages="topics/",
)

KIND = Facet(
    name="kind",
    words=called(marked("Kind")),
    group=Group.WHAT,
    reader=of_each(lambda it: (it.kind,)),
    choices=coded(KINDS),
)

SKILL = Facet(
    name="skill",
    words=called(marked("Skill")),
    group=Group.WHAT,
    reader=of_each(lambda it: it.skills),
    choices=by_name(terms("skills")),
    own_pages="skills/",
)

CAREER = Facet(
    name="career",
    words=called(marked("Career")),
    group=Group.WHAT,
    reader=of_each(lambda it: it.careers),
    choices=by_name(terms("careers")),
    own_pages="careers/",
)


def _badges(place: Place) -> Read:
    """Return what reads badges; one that is no longer awarded cannot be earned."""
    answers = MappingProxyType({
        badge.id: (ANY_BADGE, _LAYER + badge.layer)
        for badge in place.badges.values()
        if badge.status == "live" and place.listed(BADGE.name, badge.id)
    })  # fmt: skip

    def read(opportunity: Opportunity) -> tuple[str, ...]:
        found = (answer for badge in opportunity.badges for answer in answers.get(badge, ()))
        return tuple(dict.fromkeys(found))

    return read


def _layers(here: Here) -> Named:
    layers = here.place.taxonomy.scheme("layers")
    return [
        (ANY_BADGE, here.own(here.say("Any badge"))),
        *((_LAYER + layer.id, here.said(layer.label)) for layer in layers),
    ]


EARNS_BADGE = Facet(
    name="badge",
    words=called(marked("Earns a badge")),
    group=Group.WHAT,
    reader=_badges,
    choices=_layers,
)
