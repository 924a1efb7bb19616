"""``doorstep geocode``: ask a network geocoder for the venues that still want a place.

Each answer is saved before the next question is asked, so that nothing is asked twice however a
run ends. An error is no answer: it is told and never saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.fault import Fault, Stopped
from generator.model.location import Bounds, Geocode, Location
from generator.model.place import Place
from generator.model.problem import Severity
from generator.model.venue import Venue
from generator.ports import AddressFinder, Gazetteer, ReplacedFile, Reporter, Yaml
from generator.rules.geocodes import answered_address, answers, as_plain, read_geocodes
from generator.rules.geometry import grown
from generator.rules.judging import Judgement, judged
from generator.rules.questions import questions

ASK_AGAIN_AFTER = timedelta(days=30)
"""How long "not found" is believed: maps are being drawn all the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A venue to be placed.

    Never one that is not shown exactly: its name and address would go to a third party, and its
    position into a public file. Keeping those out is the caller's duty. ``middle`` is that of its
    postcode, ``bounds`` the place's box, or a box of its own where it is outside on purpose.
    """

    venue: str
    name: str
    address: str
    postcode: str
    place: str
    bounds: Bounds
    middle: Location | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each venue. ``stopped`` says why the run ended early, or is empty.

    ``skipped`` and ``failed`` are pairs of venue and reason; ``left`` are the venues that the run
    did not get to.
    """

    placed: tuple[Geocode, ...] = ()
    missed: tuple[Geocode, ...] = ()
    flagged: tuple[Geocode, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    stopped: str = ""


OUTSIDE_BOX = 10_000.0
"""Metres around the postcode of a venue outside the place: wide, so that a wrong answer is seen and
flagged, where a tight box would make it a miss."""


def wanted(place: Place, gazetteer: Gazetteer) -> tuple[Wanted, ...]:
    """Return the venues of a place that may be asked about: shown exactly, with an address."""
    settings = place.settings
    return tuple(
        Wanted(
            venue=venue.id,
            name=venue.title.words(settings.language),
            address=venue.address,
            postcode=venue.postcode,
            place=settings.name.words(settings.language),
            bounds=_box(venue, settings.bounds, middle),
            middle=middle,
        )
        for venue in place.venues.values()
        if venue.location_shown == "exact" and venue.address and not venue.location
        for middle in [gazetteer.locate(venue.postcode) if venue.postcode else None]
    )


def _box(venue: Venue, bounds: Bounds, middle: Location | None) -> Bounds:
    """Return where an answer may lie: around its postcode for a venue outside on purpose."""
    if not venue.outside:
        return bounds
    if middle is None:
        return Bounds(-90, -180, 90, 180)
    corner = Bounds(middle.latitude, middle.longitude, middle.latitude, middle.longitude)
    return grown(corner, OUTSIDE_BOX)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the work is done with."""

    finder: AddressFinder
    file: ReplacedFile
    yaml: Yaml
    reporter: Reporter
    today: date


def geocode(wanted: Sequence[Wanted], desk: Desk) -> Outcome:
    """Ask for each venue in turn, save each answer at once, and say what became of them."""
    known = {one.venue: one for one in _read(desk)}
    reasons = [(one, _skip(one, known.get(one.venue), desk.today)) for one in wanted]
    asked = [one for one, reason in reasons if not reason]
    skipped = tuple((one.venue, reason) for one, reason in reasons if reason)
    answers_given: list[Geocode] = []
    failed: list[tuple[str, str]] = []
    left: tuple[str, ...] = ()
    stopped = ""
    desk.reporter.stage("geocode")
    for done, one in enumerate(asked):
        desk.reporter.progress(done, len(asked))
        try:
            answer = _ask(one, desk)
        except Stopped as reason:
            stopped, left = str(reason), tuple(rest.venue for rest in asked[done:])
            break
        except Fault as reason:
            failed.append((one.venue, str(reason)))
            continue
        if _save(answer, desk):
            answers_given.append(answer)
    else:
        desk.reporter.progress(len(asked), len(asked))
    return Outcome(
        placed=tuple(one for one in answers_given if one.location and not one.flag),
        missed=tuple(one for one in answers_given if not one.location),
        flagged=tuple(one for one in answers_given if one.flag),
        skipped=skipped,
        failed=tuple(failed),
        left=left,
        stopped=stopped,
    )


def _skip(wanted: Wanted, known: Geocode | None, today: date) -> str:
    """Return why the venue need not be asked about, or ""."""
    if known is None:
        return ""
    if known.locked:
        return "locked"
    if not answers(known, wanted.address, wanted.postcode):
        return ""
    if known.flag:
        return f"a person must decide: {known.flag}"
    if known.location:
        return "placed already"
    age = today - date.fromisoformat(known.date)
    # A miss from the future was dated by a clock that was wrong.
    return f"not found on {known.date}" if timedelta(0) <= age < ASK_AGAIN_AFTER else ""


def _ask(wanted: Wanted, desk: Desk) -> Geocode:
    """Ask until a building is found; the first lesser answer stands in where none is."""
    best: Judgement | None = None
    for question in questions(wanted.name, wanted.address, wanted.postcode, wanted.place):
        judgement = judged(desk.finder.find(question, wanted.bounds), wanted.middle)
        if judgement and (best is None or _better(judgement, best)):
            best = judgement
        if best and not best.flag:
            break
    found = best.candidate if best else None
    return Geocode(
        venue=wanted.venue,
        address=answered_address(wanted.address, wanted.postcode),
        location=found.location if found else None,
        level=found.level if found else "",
        source=desk.finder.source,
        date=desk.today.isoformat(),
        label=found.label if found else "",
        flag=best.flag if best else "",
    )


def _better(one: Judgement, other: Judgement) -> bool:
    return bool(other.flag) and not one.flag


def _save(answer: Geocode, desk: Desk) -> bool:
    """Put one answer into the file as it is now; return False where it has been locked since.

    Read again each time: a person, or another run, may have changed it while we were asking.
    """
    entries = {one.venue: one for one in _read(desk)}
    before = entries.get(answer.venue)
    if before and before.locked:
        return False
    entries[answer.venue] = answer
    desk.file.replace(desk.yaml.write(as_plain(entries.values())))
    return True


def _read(desk: Desk) -> tuple[Geocode, ...]:
    """Return the file's entries. One that cannot be read must not be lost by writing over it."""
    node, problems = desk.yaml.read(desk.file.path, desk.file.read())
    geocodes, more = read_geocodes(node)
    mistakes = [one for one in (*problems, *more) if one.severity is Severity.ERROR]
    if mistakes:
        mark, message = mistakes[0].mark, mistakes[0].message
        raise Fault(f"{mark.path}:{mark.line}:{mark.column}: {message}; correct it first")
    return geocodes
