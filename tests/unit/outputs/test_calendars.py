from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.adapters.calendar_icalendar import IcalendarWriter
from generator.adapters.remembered import RememberedCalendars
from generator.model.calendar_event import CalendarEvent
from generator.model.entries import WhereEntry
from generator.model.life import Life, Standing
from generator.model.location import Location, Placing
from generator.model.opportunity import Opportunity
from generator.model.place import Links, Place
from generator.model.registry import OPPORTUNITY, VENUE
from generator.model.schedule import (
    ByDay,
    Cancellation,
    Every,
    Frequency,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.status import OpportunityStatus
from generator.outputs.calendars import calendars
from generator.rules.schedules import occurrences
from tests.support.calendars import events_of, expanded
from tests.support.field_strategies import FIRST_DAY, LAST_DAY
from tests.support.memos import Kept
from tests.support.places import (
    a_neighbourhood,
    a_place,
    a_venue,
    an_opportunity,
    an_organisation,
    en,
    settings,
)
from tests.support.random_places import places
from tests.support.wordings import edition

WEEKS = timedelta(weeks=12)
START = datetime(2026, 12, 8, 17)
SESSION = Session(START, START + timedelta(hours=2))
TUESDAYS = Recurrence(
    Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),)), first=date(2026, 9, 8)
)
OFF = Cancellation(date(2026, 12, 22), en("Library closed"))


def files(place: Place, language: str = "") -> dict[str, bytes]:
    produced = calendars(IcalendarWriter())(edition(place, language))
    return {artifact.path: artifact.content for artifact in produced.artifacts}


def events(record: Opportunity, *others: object, **given_: object) -> list[Event]:
    place = a_place(record, *others, **given_)  # type: ignore[arg-type] # records, anything
    content = files(place)[f"opportunities/{record.id}/event.ics"]
    return events_of(content)


def on(*entries: Session | Recurrence, **given_: object) -> Opportunity:
    return an_opportunity(schedule=Schedule(entries=entries), **given_)  # type: ignore[arg-type] # any field


@given(places(kinds=(VENUE, OPPORTUNITY)), st.dates(FIRST_DAY, LAST_DAY))
def test_calendar_programs_see_the_dates_that_pages_show(place: Place, day: date) -> None:
    calendar = place.settings.calendar
    made = files(place)

    for record in place.opportunities.values():
        if record.schedule.entries:
            off = record.status in (OpportunityStatus.CANCELLED, OpportunityStatus.POSTPONED)
            content = made[f"opportunities/{record.id}/event.ics"]
            begin, end = datetime.combine(day, time()), datetime.combine(day + WEEKS, time())
            seen = expanded(content, begin, end)
            shown = sorted(
                (each.start_at.astimezone(UTC), off or each.state is SessionStatus.CANCELLED)
                for each in occurrences(record.schedule, calendar, day, day + WEEKS)
                if begin <= each.start < end
            )
            assert seen == shown


@given(places(kinds=(VENUE, OPPORTUNITY)))
def test_whatever_records_say_comes_back_as_they_said_it(place: Place) -> None:
    for record in place.opportunities.values():
        if record.schedule.entries:
            content = files(place)[f"opportunities/{record.id}/event.ics"]
            told = Calendar.from_ical(content).walk("VEVENT")
            assert len(told) == content.count(b"\r\nBEGIN:VEVENT\r\n")
            for event in told:
                assert str(event["SUMMARY"]).endswith(record.title.words("en"))
                assert str(event["DESCRIPTION"]).endswith(record.summary.words("en"))


@given(places(kinds=(VENUE, OPPORTUNITY)))
def test_lines_end_as_the_standard_asks_and_none_is_longer_than_75_octets(place: Place) -> None:
    for content in files(place).values():
        lines = content.split(b"\r\n")
        assert lines[-1] == b""
        assert not [line for line in lines if b"\n" in line or b"\r" in line]
        assert max(map(len, lines)) <= 75


@given(places(kinds=(VENUE, OPPORTUNITY)))
def test_every_event_has_an_id_of_its_own(place: Place) -> None:
    whole = Calendar.from_ical(files(place)["whats-on/calendar.ics"])

    ids = [
        (str(event["UID"]), event["RECURRENCE-ID"].to_ical() if "RECURRENCE-ID" in event else b"")
        for event in whole.walk("VEVENT")
    ]

    assert len(ids) == len(set(ids))


