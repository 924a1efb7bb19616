"""``when`` as an author would type it, in every form that the grammar has."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.schedule import During, SessionStatus
from generator.rules.every import ORDINALS, WEEKDAYS
from tests.support.random_values import TODAY, Drawing
from tests.support.record_text import Bare


def when(drawing: Drawing, venues: list[str], checked_on: date) -> object:
    """Return the word ``anytime``, or up to three sessions at these venues."""
    random = drawing.random
    if random.random() < 0.15:
        return random.choice((Bare("anytime"), {"anytime": True}))
    entries = [
        _every(drawing, checked_on) if random.random() < 0.6 else _dated(drawing)
        for _ in range(random.randint(1, 3))
    ]
    return {"sessions": [{**entry, **_circumstances(drawing, venues)} for entry in entries]}


def _dated(drawing: Drawing) -> dict[str, object]:
    start = drawing.clock(drawing.day(TODAY - timedelta(days=60), 400))
    end = start + timedelta(minutes=15 * drawing.random.randint(1, 12))
    if drawing.random.random() < 0.5:
        return {"start": start, "end": end.time()}
    return {"start": start, "end": end + timedelta(days=drawing.random.randint(0, 2))}


def _every(drawing: Drawing, checked_on: date) -> dict[str, object]:
    random = drawing.random
    start = drawing.clock(TODAY)
    end = start + timedelta(minutes=15 * random.randint(1, 16))
    days = _days(drawing)
    entry: dict[str, object] = {"every": f"{days} {start:%H:%M}-{end:%H:%M}"}
    first = checked_on
    if drawing.chance() or days.startswith("other"):  # every other week must count from a day
        first = drawing.day(TODAY - timedelta(days=200), 300)
        entry["from"] = first
    if drawing.chance():
        # Every month has its days within two months: no rule is left without any.
        entry["until"] = first + timedelta(days=random.randint(70, 500))
    if drawing.chance():
        entry["during"] = str(random.choice(tuple(During)))
    if drawing.chance():
        entry["except"] = [_exception(drawing, first) for _ in range(random.randint(1, 2))]
    return entry


def _days(drawing: Drawing) -> str:
    random = drawing.random
    weekday = random.choice(WEEKDAYS).title()
    several = ", ".join(day.title() for day in WEEKDAYS if random.random() < 0.4) or weekday
    ordinal = random.choice(tuple(ORDINALS))
    forms = (weekday, several, "day", "weekday", f"other {weekday}", f"{ordinal} {weekday}")
    return random.choice((*forms, "1st", "15th", "22nd and 28th"))


def _exception(drawing: Drawing, first: date) -> object:
    day = first + timedelta(days=drawing.random.randint(0, 200))
    return {"date": day, "reason": drawing.sayings.words(100)} if drawing.chance() else day


def _circumstances(drawing: Drawing, venues: list[str]) -> dict[str, object]:
    given: dict[str, object] = {}
    if venues and drawing.chance():
        given["where"] = drawing.random.choice(venues)
    if drawing.chance():
        given["status"] = str(drawing.random.choice(tuple(SessionStatus)))
    if drawing.chance():
        given["note"] = drawing.sayings.words(100)
    return given
