"""What ``during`` means, by the terms a place has given.

Between two terms is holiday; before the first and after the last nothing is known, and a
recurrence that follows the terms has no dates there. To guess (the last pattern goes on) was
rejected: it would send a child to a closed door.

A recurrence that follows the terms, in term or in the holidays, also rests on bank holidays: the
building and the buses do. One that holds all year goes on, since its author has said so. Whoever
does run on such a day adds it as a dated session.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.model.schedule import During
from generator.model.terms import Calendar

DAY = timedelta(days=1)


def known_span(calendar: Calendar) -> tuple[date, date] | None:
    """Return the first and last day of which it is known whether they lie in a term, or None."""
    if not calendar.terms:
        return None
    return (
        min(term.first for term in calendar.terms),
        max(term.last for term in calendar.terms),
    )


def in_season(day: date, during: During, calendar: Calendar) -> bool:
    """Say whether the day is known to lie in the part of the year, bank holidays left aside."""
    if during is During.ALL_YEAR:
        return True
    span = known_span(calendar)
    if span is None or not span[0] <= day <= span[1]:
        return False
    in_term = any(term.contains(day) for term in calendar.terms)
    return in_term is (during is During.TERM)


def rests(day: date, during: During, calendar: Calendar) -> bool:
    """Say whether a recurrence in season skips the day as a bank holiday."""
    return during is not During.ALL_YEAR and day in calendar.bank_holidays


def season_windows(during: During, calendar: Calendar) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each known term, or of each holiday between two terms."""
    terms = sorted(calendar.terms, key=lambda term: term.first)
    match during:
        case During.ALL_YEAR:
            yield date.min, date.max
        case During.TERM:
            yield from ((term.first, term.last) for term in terms)
        case During.HOLIDAYS:
            for before, after in pairwise(terms):
                if after.first - before.last > DAY:
                    yield before.last + DAY, after.first - DAY