def test_session_is_an_event_with_all_that_is_known() -> None:
    library = a_venue(
        address="John Frost Square, Newport",
        postcode="NP20 1PA",
        placed=Location(51.5876, -2.9945),
        placing=Placing.GEOCODE,
    )
    record = on(SESSION, topics=("digital-making",), alert=en("Bring a coat"))

    (event,) = events(record, library)

    assert event.to_ical(sorted=False).decode().splitlines() == [
        "BEGIN:VEVENT",
        "UID:robotics-20261208T1700@learning.example.org/avonport",
        "DTSTAMP:20261101T000000Z",
        "LAST-MODIFIED:20261101T000000Z",
        "DTSTART;TZID=Europe/London:20261208T170000",
        "DTEND;TZID=Europe/London:20261208T190000",
        "SUMMARY:Build your first robot",
        "DESCRIPTION:Bring a coat\\n\\nSix evenings of building.",
        "LOCATION:Central Library\\, John Frost Square\\, Newport\\, NP20 1PA",
        "GEO:51.5876;-2.9945",
        "URL:https://learning.example.org/avonport/opportunities/robotics/",
        "CATEGORIES:Digital making",
        "STATUS:CONFIRMED",
        "END:VEVENT",
    ]


def test_called_off_date_stays_as_a_cancelled_occurrence_with_its_reason() -> None:
    weekly = Recurrence(TUESDAYS.every, TUESDAYS.first, exceptions=(OFF,))

    event, off = events(on(weekly))

    assert "EXDATE" not in event
    assert off["UID"] == event["UID"]
    assert off["RECURRENCE-ID"].to_ical() == b"20261222T170000"
    assert str(off["STATUS"]) == "CANCELLED"
    assert str(off["SUMMARY"]) == "Cancelled: Build your first robot"
    assert str(off["DESCRIPTION"]).startswith("Library closed")


def test_called_off_first_date_is_an_event_of_its_own() -> None:
    weekly = Recurrence(TUESDAYS.every, TUESDAYS.first, exceptions=(Cancellation(TUESDAYS.first),))

    event, off = events(on(weekly))

    assert event["DTSTART"].to_ical() == b"20260915T170000"
    assert "RECURRENCE-ID" not in off
    assert off["DTSTART"].to_ical() == b"20260908T170000"
    assert str(off["STATUS"]) == "CANCELLED"


def test_ids_do_not_change_when_a_neighbour_goes() -> None:
    other = Session(START - timedelta(days=7), START - timedelta(days=7, hours=-2))

    before = [str(event["UID"]) for event in events(on(other, SESSION, TUESDAYS))]
    after = [str(event["UID"]) for event in events(on(SESSION, TUESDAYS))]

    assert before[1:] == after


def test_two_groups_at_one_time_are_told_apart_with_their_cancelled_dates() -> None:
    weekly = Recurrence(TUESDAYS.every, TUESDAYS.first, exceptions=(OFF,))

    ids = [str(event["UID"]).partition("@")[0] for event in events(on(TUESDAYS, weekly))]

    assert ids == [
        "robotics-weekly-tu-1700",
        "robotics-weekly-tu-1700-2",
        "robotics-weekly-tu-1700-2",
    ]


@pytest.mark.parametrize(
    ("status", "summary", "stands"),
    [
        (OpportunityStatus.CANCELLED, "Cancelled: Build your first robot", "CANCELLED"),
        (OpportunityStatus.POSTPONED, "Postponed: Build your first robot", "CANCELLED"),
        (OpportunityStatus.FULL, "Full: Build your first robot", "CONFIRMED"),
        (OpportunityStatus.OPEN, "Build your first robot", "CONFIRMED"),
    ],
)
def test_event_says_how_the_opportunity_stands(
    status: OpportunityStatus, summary: str, stands: str
) -> None:
    (event,) = events(on(SESSION, status=status))

    assert (str(event["SUMMARY"]), str(event["STATUS"])) == (summary, stands)


def test_session_elsewhere_names_its_own_venue() -> None:
    elsewhere = Session(SESSION.start, SESSION.end, where="riverfront")
    riverfront = a_venue("riverfront", title=en("Riverfront"), address="Kingsway")

    (event,) = events(on(elsewhere), a_venue(), riverfront)

    assert str(event["LOCATION"]) == "Riverfront, Kingsway"


@pytest.mark.parametrize("shown", ["area", "hidden"])
def test_nothing_tells_where_a_venue_is_that_must_not_be_found(shown: str) -> None:
    refuge = a_venue(
        "refuge",
        location_shown=shown,
        address="1 Secret Street",
        postcode="NP20 9ZZ",
        placed=Location(51.123456, -2.654321),
        placing=Placing.RECORD,
    )

    (event,) = events(on(SESSION, where=(WhereEntry(venue="refuge"),)), refuge)

    assert "LOCATION" not in event
    assert "GEO" not in event


def test_online_session_is_at_its_address() -> None:
    (event,) = events(on(SESSION, where=(WhereEntry(url="https://meet.example/robots"),)))

    assert str(event["LOCATION"]) == "https://meet.example/robots"


