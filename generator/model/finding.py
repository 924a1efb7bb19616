"""What the finder knows of a record: one frozen row each, in one language.

Rows hold finished words. Who may be found, and in which words, is decided where rows are made;
from here on nothing looks at a record again.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.location import Location


class WordField(enum.IntEnum):
    """Where a word stands, most telling first. The numbers are part of the index format.

    TITLE to VENUE are what a row is called and belongs to, SUMMARY and BODY what it says.
    """

    TITLE = 0
    TOPIC = 1
    SKILL = 2
    ORGANISATION = 3
    VENUE = 4
    SUMMARY = 5
    BODY = 6
    RELATED = 7
    """Words for it that stand in none of its texts: synonyms of its terms, careers, "free" ..."""


class When(enum.IntEnum):
    """How an opportunity stands to the calendar. The numbers are part of the index format."""

    DATED = 0
    """It has dates, and is found while one of them is still to come."""
    ANYTIME = 1
    """It can be done on any day, so every day and every range of dates finds it."""
    UNDATED = 2
    """No date has been given yet: found, but by no day."""


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """One time that a learner can come, by the clock on the wall of the place.

    ``end`` is when they no longer can: where nobody joins what has begun, its start.
    """

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """One line on a result card.

    ``kind`` becomes a class: ``organisation``, ``where``, ``ages``, ``cost``, ``badge``,
    ``checked``, ``notice`` ... ``language`` is set only where the words are not in the page's.
    """

    kind: str
    words: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What a result says before it is opened.

    ``path`` is the page's path from the root of the edition, ``opportunities/robotics/``. ``when``
    stands where there is no coming date to show. ``language`` is set only where the title
    is not in the language of the page (WCAG 2.2, 3.1.2), ``summary_language`` where the summary is
    not. ``image`` is a picture's path from the root of the site; it says nothing that the words do
    not.
    """

    title: str
    path: str
    summary: str
    facts: tuple[Fact, ...] = ()
    when: str = ""
    language: str = ""
    summary_language: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """One opportunity, badge or pathway as the finder sees it.

    ``facets`` are ``(name, values)`` pairs: topic, mode, neighbourhood, cost and whatever filter
    comes next; the browser treats them all alike. ``least`` is the smallest amount, in hundredths
    of the currency, that somebody who qualifies for nothing may pay, 0 where it is free for
    everyone, None where unknown. ``closes`` is the last moment to join. Of its ``venues`` the index
    takes only those that it is also given as MappedVenue, and of its ``areas`` (neighbourhoods)
    those that it is given as Area: what has no point on the map is as far away as its areas are.
    ``checked`` and ``added`` are days to sort by.
    """

    id: str
    card: ResultCard
    words: tuple[tuple[WordField, str], ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    youngest: int | None = None
    oldest: int | None = None
    least: int | None = None
    when: When = When.UNDATED
    meetings: tuple[Meeting, ...] = ()
    closes: datetime | None = None
    venues: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    checked: date | None = None
    added: date | None = None


@dataclass(frozen=True, slots=True)
class MappedVenue:
    """A venue whose point may be shown. ``path`` is its page's, from the root of the edition."""

    id: str
    name: str
    path: str
    location: Location
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A neighbourhood by its middle: near enough for what has no point of its own."""

    id: str
    name: str
    middle: Location


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """One value of a facet as the browser offers it.

    ``language`` is set only where the words are not in the language of the index; typing one of the
    ``synonyms`` brings it up too.
    """

    value: str
    words: str
    language: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferedFacet:
    """One facet as the browser offers it.

    ``all_of`` says that two of its choices ask for both, ``many`` that there are more than one can
    take in, so that typing should narrow them.
    """

    name: str
    words: str
    group: str
    choices: tuple[FacetChoice, ...]
    all_of: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page that typed words may mean: a badge, say. ``path`` is from the root of the edition."""

    kind: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named stretch of days, both included: school holidays."""

    words: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderScope:
    """What one index is about besides its rows.

    ``name`` is what the place is called, in every language. ``welsh`` says that words may stand
    with their first letter mutated although the language of the index is another. ``by_title`` says
    that rows which nothing else tells apart stand by title, as in a catalogue: fifty thousand
    opportunities would pay for that with every first fetch.
    """

    language: str
    zone: str
    venues: tuple[MappedVenue, ...] = ()
    areas: tuple[Area, ...] = ()
    facets: tuple[OfferedFacet, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    holidays: tuple[Stretch, ...] = ()
    name: str = ""
    welsh: bool = False
    by_title: bool = False


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One file of an index: its name, which says its content, and its JSON."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All files of one language's index, in one folder.

    ``core`` is the name of the file to begin with; ``filters`` that of the columns which only
    filters need, or "" where the index is small enough for ``core`` to hold everything.
    """

    core: str
    filters: str
    files: tuple[IndexFile, ...]
