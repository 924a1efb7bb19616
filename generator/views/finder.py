"""The finder's form: what can be asked. What each answer would find, the index tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from generator.model.finding import OfferedFacet, SearchIndex
from generator.model.prose import SafeHtml
from generator.rules.json_text import script_json
from generator.rules.search.stemmer_modules import FOLDER
from generator.views.facets.facet import Group
from generator.views.finder_phrases import finder_phrases
from generator.views.here import Here
from generator.views.labels import label, marked

LABELS = MappingProxyType({
    "opportunities": marked("Find opportunities"),
    "badges": marked("Find badges"),
    "pathways": marked("Find pathways"),
})  # fmt: skip

QUESTIONS = MappingProxyType({
    "opportunities": marked("What would you like to do?"),
    "badges": marked("What would you like to show you can do?"),
    "pathways": marked("Where would you like to get to?"),
})  # fmt: skip

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

TIMES = MappingProxyType({
    "morning": marked("Morning"),
    "afternoon": marked("Afternoon"),
    "evening": marked("Evening, from 5"),
})  # fmt: skip

PERIODS = MappingProxyType({
    "today": marked("Today"),
    "weekend": marked("This weekend"),
    "holidays": marked("School holidays"),
})  # fmt: skip

SORTS = MappingProxyType({
    "best": marked("Best match"),
    "title": marked("Title, A to Z"),
    "near": marked("Nearest"),
    "soonest": marked("Soonest"),
    "newest": marked("Newest"),
    "checked": marked("Checked most recently"),
})  # fmt: skip

MILES = (1, 2, 3, 5, 10)

GROUPS = MappingProxyType({
    Group.PEOPLE: marked("Age, and who can join"),
    Group.COST: marked("Cost and help"),
    Group.LEADING: marked("Where it leads"),
    Group.WHAT: marked("What it is"),
    Group.SHOWING: marked("What it shows"),
    Group.EARNING: marked("How to earn it"),
    Group.WHERE: marked("Where"),
    Group.ACCESS: marked("Access and support"),
    Group.JOINING: marked("Joining"),
})  # fmt: skip
"""The parts of the panel, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter with values to tick; the script puts them in, with their counts."""

    name: str
    """Its name in the form and in the address: topic, cost, mode, neighbourhood …"""
    words: str
    """What it is called."""
    many: bool
    """Whether there are more than one can take in, so that typing narrows them."""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """A part of the filter panel."""

    code: str
    """people, cost, leading, what, showing, earning, where, access or joining."""
    words: str
    """What it is called."""
    filters: tuple[Filter, ...]
    """Its filters with values to tick."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Which questions make sense for what is to be found: badges have no dates and no place."""

    dated: bool = False
    """Days, times of day, and what is soonest or newest; without dates, what is first by title."""
    placed: bool = False
    """Distances, and a map."""
    aged: bool = False
    """How old somebody is."""
    priced: bool = False
    """What somebody can pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView:
    """What ``parts/finder.html`` is given as ``finder``."""

    finds: str
    """What it finds: opportunities, badges or pathways."""
    label: str
    """What the form is called."""
    question: str
    """What the field of words asks."""
    core: str
    """The index's first file, as reached from the page."""
    filters: str
    """Its file of filters, as reached from the page; "" for a small place."""
    pages: str
    """How the root of this language's pages is reached; links of results begin with it."""
    files: str
    """How the root of the site is reached; pictures of results begin with it."""
    postcodes: str
    """The folder of postcodes, as reached from the page; "" where nothing has a place."""
    stemmers: str
    """The folder of stemmers, as reached from the page."""
    asking: Asking
    """Which questions make sense."""
    groups: tuple[FilterGroup, ...]
    """What can be ticked, without the filters that would change nothing."""
    days: tuple[tuple[str, str], ...]
    """The weekdays: value and name."""
    times: tuple[tuple[str, str], ...]
    """The times of day: value and name."""
    periods: tuple[tuple[str, str], ...]
    """Named stretches of days: value and name."""
    miles: tuple[tuple[str, str], ...]
    """How far somebody may go: value and words."""
    sorts: tuple[tuple[str, str], ...]
    """What results can be sorted by: value and name."""
    currency: str
    """The sign of the currency that "pay at most" is in, such as £."""
    phrases: SafeHtml
    """JSON of what the finder says."""


def finder_view(
    here: Here, finds: str, index: SearchIndex, facets: Sequence[OfferedFacet], asking: Asking
) -> FinderView:
    """Return the finder of a page; ``index`` has been made of what it ``finds``."""
    holidays = bool(here.settings.terms_entry)
    return FinderView(
        finds=finds,
        label=label(here, LABELS, finds),
        question=label(here, QUESTIONS, finds),
        core=here.file(index_path(here, index.core)),
        filters=here.file(index_path(here, index.filters)) if index.filters else "",
        pages=here.page(""),
        files=here.file(""),
        postcodes=here.file("assets/postcodes/") if asking.placed else "",
        stemmers=here.file(FOLDER),
        asking=asking,
        groups=tuple(_groups(here, facets)),
        days=tuple((value, here.wording.weekday(day)) for day, value in enumerate(DAYS)),
        times=tuple((value, label(here, TIMES, value)) for value in TIMES),
        periods=tuple(
            (value, label(here, PERIODS, value))
            for value in PERIODS
            if holidays or value != "holidays"
        ),
        miles=tuple(
            (str(miles), here.count("Within {number} mile", "Within {number} miles", miles))
            for miles in MILES
        ),
        sorts=tuple((value, label(here, SORTS, value)) for value in SORTS if _sorts(asking, value)),
        currency=here.wording.currency_sign(here.settings.currency),
        phrases=script_json(finder_phrases(here, finds)),
    )


def index_path(here: Here, name: str) -> str:
    """Return where a file of an index lies, from the site's root.

    All indexes of a language share a folder: a file's name says its content, whose ever it is.
    """
    return f"assets/search/{here.language}/{name}"


def _groups(here: Here, facets: Sequence[OfferedFacet]) -> list[FilterGroup]:
    order = [group.value for group in GROUPS]
    ordered = sorted(facets, key=lambda facet: order.index(facet.group))
    return [
        FilterGroup(
            code,
            here.say(GROUPS[Group(code)]),
            tuple(Filter(facet.name, facet.words, facet.many) for facet in held),
        )
        for code, held in groupby(ordered, key=lambda facet: facet.group)
    ]


def _sorts(asking: Asking, sort: str) -> bool:
    needs = {
        "best": asking.dated,
        "title": not asking.dated,
        "near": asking.placed,
        "soonest": asking.dated,
        "newest": asking.dated,
    }
    return needs.get(sort, True)
