"""What's on: what is told of the coming days, how, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given

from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.model.prospect import JoinState, Prospect
from generator.model.registry import OPPORTUNITY, VENUE
from generator.model.schedule import Cancellation, Schedule, SessionStatus, StartRule
from generator.outputs.whats_on import whats_on
from generator.rules.joining import JoinTerms, next_joinable
from generator.views.agenda import (
    MOST_LINES,
    MOST_REGULARS,
    REACH,
    Agenda,
    AgendaDay,
    agenda,
    anytime_links,
    coming_dates,
    month_days,
)
from generator.views.here import Here
from generator.views.whats_on import WhatsOnPage
from tests.support.places import a_place, a_venue, an_opportunity, en
from tests.support.random_places import places
from tests.support.wordings import edition
from tests.unit.rules.scheduling import NEWPORT, recurrence, scheduled, session

MONDAY = date(2026, 11, 23)
WEEK = timedelta(weeks=1)
CLUB = scheduled(recurrence("Tuesday 17:00-19:00", date(2026, 9, 8)))


def a_place_of(*opportunities: Opportunity) -> Place:
    prospects = {
        it.id: next_joinable(
            it.schedule,
            NEWPORT,
            JoinTerms(it.start_rule, it.enrol_by, it.status),
            MONDAY,
            MONDAY + timedelta(days=92),
        )
        for it in opportunities
    }
    return a_place(*opportunities, a_venue(), prospects=prospects)


def at(place: Place, address: str = "whats-on/") -> Here:
    return Here(edition(place), address)


def seen(here: Here, most: int = MOST_LINES) -> Agenda:
    return agenda(here, coming_dates(here), most)


def told(schedule: Schedule, start_rule: StartRule = StartRule.ANY_SESSION) -> Agenda:
    # what happens today, so that all of it is seen from Monday
    today = an_opportunity("today", title=en("Today"), schedule=scheduled(session(MONDAY)))
    return seen(at(a_place_of(an_opportunity(schedule=schedule, start_rule=start_rule), today)))


def special(days: Iterable[AgendaDay]) -> list[date]:
    return [
        line.date.start.date() for day in days for line in day.lines if line.title.words != "Today"
    ]


def regular(days: Iterable[AgendaDay]) -> list[date]:
    return [line.date.start.date() for day in days for line in day.regulars]


def test_weekly_club_is_told_in_short_for_two_weeks_and_then_no_more() -> None:
    found = told(CLUB)

    assert regular(found.near) == [date(2026, 11, 24), date(2026, 12, 1)]
    assert special([*found.near, *found.later]) == []
    assert found.later == ()


def test_what_happens_once_is_told_however_far_away() -> None:
    days = (MONDAY + timedelta(days=3), MONDAY + timedelta(days=80))

    found = told(scheduled(*map(session, days)))

    assert special(found.near) == [days[0]]
    assert special(found.later) == [days[1]]


def test_what_comes_round_every_month_is_told_for_two() -> None:
    found = told(scheduled(recurrence("first Saturday 10:00-12:00", MONDAY)))

    assert special([*found.near, *found.later]) == [date(2026, 12, 5), date(2027, 1, 2)]


def test_what_begins_again_after_a_break_is_told_by_its_first_date() -> None:
    spring = recurrence("Tuesday 17:00-19:00", date(2027, 1, 5))

    found = told(scheduled(spring))

    assert special(found.later) == [date(2027, 1, 5)]
    assert regular(found.later) == []


def test_what_begins_after_all_that_is_worked_out_is_told_all_the_same() -> None:
    found = told(scheduled(recurrence("Tuesday 17:00-19:00", date(2027, 6, 1))))

    assert special(found.later) == [date(2027, 6, 1)]


def test_beginning_of_a_course_is_special_and_its_further_weeks_are_not_told() -> None:
    course = recurrence("Wednesday 18:00-20:00", MONDAY, until=MONDAY + 6 * WEEK)

    found = told(scheduled(course), StartRule.FIRST_SESSION)

    assert special(found.near) == [date(2026, 11, 25)]
    assert regular(found.near) == []
    assert special(found.later) == []


def test_course_that_has_begun_is_not_told() -> None:
    course = recurrence("Wednesday 18:00-20:00", MONDAY - 2 * WEEK, until=MONDAY + 6 * WEEK)

    found = told(scheduled(course), StartRule.FIRST_SESSION)

    assert special([*found.near, *found.later]) + regular(found.near) == []


def test_cancelled_session_is_told_with_its_reason() -> None:
    off = Cancellation(date(2026, 11, 24), en("The hall is flooded"))
    club = recurrence("Tuesday 17:00-19:00", date(2026, 9, 8), exceptions=(off,))

    found = told(scheduled(club))

    line = found.near[1].regulars[0]
    assert (line.date.state, line.date.note.words) == ("cancelled", "The hall is flooded")
    assert regular(found.near) == [date(2026, 11, 24), date(2026, 12, 1)]


def test_crowded_day_leads_to_explore_for_the_rest() -> None:
    clubs = [an_opportunity(f"club-{number}", schedule=CLUB) for number in range(MOST_REGULARS + 5)]

    day = seen(at(a_place_of(*clubs))).near[0]

    assert (len(day.regulars), day.regular_count) == (MOST_REGULARS, MOST_REGULARS + 5)
    assert day.more is not None
    assert day.more.words.words == "5 more on this day"
    assert day.more.href == "../explore/?from=2026-11-24&to=2026-11-24"


def test_months_that_find_no_room_have_pages_of_their_own() -> None:
    shows = [
        an_opportunity(f"show-{day}", schedule=scheduled(session(MONDAY + timedelta(days=day))))
        for day in range(60)
    ]
    place = a_place_of(*shows)

    found = seen(at(place), most=5)

    assert len(found.near) == 5
    assert found.months == (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))
    december = month_days(at(place), coming_dates(at(place)), date(2026, 12, 1))
    assert [it.day for it in december] == [date(2026, 12, day) for day in range(1, 32)]


def test_small_place_has_one_page() -> None:
    place = a_place_of(an_opportunity(schedule=CLUB))

    [page] = whats_on(edition(place)).pages

    assert isinstance(page.view, WhatsOnPage)
    assert page.view.months == ()
    assert page.view.calendar is not None
    assert page.view.calendar.webcal == (
        "webcal://learning.example.org/avonport/whats-on/calendar.ics"
    )


def test_anytime_things_stand_by_themselves() -> None:
    anytime = an_opportunity(schedule=Schedule(anytime=True))
    place = a_place_of(anytime, an_opportunity("club", schedule=CLUB))

    assert [link.href for link in anytime_links(at(place))] == ["../opportunities/robotics/"]


@given(places(kinds=(VENUE, OPPORTUNITY)))
def test_nothing_is_told_that_nobody_can_come_to_and_no_day_is_told_twice(place: Place) -> None:
    found = seen(at(place))

    days = [it.day for it in (*found.near, *found.later)]
    assert days == sorted(set(days))
    for day in (*found.near, *found.later):
        for line in (*day.lines, *day.regulars):
            assert line.date.joinable or line.date.state != "running"
            assert line.date.start.date() == day.day
        assert not day.regulars or day.day < days[0] + REACH


@given(places(kinds=(VENUE, OPPORTUNITY)))
def test_whatever_can_be_joined_on_a_date_is_told_at_least_once(place: Place) -> None:
    found = seen(at(place), most=10**6)

    lines = [line for day in (*found.near, *found.later) for line in (*day.lines, *day.regulars)]
    shown = {line.href for line in lines}
    for identifier, prospect in place.prospects.items():
        if prospect.joinable and place.listed("opportunity", identifier):
            crowded = any(day.more for day in found.near)
            assert crowded or f"../opportunities/{identifier}/" in shown


def test_full_session_says_so() -> None:
    found = told(scheduled(session(MONDAY + WEEK, SessionStatus.FULL)))

    assert [line.date.state_words for day in found.near for line in day.lines][-1] == "Full"


def test_place_without_dates_has_an_empty_page() -> None:
    place = a_place(an_opportunity(), prospects={"robotics": Prospect(JoinState.NOT_SCHEDULED)})

    assert seen(at(place)) == Agenda((), (), ())
