"""How an opportunity stands, in a word, a sentence, and with somewhere else to go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.model.life import Life, Standing
from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.model.registry import OPPORTUNITY
from generator.model.status import OpportunityStatus
from generator.views.dates import prospect_of
from generator.views.here import Here
from generator.views.labels import marked

MOST_ALTERNATIVES = 4

_LABELS = MappingProxyType({
    "full": (marked("Full"), marked("There are no places left at present.")),
    "waiting-list": (
        marked("Waiting list"),
        marked("All places are taken. You can join the waiting list."),
    ),
    "cancelled": (marked("Cancelled"), marked("This will not take place.")),
    "postponed": (
        marked("Postponed"),
        marked("This will not take place as planned. A new date is not yet known."),
    ),
    "closed": (marked("Closed for now"), marked("It is too late to join this time.")),
    "ended": (marked("Ended"), marked("This is over.")),
    "overdue": (
        marked("Not checked lately"),
        marked("Nobody has checked this for a long time. Ask before you set out."),
    ),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """How an opportunity stands."""

    code: str
    """``open``, ``full``, ``waiting-list``, ``cancelled``, ``postponed``, ``closed``, ``ended``
    or ``overdue``."""
    words: str
    """The same in a word or two; "" for one that is simply open."""
    sentence: str
    """What that means for a learner; "" for one that is simply open."""
    since: date | None
    """When it ended, where that is known."""


def state_of(here: Here, opportunity: Opportunity) -> State:
    """Return how an opportunity stands."""
    standing = here.place.standing.get((OPPORTUNITY.name, opportunity.id), Standing())
    code = _code(opportunity, standing, prospect_of(here, opportunity).state)
    words, sentence = _LABELS.get(code, ("", ""))
    return State(
        code,
        here.say(words) if words else "",
        here.say(sentence) if sentence else "",
        standing.ended_on if code == "ended" else None,
    )


def _code(opportunity: Opportunity, standing: Standing, prospect: str) -> str:
    """Choose the one thing to say: what is over says nothing else, then the author's own word."""
    status = opportunity.status
    if standing.life is Life.ENDED or status is OpportunityStatus.ENDED:
        return "ended"
    if status is not OpportunityStatus.OPEN:
        return status.value
    if standing.life is Life.OVERDUE:
        return "overdue"
    return prospect if prospect in ("full", "closed", "ended") else "open"


def alternatives(place: Place, opportunity: Opportunity) -> tuple[str, ...]:
    """Return what to do instead, likeliest first: what replaces it, then what is most like it."""
    found: dict[str, None] = {}
    for identifier in _candidates(place, opportunity):
        if identifier != opportunity.id and _can_be_joined(place, identifier):
            found[identifier] = None
        if len(found) == MOST_ALTERNATIVES:
            break
    return tuple(found)


def _candidates(place: Place, opportunity: Opportunity) -> Iterator[str]:
    if opportunity.replaced_by:
        yield opportunity.replaced_by
    by_topic = place.links.opportunities_by_term.get("topics", {})
    alike: dict[str, int] = {}
    for topic in opportunity.topics:
        for identifier in by_topic.get(topic, ()):
            alike[identifier] = alike.get(identifier, 0) + 1
    for identifier in alike:
        other = place.opportunities.get(identifier)
        alike[identifier] += 2 * (other is not None and other.kind == opportunity.kind)
    yield from sorted(alike, key=lambda identifier: (-alike[identifier], identifier))
    yield from place.links.run_by.get(opportunity.organisation, ())


def _can_be_joined(place: Place, identifier: str) -> bool:
    opportunity = place.opportunities.get(identifier)
    if opportunity is None or not place.listed(OPPORTUNITY.name, identifier):
        return False
    prospect = place.prospects.get(identifier)
    shut = prospect is not None and prospect.state in ("full", "closed", "ended")
    return opportunity.status is OpportunityStatus.OPEN and not shut
