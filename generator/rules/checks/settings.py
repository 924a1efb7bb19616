"""What place.yaml's fields must be together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.model.problem import Problem, error, warning
from generator.model.record import Marks
from generator.model.settings import Colours, Settings
from generator.rules.colours import PAPER, TEXT_CONTRAST, contrast, readable


def check_settings(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with place.yaml on its own."""
    box = settings.bounds_entry
    if box and box.south is not None and box.north is not None and box.south >= box.north:
        message = "south lies north of north; latitudes grow northwards"
        yield error("bounds-out-of-order", settings.marks.at("bounds"), message)
    if box and box.west is not None and box.east is not None and box.west >= box.east:
        message = "west lies east of east; longitudes grow eastwards"
        yield error("bounds-out-of-order", settings.marks.at("bounds"), message)
    contact = settings.contact
    if contact and not (contact.email or contact.phone or contact.url or _tried(settings.marks)):
        message = "nobody can be reached this way: give an email, a phone or a url"
        yield error("missing-field", settings.marks.at("contact"), message)
    yield from _colours(settings.colours or Colours(), settings.marks)
    yield from _terms(settings)
    yield from _statement(settings)


def _statement(settings: Settings) -> Iterator[Problem]:
    """Yield what a public body's statement lacks of what SI 2018/952 and its model ask for."""
    statement = settings.statement
    if statement is None or not statement.public_body:
        return
    wanted = ["compliance", "tested_on", "tested_how", "prepared_on", "response_days"]
    wanted += ["known_gaps"] if statement.compliance in ("partially", "not") else []
    missing = [name for name in wanted if not getattr(statement, name)]
    if missing:
        mark = settings.marks.at("statement")
        message = f"a public body's statement also has {', '.join(missing)}"
        yield warning("statement-incomplete", mark, message)


def _tried(marks: Marks) -> bool:
    """Say whether there is a way to be reached that could not be read: that has been told."""
    return any(marks.has("contact", way) for way in ("email", "phone", "url"))


def _colours(colours: Colours, marks: Marks) -> Iterator[Problem]:
    """Yield what could not be read on the paper.

    The style sheet would darken it by itself, as it lightens it for the dark; but whoever chose the
    colour would find another one on the site, and nobody would have said so.
    """
    for name, colour in (("primary", colours.primary), ("accent", colours.accent)):
        ratio = contrast(colour, PAPER) if colour else TEXT_CONTRAST
        if ratio < TEXT_CONTRAST:
            # rounded down, so that what fails never reads as 4.5
            said = f"{int(ratio * 10) / 10:.1f} to 1 against the paper, and text needs 4.5"
            message = f"{colour} stands {said}; the nearest shade is {readable(colour, PAPER)}"
            yield error("unreadable-colour", marks.at("colours", name), message)


def _terms(settings: Settings) -> Iterator[Problem]:
    before = None
    for index, term in enumerate(settings.terms_entry):
        mark = settings.marks.at("terms", index)
        if term.first is None or term.last is None:
            continue
        if term.last < term.first:
            yield error("dates-out-of-order", mark, "the term ends before it begins")
        if before and term.first <= before:
            message = f"it begins before the term above it ends, on {before}"
            yield error("dates-out-of-order", mark, message)
        elif before and term.first - before > timedelta(days=120):
            message = "more than four months lie between it and the term above; is one missing?"
            yield warning("term-missing", mark, message)
        before = term.last
