"""Rows for the finder: what of each opportunity can be found, and what its result says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from generator.model.finding import Fact, Findable, Meeting, ResultCard, When, WordField
from generator.model.opportunity import Opportunity
from generator.model.prospect import JoinState, Prospect
from generator.model.registry import OPPORTUNITY
from generator.model.schedule import Occurrence, SessionStatus
from generator.model.text import Text
from generator.rules.ages import ages_admitted
from generator.rules.costs import CostKind, cost_kind, least_amount
from generator.views.cards import OpportunityCard, opportunity_card
from generator.views.dates import prospect_of
from generator.views.here import Here

HUNDREDTHS = 100
LAST_MINUTE = time(23, 59)

_NOT_FOUND = (JoinState.CLOSED, JoinState.ENDED)
_GOING_ON = (SessionStatus.RUNNING, SessionStatus.MOVED, SessionStatus.FULL)


def findable_ids(here: Here) -> tuple[str, ...]:
    """Return the opportunities that can be found, by title.

    What nobody new can join any more is left out; what is only full is not, for places come free.
    """
    place = here.place
    found = [
        opportunity
        for opportunity in place.opportunities.values()
        if place.listed(OPPORTUNITY.name, opportunity.id)
        and prospect_of(here, opportunity).state not in _NOT_FOUND
    ]
    found.sort(key=lambda one: (one.title.words(here.language).casefold(), one.id))
    return tuple(opportunity.id for opportunity in found)


def findables(here: Here) -> tuple[Findable, ...]:
    """Return a row for each opportunity that can be found."""
    neighbourhoods = _neighbourhoods(here)
    return tuple(
        _findable(here, here.place.opportunities[identifier], neighbourhoods.get(identifier, ()))
        for identifier in findable_ids(here)
    )


def _findable(here: Here, opportunity: Opportunity, neighbourhoods: tuple[str, ...]) -> Findable:
    prospect = prospect_of(here, opportunity)
    ages = ages_admitted(opportunity.ages, opportunity.school_years, here.settings.nation)
    least = least_amount(opportunity.costs)
    meetings = _meetings(prospect)
    closes = opportunity.enrol_by
    return Findable(
        id=opportunity.id,
        card=_card(here, opportunity),
        words=tuple(_words(here, opportunity)),
        facets=(
            ("topic", opportunity.topics),
            ("cost", _cost(opportunity)),
            ("mode", opportunity.mode),
            ("neighbourhood", neighbourhoods),
        ),
        youngest=ages.youngest,
        oldest=ages.oldest,
        least=None if least is None else int(least * HUNDREDTHS),
        when=_when(prospect, meetings),
        meetings=meetings,
        closes=datetime.combine(closes, LAST_MINUTE) if closes else None,
        venues=opportunity.venues,
    )


def _when(prospect: Prospect, meetings: tuple[Meeting, ...]) -> When:
    if prospect.state is JoinState.ANYTIME:
        return When.ANYTIME
    return When.DATED if meetings else When.UNDATED


def _meetings(prospect: Prospect) -> tuple[Meeting, ...]:
    """Return the times a learner can come; of what is full, those they could if a place came free.

    A course that begins together has only its first: week six is no use to who was not there.
    """
    dates: tuple[Occurrence, ...] = prospect.joinable
    if prospect.state is JoinState.FULL:
        dates = tuple(date for date in prospect.upcoming if date.state in _GOING_ON)
    return tuple(Meeting(date.start, date.end) for date in dates)


def _cost(opportunity: Opportunity) -> tuple[str, ...]:
    kind = cost_kind(opportunity.costs)
    return () if kind is CostKind.UNKNOWN else (kind.value,)


def _words(here: Here, opportunity: Opportunity) -> Iterator[tuple[WordField, str]]:
    """Yield what the finder may match. Titles count in every language: people mix them."""
    place = here.place
    yield WordField.TITLE, _spoken(opportunity.title)
    for scheme, field in (("topics", WordField.TOPIC), ("skills", WordField.SKILL)):
        for identifier in getattr(opportunity, scheme):
            term = place.taxonomy.term(scheme, identifier)
            if term:
                synonyms = [word for _, words in term.synonyms for word in words]
                yield field, " ".join((_spoken(term.label), *synonyms))
    organisation = place.organisations.get(opportunity.organisation)
    if organisation:
        yield WordField.ORGANISATION, _spoken(organisation.title)
    for identifier in opportunity.venues:
        if identifier in place.venues:
            yield WordField.VENUE, _spoken(place.venues[identifier].title)
    yield WordField.SUMMARY, opportunity.summary.words(here.language)
    yield WordField.BODY, opportunity.chosen_body(here.language)[1].text


def _spoken(text: Text) -> str:
    return " ".join(words for _, words in text.spoken)


def _card(here: Here, opportunity: Opportunity) -> ResultCard:
    card = opportunity_card(here, opportunity)
    return ResultCard(
        title=card.title.words,
        path=OPPORTUNITY.page(opportunity.id),
        summary=card.summary.words,
        facts=tuple(fact for fact in _facts(card) if fact.words),
        when=here.say("At any time") if card.anytime else "",
        language=card.title.language if card.title.foreign else "",
    )


def _facts(card: OpportunityCard) -> Iterator[Fact]:
    yield Fact("kind", card.kind)
    yield Fact("state", card.state.words)
    yield Fact("where", ", ".join(name.words for name in card.where))
    yield Fact("cost", card.cost)
    yield Fact("ages", card.ages)
    yield Fact("organisation", card.organisation.words)


def _neighbourhoods(here: Here) -> dict[str, tuple[str, ...]]:
    """Return the neighbourhoods of each opportunity."""
    found: dict[str, list[str]] = {}
    for neighbourhood, held in here.place.links.opportunities_in.items():
        for identifier in held:
            found.setdefault(identifier, []).append(neighbourhood)
    return {identifier: tuple(ids) for identifier, ids in found.items()}
