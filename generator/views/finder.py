"""The finder's form: what can be asked, and how much each answer would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.finding import Findable, SearchIndex
from generator.model.prose import SafeHtml
from generator.model.said import Said
from generator.rules.costs import CostKind
from generator.rules.json_text import Json, script_json
from generator.views.category import COSTS as CATEGORY_COSTS
from generator.views.here import Here
from generator.views.labels import MODES, label, marked
from generator.views.links import neighbourhood_link
from generator.views.plurals import plural_forms

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

COSTS = {
    **CATEGORY_COSTS,
    CostKind.PAID.value: marked("Paid for"),
}

# any year in which the 25th of a month is neither its month's number nor in the year's
_SAMPLE_YEAR, _SAMPLE_DAY = 2003, 25


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    """What the form sends."""
    words: Said
    """What it is called."""
    count: int
    """How many opportunities it finds on its own."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter with values to tick."""

    name: str
    """Its name in the form and in the address: topic, cost, mode, neighbourhood."""
    words: str
    """What it is called."""
    choices: tuple[Choice, ...]
    """Its values; only those that find something."""


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
    """Topic, cost, mode and neighbourhood, without those that have no choices."""
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
        filters=tuple(one for one in _filters(here, rows) if one.choices),
        days=tuple((value, here.wording.weekday(day)) for day, value in enumerate(DAYS)),
        currency=here.settings.currency,
        phrases=script_json(_phrases(here)),
    )


def index_path(here: Here, name: str) -> str:
    """Return where a file of the index lies, from the site's root."""
    return f"assets/search/{here.language}/{name}"


def _filters(here: Here, rows: Iterable[Findable]) -> tuple[Filter, ...]:
    counts = Counter(
        (facet, value) for row in rows for facet, values in row.facets for value in set(values)
    )
    topics = [(term.id, here.said(term.label)) for term in here.place.taxonomy.topics]
    areas = [
        (identifier, link.words)
        for identifier in here.place.neighbourhoods
        if (link := neighbourhood_link(here, identifier))
    ]
    areas.sort(key=lambda area: area[1].words.casefold())
    costs = [(value, here.own(here.say(words))) for value, words in COSTS.items()]
    modes = [(value, here.own(label(here, MODES, value))) for value in MODES]

    named = (
        ("topic", here.say("Topic"), topics),
        ("cost", here.say("Cost"), costs),
        ("mode", here.say("How it happens"), modes),
        ("neighbourhood", here.say("Neighbourhood"), areas),
    )
    return tuple(
        Filter(
            facet,
            words,
            tuple(
                Choice(value, name, counts[facet, value])
                for value, name in values
                if counts[facet, value]
            ),
        )
        for facet, words, values in named
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
