"""What the demonstration owes: an honest example of every way an opportunity can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from generator.model.life import Life
from generator.model.money import CostPer, PayPer
from generator.model.opportunity import BOOKED_BY, FOR, HELP, JOIN, KINDS, MODES, Opportunity
from generator.model.schedule import During, Recurrence, Session, SessionStatus, StartRule
from generator.model.status import OpportunityStatus
from generator.model.taxonomy import Taxonomy, TaxonomyTerm
from generator.rules.costs import CostKind, cost_kind
from tests.support.demonstration import demonstration, listed, short_of, tally


def ids(terms: Iterable[TaxonomyTerm]) -> list[str]:
    return [term.id for term in terms]


def qualifying(record: Opportunity) -> tuple[str, ...]:
    eligible = record.eligible
    needed = eligible.status + eligible.benefits if eligible else ()
    return needed + tuple(term for price in record.costs for term in price.qualifying)


# Which values, how often at least, and which of them a record has.
Owed = tuple[Callable[[Taxonomy], Iterable[str]], int, Callable[[Opportunity], Iterable[str]]]
TONGUES = ("en", "cy", "bfi", "ar", "pl", "uk", "ur", "ro", "fa", "ti", "bn")
OWED: dict[str, Owed] = {
    "kind": (lambda _: KINDS, 4, lambda it: (it.kind,)),
    "mode": (lambda _: MODES, 8, lambda it: it.mode),
    "way to join": (lambda _: JOIN, 8, lambda it: it.join),
    "start rule": (lambda _: tuple(StartRule), 3, lambda it: (it.start_rule,)),
    "help": (lambda _: HELP, 8, lambda it: it.help),
    "who books": (lambda _: BOOKED_BY, 15, lambda it: it.booked_by),
    "audience": (lambda _: FOR, 10, lambda it: it.audience),
    "access": (lambda terms: ids(terms.access), 3, lambda it: it.access),
    "support": (lambda terms: ids(terms.support), 5, lambda it: it.support),
    "topic": (lambda terms: ids(terms.topics), 4, lambda it: it.topics),
    "skill": (lambda terms: ids(terms.skills), 2, lambda it: it.skills),
    "career": (lambda terms: ids(terms.careers), 1, lambda it: it.careers),
    "eligibility": (lambda terms: ids(terms.eligibility), 2, qualifying),
    "benefit": (lambda terms: ids(terms.benefits), 2, qualifying),
    "language": (lambda _: TONGUES, 2, lambda it: it.languages),
}


@pytest.mark.parametrize("what", OWED)
def test_each_choice_that_a_learner_is_offered_finds_something(what: str) -> None:
    wanted, least, values = OWED[what]

    counts = tally(listed(), values)

    assert short_of(counts, wanted(demonstration().place.taxonomy), least) == {}


def test_every_neighbourhood_has_at_least_six_things_to_do() -> None:
    place = demonstration().place
    shown = {record.id for record in listed()}

    counts = {
        area: sum(it in shown for it in place.links.opportunities_in.get(area, ()))
        for area in place.neighbourhoods
    }

    assert len(counts) == 20
    assert short_of(counts, counts, 6) == {}


COSTS: dict[str, Callable[[Opportunity], bool]] = {
    "free for everyone": lambda it: cost_kind(it.costs) is CostKind.FREE,
    "free if one qualifies": lambda it: cost_kind(it.costs) is CostKind.FREE_IF_QUALIFYING,
    "the same price for everyone": lambda it: cost_kind(it.costs) is CostKind.PAID,
    "per session": lambda it: any(price.per is CostPer.SESSION for price in it.costs),
    "per term": lambda it: any(price.per is CostPer.TERM for price in it.costs),
    "per course": lambda it: any(price.per is CostPer.COURSE for price in it.costs),
    "less for those who qualify": lambda it: any(
        price.qualifying and not price.free for price in it.costs
    ),
    "what one can give": lambda it: any(
        price.free and price.for_everyone and price.note for price in it.costs
    ),
}


@pytest.mark.parametrize("shape", COSTS)
def test_every_shape_of_cost_is_there_twice(shape: str) -> None:
    assert sum(map(COSTS[shape], listed())) >= 2


def test_pay_is_told_for_every_span_of_time_and_where_there_is_none() -> None:
    pay = [record.paid for record in listed() if record.paid]

    spans = {told.per for told in pay if told.amount is not None}

    assert spans == set(PayPer)
    assert any(told.paid and told.amount is None for told in pay)
    assert sum(not told.paid for told in pay) >= 3


# Whom something was made for, by the youngest and the oldest who may come.
AGES: dict[str, Callable[[tuple[int, int]], bool]] = {
    "under five, with a parent": lambda it: it[1] <= 6,
    "8 to 10": lambda it: it[0] <= 8 and 10 <= it[1] <= 13,
    "11 to 15": lambda it: 10 <= it[0] <= 11 and 15 <= it[1] <= 18,
    "16 to 18": lambda it: 14 <= it[0] <= 16 and 18 <= it[1] <= 21,
    "18 to 24": lambda it: 14 <= it[0] <= 18 and 21 <= it[1] <= 25,
    "25 and over": lambda it: 18 <= it[0] <= 25 and it[1] >= 100,
    "over 60": lambda it: it[0] >= 55,
}


@pytest.mark.parametrize("band", AGES)
def test_every_age_has_things_that_were_made_for_it(band: str) -> None:
    fits = AGES[band]

    made = [
        record.id
        for record in listed()
        if record.ages and fits((record.ages.youngest or 0, _or_more(record.ages.oldest)))
    ]

    assert len(made) >= 4


def _or_more(oldest: int | None) -> int:
    return 120 if oldest is None else oldest


def recurrences(record: Opportunity) -> list[Recurrence]:
    return [entry for entry in record.schedule.entries if isinstance(entry, Recurrence)]


def dated(record: Opportunity) -> list[Session]:
    return [entry for entry in record.schedule.entries if isinstance(entry, Session)]


SCHEDULES: dict[str, Callable[[Opportunity], bool]] = {
    "at any time": lambda it: it.schedule.anytime,
    "dated sessions": lambda it: bool(dated(it)),
    "in term": lambda it: any(each.during is During.TERM for each in recurrences(it)),
    "in the holidays": lambda it: any(each.during is During.HOLIDAYS for each in recurrences(it)),
    "all year": lambda it: any(each.during is During.ALL_YEAR for each in recurrences(it)),
    "every other week": lambda it: any(each.every.interval == 2 for each in recurrences(it)),
    "once a month": lambda it: any(
        day.ordinal for each in recurrences(it) for day in each.every.by_day
    ),
    "with days that fall out": lambda it: any(each.exceptions for each in recurrences(it)),
    "with an end": lambda it: any(each.until for each in recurrences(it)),
    "in two places": lambda it: len({entry.where for entry in it.schedule.entries}) > 1,
    "with a last day to sign up": lambda it: it.enrol_by is not None,
}


@pytest.mark.parametrize("shape", SCHEDULES)
def test_every_shape_of_timetable_is_there(shape: str) -> None:
    assert any(map(SCHEDULES[shape], listed()))


def test_a_session_can_be_full_cancelled_or_moved() -> None:
    states = {entry.status for record in listed() for entry in record.schedule.entries}

    assert states == set(SessionStatus)


def test_every_state_of_an_opportunity_can_be_looked_at() -> None:
    place = demonstration().place
    published = place.opportunities.values()

    states = {record.status for record in published}
    lives = {place.standing["opportunity", record.id].life for record in published}

    assert states == set(OpportunityStatus) - {OpportunityStatus.WITHDRAWN}
    assert lives == set(Life) - {Life.WITHDRAWN}
    assert [gone.kind for gone in place.gone] == ["opportunity"]
    assert any(it.replaced_by for it in published if it.status is OpportunityStatus.ENDED)


def test_people_must_qualify_in_every_way_there_is() -> None:
    rules = [record.eligible for record in listed() if record.eligible]
    areas = demonstration().place.neighbourhoods

    homes = {home.original for rule in rules for home in rule.lives_in}

    assert homes & set(areas)
    assert homes - set(areas)
    assert sum(bool(rule.benefits) for rule in rules) >= 3
    assert sum(bool(rule.status) for rule in rules) >= 10
    assert {rule.diagnosis for rule in rules} == {True, False, None}
    assert sum(bool(rule.proof) for rule in rules) >= 3


def test_some_of_it_is_in_welsh_alone_and_some_in_both_languages() -> None:
    spoken = [set(record.languages) for record in listed()]

    assert sum(languages == {"cy"} for languages in spoken) >= 4
    assert sum({"cy", "en"} <= languages for languages in spoken) >= 15
