"""Whole places at random: every kind of record, every field, every reference pointing somewhere.

They are made as the locate stage leaves them, so that outputs can be tried without a pipeline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from generator.model.badge import Badge
from generator.model.life import Life, Standing
from generator.model.location import Location, Placing
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.record import Image, Record
from generator.model.registry import BADGE, OPPORTUNITY, ORGANISATION, PATHWAY, VENUE, Kind
from generator.model.schedule import (
    ByDay,
    Cancellation,
    During,
    Every,
    Frequency,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.settings import Settings, TermEntry
from generator.model.taxonomy import SCHEMES, Layers, Taxonomy, TaxonomyTerm
from generator.model.text import Text
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage
from tests.support.field_strategies import (
    FIRST_DAY,
    LANGUAGES,
    LAST_DAY,
    Known,
    fields,
    texts,
)
from tests.support.places import a_neighbourhood, settings, taxonomy

Made = TypeVar("Made", bound=Record)

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "UTC")
DRAWN_KINDS = (ORGANISATION, VENUE, OPPORTUNITY, BADGE, PATHWAY)
MOST_OF_A_KIND = 3
TERMS_OF_A_SCHEME = 2

times = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@st.composite
def places(
    draw: st.DrawFn,
    languages: tuple[str, ...] = LANGUAGES,
    kinds: tuple[Kind, ...] = DRAWN_KINDS,
) -> Place:
    """Draw a place: one to three records of each of these kinds.

    References to a kind that is left out lead nowhere, so ask for what the test will follow.
    """
    known = _known(kinds, draw(st.integers(1, MOST_OF_A_KIND)))
    made: Mapping[str, Mapping[str, Record]] = {
        kind.name: {one: draw(_record(kind, one, known)) for one in known.of_kind(kind.name)}
        for kind in kinds
    }
    return Place(
        settings=draw(_settings(languages)),
        taxonomy=draw(_terms_of(known)),
        opportunities=_only(Opportunity, made.get("opportunity", {})),
        badges=_only(Badge, made.get("badge", {})),
        organisations=_only(Organisation, made.get("organisation", {})),
        venues=_only(Venue, made.get("venue", {})),
        pathways=_only(Pathway, made.get("pathway", {})),
        written_pages={"about": WrittenPage(id="about", title=draw(texts()))},
        neighbourhoods={
            one: a_neighbourhood(one, name=draw(texts())) for one in known.neighbourhoods
        },
        standing={
            (kind, one): Standing(draw(st.sampled_from((Life.CHECKED, Life.DUE, Life.OVERDUE))))
            for kind, records in made.items()
            for one in records
        },
        pictures=_pictures(made),
    )


@cache
@st.composite
def schedules(draw: st.DrawFn, venues: tuple[str, ...] = ()) -> Schedule:
    """Draw sessions with dates and recurrences, in any mixture."""
    entry = st.one_of(_sessions(venues), _recurrences(venues))
    entries = draw(st.lists(entry, max_size=3))
    return Schedule(anytime=not entries and draw(st.booleans()), entries=tuple(entries))


@cache
@st.composite
def _sessions(draw: st.DrawFn, venues: tuple[str, ...]) -> Session:
    day = draw(st.dates(FIRST_DAY, LAST_DAY))
    # From 04:00 on, so that none starts on a night when the clocks change: those are refused.
    start = datetime.combine(day, time(4)) + timedelta(minutes=draw(st.integers(0, 18 * 60)))
    end = start + timedelta(minutes=draw(st.integers(15, 90)))
    return Session(start, end, *draw(_circumstances(venues)))


@cache
@st.composite
def _recurrences(draw: st.DrawFn, venues: tuple[str, ...]) -> Recurrence:
    every = draw(_every())
    first = draw(st.dates(FIRST_DAY, LAST_DAY))
    until = draw(st.one_of(st.none(), st.dates(first, max_value=LAST_DAY)))
    exceptions = draw(
        st.lists(
            st.builds(Cancellation, st.dates(FIRST_DAY, LAST_DAY), st.just(Text()) | texts()),
            max_size=3,
            unique_by=lambda cancellation: cancellation.day,
        )
    )  # fmt: skip
    during = draw(st.sampled_from(During))
    circumstances = draw(_circumstances(venues))
    return Recurrence(every, first, until, during, tuple(exceptions), *circumstances)


@cache
@st.composite
def _every(draw: st.DrawFn) -> Every:
    start, end = draw(times), draw(times)
    weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True)
    match draw(st.sampled_from(("day", "week", "weekday of month", "day of month"))):
        case "day":
            return Every(Frequency.DAILY, start, end)
        case "week":
            by_day = tuple(ByDay(day) for day in sorted(draw(weekdays)))
            return Every(Frequency.WEEKLY, start, end, draw(st.sampled_from((1, 2))), by_day)
        case "weekday of month":
            ordinal = draw(st.sampled_from((1, 2, 3, 4, -1)))
            by_day = tuple(ByDay(day, ordinal) for day in sorted(draw(weekdays)))
            return Every(Frequency.MONTHLY, start, end, by_day=by_day)
        case _:
            days = draw(st.lists(st.integers(1, 31), min_size=1, max_size=2, unique=True))
            return Every(Frequency.MONTHLY, start, end, by_month_day=tuple(sorted(days)))


@cache
@st.composite
def _circumstances(draw: st.DrawFn, venues: tuple[str, ...]) -> tuple[str, SessionStatus, Text]:
    return (
        draw(st.sampled_from(("", *venues))),
        draw(st.sampled_from(SessionStatus)),
        draw(st.one_of(st.just(Text()), texts())),
    )


@cache
def _known(kinds: tuple[Kind, ...], number: int) -> Known:
    """Return the ids of a place with so many records of each kind."""
    return Known(
        records=tuple(
            (kind.name, tuple(f"{kind.name}-{one}" for one in range(number))) for kind in kinds
        ),
        terms=tuple(
            (scheme, tuple(f"{scheme}-{one}" for one in range(TERMS_OF_A_SCHEME)))
            for scheme in (*SCHEMES, "layers")
        ),
        neighbourhoods=("east-side", "west-side"),
    )


@st.composite
def _record(draw: st.DrawFn, kind: Kind, identifier: str, known: Known) -> Record:
    # A class can be hashed whether or not its instances can; mypy asks about those.
    declared = fields(kind.type, known)  # type: ignore[arg-type] # see above
    given = {**declared, "draft": st.just(value=False), "aliases": st.just(())}
    path = f"content/{kind.folder}/{identifier}.md"
    record: Record = draw(st.builds(kind.type, id=st.just(identifier), path=st.just(path), **given))
    match record:
        case Opportunity():
            return replace(record, schedule=draw(schedules(known.of_kind("venue"))))
        case Venue():
            return draw(_placed(record))
        case _:
            return record


@st.composite
def _placed(draw: st.DrawFn, venue: Venue) -> Venue:
    """Leave of a venue what the locate stage would."""
    if venue.location_shown != "exact":
        seen = venue.area if venue.location_shown == "area" else ""
        return replace(
            venue, address="", postcode="", location=None, uprn="", transport=Text(),
            placed=None, placing=None, neighbourhood=seen,
        )  # fmt: skip
    if draw(st.booleans()):
        return venue
    point = Location(draw(st.floats(51.0, 51.9)), draw(st.floats(-3.4, -2.1)))
    placing = draw(st.sampled_from(Placing))
    return replace(venue, placed=point, placing=placing, neighbourhood=venue.area)


@cache
def _term(identifier: str, known: Known) -> st.SearchStrategy[TaxonomyTerm]:
    given = {**fields(TaxonomyTerm, known), "id": st.just(identifier)}
    return st.builds(TaxonomyTerm, **given)


@cache
@st.composite
def _terms_of(draw: st.DrawFn, known: Known) -> Taxonomy:
    def terms(scheme: str) -> tuple[TaxonomyTerm, ...]:
        return tuple(draw(_term(one, known)) for one in known.of_scheme(scheme))

    layers = Layers(draw(texts()), "2021", items=terms("layers"))
    return taxonomy(**{scheme: terms(scheme) for scheme in SCHEMES}, layers=layers)


@cache
@st.composite
def _settings(draw: st.DrawFn, languages: tuple[str, ...]) -> Settings:
    text = texts()
    return settings(
        name=draw(text),
        tagline=draw(text),
        languages=languages,
        timezone=draw(st.sampled_from(ZONES)),
        terms_entry=(
            TermEntry(draw(text), FIRST_DAY, FIRST_DAY + timedelta(days=90)),
            TermEntry(draw(text), FIRST_DAY + timedelta(days=110), FIRST_DAY + timedelta(days=190)),
            TermEntry(draw(text), FIRST_DAY + timedelta(days=240), FIRST_DAY + timedelta(days=350)),
        ),
        bank_holidays=tuple(draw(st.lists(st.dates(FIRST_DAY, LAST_DAY), max_size=4))),
    )


def _pictures(made: Mapping[str, Mapping[str, Record]]) -> dict[str, Picture]:
    named = {
        image.file
        for records in made.values()
        for record in records.values()
        for image in (getattr(record, "image", None), getattr(record, "logo", None))
        if isinstance(image, Image)
    }
    return {path: Picture(path.encode(), ".png", 10, 10) for path in sorted(named)}


def _only(kind: type[Made], records: Mapping[str, Record]) -> dict[str, Made]:
    return {one: record for one, record in sorted(records.items()) if isinstance(record, kind)}
