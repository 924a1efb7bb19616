"""A recurrence in a sentence: “Every Tuesday, 17:00 to 19:00, in term time”."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from generator.model.schedule import During
from generator.rules.patterns import Pattern, PatternKind
from generator.views.here import Here
from generator.views.labels import HOURS_SPAN, marked

_WEEKDAY_OF_MONTH = MappingProxyType({
    1: marked("the first {weekday} of the month"),
    2: marked("the second {weekday} of the month"),
    3: marked("the third {weekday} of the month"),
    4: marked("the fourth {weekday} of the month"),
    5: marked("the fifth {weekday} of the month"),
    -1: marked("the last {weekday} of the month"),
})  # fmt: skip


def pattern_words(here: Here, pattern: Pattern) -> str:
    """Return a recurrence in a sentence without a full stop."""
    return ", ".join(_parts(here, pattern))


def rhythm_words(here: Here, pattern: Pattern) -> str:
    """Return the same without the days on which it begins and ends: “Every Tuesday, 17:00 …”."""
    return ", ".join(_rhythm_parts(here, pattern))


def _rhythm_parts(here: Here, pattern: Pattern) -> Iterator[str]:
    yield _rhythm(here, pattern)
    clock = here.wording.clock
    hours = here.say(HOURS_SPAN, start=clock(pattern.start), end=clock(pattern.end))
    yield here.say("{hours} the next day", hours=hours) if pattern.ends_next_day else hours
    if pattern.during is During.TERM:
        yield here.say("in term time")
    elif pattern.during is During.HOLIDAYS:
        yield here.say("in the school holidays")


def _parts(here: Here, pattern: Pattern) -> Iterator[str]:
    yield from _rhythm_parts(here, pattern)
    if pattern.starts_on:
        yield here.say("from {day}", day=here.wording.day(pattern.starts_on))
    if pattern.until:
        yield here.say("until {day}", day=here.wording.day(pattern.until))


def _rhythm(here: Here, pattern: Pattern) -> str:
    listing = here.wording.listing
    days = listing([here.wording.weekday(number) for number in pattern.weekdays])
    match pattern.kind:
        case PatternKind.DAILY:
            return here.say("Every day")
        case PatternKind.WORKING_DAYS:
            return here.say("Monday to Friday")
        case PatternKind.WEEKLY:
            return here.say("Every {days}", days=days)
        case PatternKind.EVERY_OTHER_WEEK:
            return here.say("Every other {days}", days=days)
        case PatternKind.MONTHLY_BY_WEEKDAY:
            named = [
                here.say(_WEEKDAY_OF_MONTH[ordinal], weekday=here.wording.weekday(weekday))
                for weekday, ordinal in pattern.weekdays_of_month
            ]
            return here.say("On {days}", days=listing(named))
        case PatternKind.MONTHLY_BY_DATE:
            numbers = [here.wording.number(number) for number in pattern.dates_of_month]
            return here.count(
                "On day {days} of each month",
                "On days {days} of each month",
                len(numbers),
                days=listing(numbers),
            )
