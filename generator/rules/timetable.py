"""What an author's sessions mean: entries to a Schedule, with a Problem for each that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from generator.model.entries import SessionEntry
from generator.model.opportunity import Opportunity
from generator.model.problem import Mark, Problem, error, warning
from generator.model.schedule import Cancellation, Recurrence, Schedule, Session
from generator.rules.every import parse_every
from generator.rules.schedule_mistakes import (
    recurrence_mistake,
    session_end,
    session_mistake,
    stray_exceptions,
)
from generator.rules.zones import skipped

_FIRST_DAY = date(2000, 1, 1)
"""What a regular session without `from` or `checked_on` counts from: only a draft lacks both."""


def schedule_of(opportunity: Opportunity, zone: str) -> tuple[Schedule, tuple[Problem, ...]]:
    """Return the schedule that ``when`` describes, in the place's time zone ``zone``."""
    when = opportunity.when
    if when is None:
        return Schedule(), ()
    problems: list[Problem] = []
    entries: list[Session | Recurrence] = []
    if when.anytime and when.sessions:
        mark = opportunity.marks.at("when", "sessions")
        problems.append(error("when-unclear", mark, "it is at any time, or in sessions; not both"))
    if not (when.anytime or when.sessions or opportunity.marks.has("when", "sessions", 0)):
        message = "expected `anytime`, or sessions with a date or an `every`"
        problems.append(error("when-unclear", opportunity.marks.at("when"), message))
    for index, entry in enumerate(when.sessions):
        at = _At(opportunity, index)
        read = (
            _recurrence(entry, at, problems) if entry.every else _session(entry, at, problems, zone)
        )
        if read:
            entries.append(read)
    return Schedule(when.anytime, tuple(entries)), tuple(problems)


class _At:
    """Where the parts of one entry stand."""

    def __init__(self, opportunity: Opportunity, index: int) -> None:
        self._marks = opportunity.marks
        self._index = index
        self.checked_on = opportunity.checked_on

    def mark(self, *names: str | int) -> Mark:
        return self._marks.at("when", "sessions", self._index, *names)

    def has(self, name: str) -> bool:
        return self._marks.has("when", "sessions", self._index, name)


def _session(entry: SessionEntry, at: _At, problems: list[Problem], zone: str) -> Session | None:
    for name, given in (
        ("from", entry.from_), ("until", entry.until), ("except", entry.exceptions),
    ):  # fmt: skip
        if given:
            message = f'"{name}" belongs to a session with `every`; this one has a date'
            problems.append(error("when-unclear", at.mark(name), message))
    if entry.start is None or entry.end is None:
        if not (at.has("every") or (at.has("start") and at.has("end"))):
            message = "a session needs a start and an end, or `every` with a day and times"
            problems.append(error("when-unclear", at.mark(), message))
        return None
    if isinstance(entry.end, datetime):
        end = entry.end
    else:
        meant = session_end(entry.start, entry.end)
        if isinstance(meant, str):
            problems.append(error("session-times", at.mark("end"), meant))
            return None
        end = meant
    mistake = session_mistake(entry.start, end, zone)
    if mistake:
        wrong = "end" if end <= entry.start or not skipped(entry.start, zone) else "start"
        problems.append(error("session-times", at.mark(wrong), mistake))
        return None
    return Session(entry.start, end, entry.where, entry.status, entry.note)


def _recurrence(entry: SessionEntry, at: _At, problems: list[Problem]) -> Recurrence | None:
    if entry.start or entry.end:
        message = "a session has a start and an end, or an `every`; not both"
        problems.append(error("when-unclear", at.mark("every"), message))
    every = parse_every(entry.every)
    if isinstance(every, str):
        problems.append(error("every-unclear", at.mark("every"), every))
        return None
    if every.interval > 1 and entry.from_ is None and not at.has("from"):
        message = 'every other week counted from when? give the first day under "from"'
        problems.append(error("every-unclear", at.mark("every"), message))
        return None
    recurrence = Recurrence(
        every=every,
        first=entry.from_ or at.checked_on or _FIRST_DAY,
        until=entry.until,
        during=entry.during,
        exceptions=tuple(
            Cancellation(exception.date, exception.reason)
            for exception in entry.exceptions
            if exception.date
        ),
        where=entry.where,
        status=entry.status,
        note=entry.note,
    )
    mistake = recurrence_mistake(recurrence)
    if mistake:
        wrong = "until" if recurrence.until else "from"
        problems.append(error("session-times", at.mark(wrong), mistake))
        return None
    problems.extend(_stray(entry, recurrence, at))
    return recurrence


def _stray(entry: SessionEntry, recurrence: Recurrence, at: _At) -> Iterator[Problem]:
    stray = {cancellation.day for cancellation in stray_exceptions(recurrence)}
    for index, exception in enumerate(entry.exceptions):
        if exception.date in stray:
            message = f"no session falls on {exception.date}, so leaving it out changes nothing"
            yield warning("stray-exception", at.mark("except", index, "date"), message)


def without_venues(schedule: Schedule, kept: Callable[[str], bool]) -> Schedule:
    """Return the schedule without the venues of sessions that are not ``kept``."""
    entries = tuple(
        replace(entry, where="") if entry.where and not kept(entry.where) else entry
        for entry in schedule.entries
    )
    return replace(schedule, entries=entries)
