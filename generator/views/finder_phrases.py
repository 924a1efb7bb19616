"""What the finder says while it is used; its scripts put numbers and names in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType

from generator.rules.json_text import Json
from generator.views.here import Here
from generator.views.labels import marked_plural
from generator.views.plurals import plural_forms, plural_rule

_ANY = 7
"""A number that is written with one digit, to see what is written around it."""

# any year in which the 25th of a month is neither its month's number nor in the year's
_SAMPLE_YEAR, _SAMPLE_DAY = 2003, 25

_RESULTS = MappingProxyType({
    "opportunities": marked_plural("{number} opportunity", "{number} opportunities"),
    "badges": marked_plural("{number} badge", "{number} badges"),
    "pathways": marked_plural("{number} pathway", "{number} pathways"),
})  # fmt: skip


def finder_phrases(here: Here, finds: str) -> dict[str, Json]:
    """Return the phrases of a finder of opportunities, badges or pathways."""
    return {
        **plural_rule(here),
        "results": plural_forms(here, *_RESULTS[finds]),
        **_filter_phrases(here),
        **_place_phrases(here),
        **_help_phrases(here),
        **{f"weekday{day}": here.wording.weekday(day) for day in range(7)},
        **{f"date{month}": date_form(here, month) for month in range(1, 13)},
    }


def _filter_phrases(here: Here) -> dict[str, Json]:
    say = here.wording.gettext
    return {
        "more": say("Show {number} more"),
        "remove": say("Remove: {filter}"),
        "removed": say("{filter} removed"),
        "clear": say("Clear all"),
        "typed": say("“{words}”"),
        "age": say("Age {number}"),
        "most": say("At most {amount}").format(amount=_amount(here)),
        "from": say("From {date}"),
        "to": say("Until {date}"),
        "within": plural_forms(here, "Within {number} mile", "Within {number} miles"),
        "box": say("The part of the map you chose"),
        "narrow": say("Type to shorten the list: {filter}"),
        "no-choice": say("Nothing here is called that"),
    }


def _amount(here: Here) -> str:
    """Return an amount of money as the language writes it, its number left open: £{number}."""
    return here.wording.money(Decimal(_ANY), here.settings.currency).replace(str(_ANY), "{number}")


def _place_phrases(here: Here) -> dict[str, Json]:
    say = here.wording.gettext
    return {
        "near": say("Near {place}"),
        "here": say("where you are"),
        "near-typed": say("Distances are straight lines from {place}."),
        "away": plural_forms(
            here, "{number} mile in a straight line", "{number} miles in a straight line"
        ),
        "away-area": plural_forms(
            here,
            "about {number} mile in a straight line",
            "about {number} miles in a straight line",
        ),
        "outside": say("{postcode} is outside the area of this map."),
        "unknown": say("There is no postcode {postcode}. Check it, or choose a neighbourhood."),
        "no-place": say(
            "That is no postcode or neighbourhood here. The first half will do, as in {example}."
        ),
        "locating": say("Asking your device where you are …"),
        "no-location": say("Your device did not say where you are. Type a postcode instead."),
        "off-map": say("You seem to be outside the area of this map."),
        "on-map": say("Show on the map"),
    }


def _help_phrases(here: Here) -> dict[str, Json]:
    say = here.wording.gettext
    return {
        "failed": say("The search could not be loaded. Check your connection and try again."),
        "words": say("the words you typed"),
        "instead": say("Nothing here says “{typed}”. These are for “{meant}”."),
        "loosen": say("Without “{filter}”: {results}"),
        "any-order": say("The same words, not side by side: {results}"),
        "suggestions": say("Suggestions"),
        "suggested": plural_forms(here, "{number} suggestion", "{number} suggestions"),
        "badges": say("Badge"),
        "retired": say("No longer awarded"),
        "places": say("Near"),
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
