"""What can be asked of pathways: where they lead, what they are about, how long they are.

Bands of steps hold each other, as their words say, and count steps that can be left out: the page
of a pathway counts them too.
"""

from __future__ import annotations

from types import MappingProxyType

from generator.model.pathway import Option, Pathway
from generator.model.place import Place
from generator.views.facets.facet import (
    Group,
    PathwayFacet,
    Reads,
    by_name,
    called,
    coded,
    of_each,
    terms,
)
from generator.views.facets.joining import organisations
from generator.views.labels import DESTINATIONS, marked

STEPS_LABELS = MappingProxyType({
    "4": marked("Up to 4 steps"),
    "6": marked("Up to 6 steps"),
    "more": marked("More than 6 steps"),
})  # fmt: skip

DESTINATION = PathwayFacet(
    name="destination",
    words=called(marked("What is at the end")),
    group=Group.LEADING,
    reader=of_each(lambda it: (it.destination.kind,) if it.destination else ()),
    choices=coded(DESTINATIONS),
)

CAREER = PathwayFacet(
    name="career",
    words=called(marked("Career")),
    group=Group.LEADING,
    reader=of_each(lambda it: it.careers),
    choices=by_name(terms("careers")),
)

TOPIC = PathwayFacet(
    name="topic",
    words=called(marked("Topic")),
    group=Group.WHAT,
    reader=of_each(lambda it: it.topics),
    choices=terms("topics"),
)

SKILL = PathwayFacet(
    name="skill",
    words=called(marked("Skill")),
    group=Group.WHAT,
    reader=of_each(lambda it: it.skills),
    choices=by_name(terms("skills")),
)


def step_count(place: Place, pathway: Pathway) -> int:
    """Return how many steps its page shows: not those whose records are all unpublished."""
    return sum(any(_published(place, it) for it in step.options) for step in pathway.steps)


def _published(place: Place, option: Option) -> bool:
    if option.opportunity:
        return option.opportunity in place.opportunities
    return option.badge in place.badges if option.badge else True


def _steps(place: Place) -> Reads[Pathway]:
    def read(pathway: Pathway) -> tuple[str, ...]:
        steps = step_count(place, pathway)
        held = tuple(band for band in ("4", "6") if steps <= int(band))
        return held or ("more",)

    return read


STEPS = PathwayFacet(
    name="steps",
    words=called(marked("How long it is")),
    group=Group.LEADING,
    reader=_steps,
    choices=coded(STEPS_LABELS),
)


KEPT_BY = PathwayFacet(
    name="organisation",
    words=called(marked("Kept by")),
    group=Group.WHAT,
    reader=of_each(lambda it: (it.owner,) if it.owner else ()),
    choices=by_name(organisations),
)

PATHWAY_FACETS = (
    DESTINATION,
    STEPS,
    CAREER,
    TOPIC,
    SKILL,
    KEPT_BY,
)
"""What the finder of pathways offers with ticks, in its order."""