def test_zone_comes_with_rules_for_summer_time() -> None:
    content = files(a_place(on(SESSION)))["opportunities/robotics/event.ics"].decode()

    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n" in content
    assert (
        "BEGIN:DAYLIGHT\r\nDTSTART:19700329T010000\r\n"
        "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
    ) in content


def test_opportunity_without_dates_has_no_calendar() -> None:
    made = files(a_place(an_opportunity(schedule=Schedule(anytime=True))))

    assert not [path for path in made if path.endswith("event.ics")]


def test_what_is_overdue_leaves_the_calendar_of_the_place_and_keeps_its_own() -> None:
    overdue = {("opportunity", "robotics"): Standing(Life.OVERDUE)}

    made = files(a_place(on(SESSION), standing=overdue))

    assert b"BEGIN:VEVENT" not in made["whats-on/calendar.ics"]
    assert b"BEGIN:VEVENT" in made["opportunities/robotics/event.ics"]


def test_each_edition_has_calendars_in_its_words() -> None:
    title = en("Robot").of({"en": "Robot", "cy": "Robot cyntaf"})
    place = a_place(on(SESSION, title=title), settings=settings(languages=("en", "cy")))

    made = files(place, "cy")

    assert sorted(made) == [
        "cy/opportunities/robotics/event.ics",
        "cy/topics/digital-making/calendar.ics",
        "cy/whats-on/calendar.ics",
    ]
    assert b"SUMMARY:Robot cyntaf\r\n" in made["cy/opportunities/robotics/event.ics"]


def every_page_with_a_calendar(place: Place) -> dict[str, list[str]]:
    """Return the titles in each calendar that one subscribes to, by its page."""
    return {
        path.removesuffix("/calendar.ics"): [str(it["SUMMARY"]) for it in events_of(content)]
        for path, content in files(place).items()
        if path.endswith("/calendar.ics")
    }


def test_topic_neighbourhood_and_organisation_have_calendars_of_what_their_pages_list() -> None:
    records = (on(SESSION), on(SESSION, id="hidden", title=en("Overdue")))
    links = Links(
        run_by={"makers": ("robotics",)},
        opportunities_in={"harbour": ("robotics",)},
        opportunities_by_term={"topics": {"digital-making": ("robotics",)}},
    )
    overdue = {("opportunity", "hidden"): Standing(Life.OVERDUE)}

    made = every_page_with_a_calendar(
        a_place(
            *records,
            an_organisation(),
            an_organisation("readers"),
            a_neighbourhood(),
            links=links,
            standing=overdue,
        )
    )

    assert made == {
        "whats-on": ["Build your first robot"],
        "topics/digital-making": ["Build your first robot"],
        "neighbourhoods/harbour": ["Build your first robot"],
        "organisations/makers": ["Build your first robot"],
        # empty, and there: whoever subscribed keeps it until something is on again
        "organisations/readers": [],
    }


@given(places())
def test_subscribed_calendars_hold_the_events_that_opportunities_do(place: Place) -> None:
    made = files(place)
    own = {
        path.removesuffix("event.ics"): sorted(event.to_ical() for event in events_of(content))
        for path, content in made.items()
        if path.endswith("event.ics")
    }
    pages = {f"organisations/{it}/": held for it, held in place.links.run_by.items()}
    pages |= {f"neighbourhoods/{it}/": held for it, held in place.links.opportunities_in.items()}

    for page, held in pages.items():
        if f"{page}calendar.ics" in made:
            events = events_of(made[f"{page}calendar.ics"])
            expected = [event for it in held for event in own.get(f"opportunities/{it}/", [])]
            assert sorted(event.to_ical() for event in events) == sorted(expected)


def test_calendar_says_how_often_to_look_and_tells_its_zone_once() -> None:
    other = on(SESSION, id="other", title=en("Other"))

    lines = files(a_place(on(SESSION), other))["whats-on/calendar.ics"].decode().splitlines()

    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert lines.index("END:VTIMEZONE") < lines.index("BEGIN:VEVENT")
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines
    assert "X-PUBLISHED-TTL:P1D" in lines


def test_remembered_events_are_the_same_events() -> None:
    memo = Kept()
    place = a_place(on(SESSION), on(TUESDAYS, id="weekly"))
    first = calendars(RememberedCalendars(IcalendarWriter(), memo, "a"))(edition(place))

    again = calendars(RememberedCalendars(Unasked(), memo, "a"))(edition(place))

    assert len(memo.entries) == 2
    assert [it.content for it in again.artifacts] == [it.content for it in first.artifacts]
    assert first == calendars(IcalendarWriter())(edition(place))


class Unasked(IcalendarWriter):
    def events(self, events: tuple[CalendarEvent, ...], zone: str) -> bytes:
        raise AssertionError(f"asked again for {len(events)} events in {zone}")
