"""Category pages: what /explore/ offers to those whose browser runs no script.

Topics and neighbourhoods have pages of their own; these are the other questions a learner asks
first. Each is one answer to one filter, since every combination would be too many pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.ages import AgeRange
from generator.model.opportunity import KINDS, MODES, Opportunity
from generator.model.place import Place
from generator.model.registry import OPPORTUNITY
from generator.model.schedule import SessionStatus
from generator.rules.ages import ages_admitted
from generator.rules.costs import CostKind, cost_kind

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AGE_BANDS = {
    "under-5": (0, 4),
    "5-to-10": (5, 10),
    "11-to-15": (11, 15),
    "16-to-17": (16, 17),
    "18-to-24": (18, 24),
    "25-and-over": (25, 120),
}
VALUES: Mapping[str, tuple[str, ...]] = {
    "by-day": WEEKDAYS,
    "kind": KINDS,
    "cost": (CostKind.FREE.value, CostKind.FREE_IF_QUALIFYING.value),
    "age": tuple(AGE_BANDS),
    "mode": MODES,
}


@dataclass(frozen=True, slots=True, order=True)
class Category:
    """One answer to one filter: ``facet`` is a key of VALUES, ``value`` one of its values."""

    facet: str
    value: str

    @property
    def address(self) -> str:
        """Its page's address: ``explore/kind/course/``."""
        return f"explore/{self.facet}/{self.value}/"


def categorised(place: Place) -> Mapping[Category, tuple[str, ...]]:
    """Return each category that something is listed in, with the ids of what is, in order of id."""
    found: dict[Category, list[str]] = {}
    for identifier, opportunity in place.opportunities.items():
        if place.listed(OPPORTUNITY.name, identifier):
            for category in categories_of(place, opportunity):
                found.setdefault(category, []).append(identifier)
    ordered = [Category(facet, value) for facet, values in VALUES.items() for value in values]
    return {it: tuple(found[it]) for it in ordered if it in found}


def categories_of(place: Place, opportunity: Opportunity) -> Iterator[Category]:
    """Yield every category that an opportunity is in, each once."""
    yield Category("kind", opportunity.kind)
    for mode in dict.fromkeys(opportunity.mode):
        yield Category("mode", mode)
    cost = cost_kind(opportunity.costs).value
    if cost in VALUES["cost"]:
        yield Category("cost", cost)
    ages = ages_admitted(opportunity.ages, opportunity.school_years, place.settings.nation)
    for band, limits in AGE_BANDS.items():
        if _meet(ages, *limits):
            yield Category("age", band)
    for weekday in sorted(_weekdays(place, opportunity)):
        yield Category("by-day", WEEKDAYS[weekday])


def _meet(ages: AgeRange, youngest: int, oldest: int) -> bool:
    """Say whether somebody in the band is admitted."""
    return (ages.youngest is None or ages.youngest <= oldest) and (
        ages.oldest is None or youngest <= ages.oldest
    )


def _weekdays(place: Place, opportunity: Opportunity) -> set[int]:
    prospect = place.prospects.get(opportunity.id)
    coming = prospect.upcoming if prospect else ()
    return {it.start.weekday() for it in coming if it.state is not SessionStatus.CANCELLED}
