"""Rows for the finder: what of each opportunity can be found, and what its result says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from generator.model.finding import Fact, Findable, Meeting, ResultCard, When
from generator.model.opportunity import Opportunity
from generator.model.prospect import JoinState, Prospect
from generator.model.registry import BADGE, OPPORTUNITY
from generator.rules.ages import ages_admitted
from generator.rules.costs import least_amount
from generator.rules.meetings import is_open_while_it_runs, meetings
from generator.views.cards import OpportunityCard, opportunity_card
from generator.views.dates import prospect_of
from generator.views.facets.access import access_reader
from generator.views.facets.declared import FACETS
from generator.views.facets.joining import OVER
from generator.views.facets.offering import Answers, reader_of
from generator.views.facets.wheres import NEIGHBOURHOOD
from generator.views.found_facts import foreign, names_fact, written_in
from generator.views.found_words import words_of
from generator.views.here import Here

HUNDREDTHS = 100
LAST_MINUTE = time(23, 59)
MOST_ACCESS = 4


def findable_ids(here: Here) -> tuple[str, ...]:
    """Return the opportunities that can be found, by title.

    What nobody new can join any more is left out; what is only full is not, for places come free.
    """
    place = here.place
    found = [
        opportunity
        for opportunity in place.opportunities.values()
        if place.listed(OPPORTUNITY.name, opportunity.id)
        and prospect_of(here, opportunity).state not in OVER
    ]
    found.sort(key=lambda one: (here.order(one.title.words(here.language)), one.id))
    return tuple(opportunity.id for opportunity in found)


def findables(here: Here) -> tuple[Findable, ...]:
    """Return a row for each opportunity that can be found."""
    answers_of = reader_of(here.place, FACETS)
    opportunities = here.place.opportunities
    access_of = access_reader(here.place)
    return tuple(
        _findable(here, opportunity, answers_of(opportunity), access_of(opportunity))
        for identifier in findable_ids(here)
        if (opportunity := opportunities[identifier])
    )


def _findable(
    here: Here, opportunity: Opportunity, answers: Answers, access: tuple[str, ...]
) -> Findable:
    prospect = prospect_of(here, opportunity)
    ages = ages_admitted(opportunity.ages, opportunity.school_years, here.settings.nation)
    least = least_amount(opportunity.costs)
    coming = meetings(prospect, while_it_runs=is_open_while_it_runs(opportunity))
    areas = dict(answers).get(NEIGHBOURHOOD.name, ())
    return Findable(
        id=opportunity.id,
        card=_card(here, opportunity, access),
        words=tuple(words_of(here, opportunity, areas)),
        facets=answers,
        youngest=ages.youngest,
        oldest=ages.oldest,
        least=None if least is None else int(least * HUNDREDTHS),
        when=_when(prospect, coming),
        meetings=coming,
        closes=_closes(opportunity, prospect),
        venues=opportunity.venues,
        areas=areas,
        checked=opportunity.checked_on,
        added=opportunity.added_on,
    )


def _closes(opportunity: Opportunity, prospect: Prospect) -> datetime | None:
    """Return when nobody can join any more.

    What is full is listed for the places to come, and waiting for them does not end with the
    enrolment for those that are taken.
    """
    if opportunity.enrol_by is None or prospect.state is JoinState.FULL:
        return None
    return datetime.combine(opportunity.enrol_by, LAST_MINUTE)


def _when(prospect: Prospect, coming: tuple[Meeting, ...]) -> When:
    if prospect.state is JoinState.ANYTIME:
        return When.ANYTIME
    return When.DATED if coming else When.UNDATED


def _card(here: Here, opportunity: Opportunity, access: tuple[str, ...]) -> ResultCard:
    card = opportunity_card(here, opportunity)
    facts = (*_facts(here, card), *_more_facts(here, opportunity, access))
    return ResultCard(
        title=card.title.words,
        path=OPPORTUNITY.page(opportunity.id),
        summary=card.summary.words,
        facts=tuple(fact for fact in facts if fact.words),
        when=here.say("At any time") if card.anytime else "",
        language=foreign(card.title),
        summary_language=foreign(card.summary),
    )


def _facts(here: Here, card: OpportunityCard) -> Iterator[Fact]:
    yield Fact("text", written_in(here, card.title))
    yield Fact("kind", card.kind)
    yield Fact("state", card.state.words)
    yield names_fact("where", card.where)
    yield Fact("cost", card.cost)
    yield Fact("ages", card.ages)
    yield names_fact("organisation", (card.organisation,))


def _more_facts(here: Here, opportunity: Opportunity, access: tuple[str, ...]) -> Iterator[Fact]:
    """Yield what decides for some: access, a badge, and how fresh all of this is."""
    place = here.place
    terms = [place.taxonomy.term("access", identifier) for identifier in access[:MOST_ACCESS]]
    yield names_fact("access", (here.said(term.label) for term in terms if term))
    badges = [
        here.said(place.badges[identifier].title).words
        for identifier in opportunity.badges
        if identifier in place.badges and place.listed(BADGE.name, identifier)
    ]
    if badges:
        yield Fact("badge", here.say("Badge: {name}", name=", ".join(badges)))
    if opportunity.checked_on:
        month = here.wording.month(opportunity.checked_on)
        yield Fact("checked", here.say("Checked in {month}", month=month))
