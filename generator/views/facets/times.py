"""Days and ages as pages only: the finder asks for these in words of its own.

It takes any age, and knows each date; a page for each day of the week and each band of ages is what
can be offered without it.
"""

from __future__ import annotations

from types import MappingProxyType

from generator.model.ages import AgeRange
from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.model.prospect import Prospect
from generator.rules.ages import ages_admitted
from generator.rules.meetings import meetings
from generator.views.facets.facet import Facet, Group, Named, Read, called, coded
from generator.views.here import Here
from generator.views.labels import marked
from generator.views.people import band_words

WEEKDAYS = MappingProxyType({
    "monday": marked("On Mondays"),
    "tuesday": marked("On Tuesdays"),
    "wednesday": marked("On Wednesdays"),
    "thursday": marked("On Thursdays"),
    "friday": marked("On Fridays"),
    "saturday": marked("On Saturdays"),
    "sunday": marked("On Sundays"),
})  # fmt: skip

AGE_BANDS = MappingProxyType({
    "under-5": (0, 4),
    "5-to-10": (5, 10),
    "11-to-15": (11, 15),
    "16-to-17": (16, 17),
    "18-to-24": (18, 24),
    "25-and-over": (25, 120),
})  # fmt: skip


def _weekdays(place: Place) -> Read:
    prospects, unknown, names = place.prospects, Prospect(), tuple(WEEKDAYS)

    def read(opportunity: Opportunity) -> tuple[str, ...]:
        coming = meetings(prospects.get(opportunity.id, unknown))
        return tuple(names[day] for day in sorted({it.start.weekday() for it in coming}))

    return read


BY_DAY = Facet(
    name="by-day",
    words=called(marked("Day of the week")),
    group=Group.WHERE,
    reader=_weekdays,
    choices=coded(WEEKDAYS),
)


def _bands(place: Place) -> Read:
    nation = place.settings.nation

    def read(opportunity: Opportunity) -> tuple[str, ...]:
        ages = ages_admitted(opportunity.ages, opportunity.school_years, nation)
        return tuple(band for band, limits in AGE_BANDS.items() if _meet(ages, *limits))

    return read


def _meet(ages: AgeRange, youngest: int, oldest: int) -> bool:
    """Say whether somebody in the band is admitted."""
    return (ages.youngest is None or ages.youngest <= oldest) and (
        ages.oldest is None or youngest <= ages.oldest
    )


def _band_names(here: Here) -> Named:
    return [(band, here.own(band_words(here, *limits))) for band, limits in AGE_BANDS.items()]


AGE = Facet(
    name="age",
    words=called(marked("Age")),
    group=Group.PEOPLE,
    reader=_bands,
    choices=_band_names,
)
