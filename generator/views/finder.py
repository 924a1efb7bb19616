"""The finder's form: what can be asked, and how much each answer would find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.finding import Findable, SearchIndex
from generator.model.prose import SafeHtml
from generator.rules.json_text import Json, script_json
from generator.views.facets.declared import FACETS
from generator.views.facets.offering import Choice, counted, offered
from generator.views.here import Here
from generator.views.plurals import plural_forms

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MOST_AT_A_GLANCE = 12

# any year in which the 25th of a month is neither its month's number nor in the year's
_SAMPLE_YEAR, _SAMPLE_DAY = 2003, 25


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter with values to tick."""

    name: str
    """Its name in the form and in the address: topic, cost, mode, neighbourhood …"""
    words: str
    """What it is called."""
    group: str
    """The part of the panel that it stands in: what, where, cost, people, access or joining."""
    all_of: bool
    """Whether two ticks ask for both; else for either."""
    choices: tuple[Choice, ...]
    """Its values; only those that find something."""

    @property
    def many(self) -> bool:
        """Whether there are more than one can take in, so that typing should narrow them."""
        return len(self.choices) > MOST_AT_A_GLANCE


@dataclass(frozen=True, slots=True)
class FinderView:
    """What ``parts/finder.html`` is given as ``finder``."""

    core: str
    """The index's first file, as reached from the page."""
    terms: str
    """Its directory of words, as reached from the page; "" for a small place."""
    pages: str
    """How the root of this language's pages is reached; links of results begin with it."""
    count: int
    """How many opportunities there are to find."""
    filters: tuple[Filter, ...]
    """What can be ticked, without the filters that would change nothing."""
    days: tuple[tuple[str, str], ...]
    """The weekdays: value and name."""
    currency: str
    """The currency that "pay at most" is in."""
    phrases: SafeHtml
    """JSON of what the finder says."""


def finder_view(here: Here, rows: Sequence[Findable], index: SearchIndex) -> FinderView:
    """Return the finder of a page. ``index`` has been made from the same rows."""
    return FinderView(
        core=here.file(index_path(here, index.core)),
        terms=here.file(index_path(here, index.terms)) if index.terms else "",
        pages=here.page(""),
        count=len(rows),
        filters=_filters(here, rows),
        days=tuple((value, here.wording.weekday(day)) for day, value in enumerate(DAYS)),
        currency=here.settings.currency,
        phrases=script_json(_phrases(here)),
    )


def index_path(here: Here, name: str) -> str:
    """Return where a file of the index lies, from the site's root."""
    return f"assets/search/{here.language}/{name}"


def _filters(here: Here, rows: Sequence[Findable]) -> tuple[Filter, ...]:
    counts = counted(row.facets for row in rows)
    return tuple(
        Filter(facet.name, facet.words(here), facet.group.value, facet.all_of, choices)
        for facet in FACETS
        if (choices := offered(here, facet, counts, len(rows)))
    )


def _phrases(here: Here) -> Json:
    """Return what the finder says; ``explore.js`` puts numbers and names in."""
    say = here.wording.gettext
    return {
        "results": plural_forms(here, "{number} opportunity", "{number} opportunities"),
        "more": say("Show {number} more"),
        "failed": say("The search could not be loaded. Check your connection and try again."),
        "words": say("the words you typed"),
        "meant": say("Did you mean “{word}”?"),
        "loosen": say("Without “{filter}”: {results}"),
        **{f"weekday{day}": here.wording.weekday(day) for day in range(7)},
        **{f"date{month}": date_form(here, month) for month in range(1, 13)},
    }


def date_form(here: Here, month: int) -> str:
    """Return how a day of the month is written, with its parts left open.

    A script fills in what it cannot know how to write: no browser here speaks Welsh, and the
    case of a month's name depends on what is around it.
    """
    sample = date(_SAMPLE_YEAR, month, _SAMPLE_DAY)
    written = here.wording.day(sample)
    for part, name in (
        (here.wording.weekday(sample.weekday()), "weekday"),
        (str(_SAMPLE_YEAR), "year"),
        (str(_SAMPLE_DAY), "day"),
    ):
        written = written.replace(part, f"{{{name}}}", 1)
    return written
