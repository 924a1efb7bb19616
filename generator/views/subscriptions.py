"""Calendars that one subscribes to: of a place, a topic, a neighbourhood, an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edition import Edition
from generator.rules.addresses import absolute
from generator.views.here import Here

CALENDAR_FILE = "calendar.ics"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What ``parts/subscribe.html`` is given: one calendar, for a program to keep up with."""

    webcal: str
    """Its full address for a program that subscribes when such a link is followed."""
    address: str
    """The same with https, to be copied into any other."""
    file: str
    """The file as reached from this page, to be taken in once."""


def subscription(here: Here) -> Subscription:
    """Return the calendar beside this page.

    A subscription outlives the page that offered it, so it leads to the place's own address.
    """
    path = here.edition.prefix + here.address + CALENDAR_FILE
    address = absolute(here.settings.url, path)
    return Subscription(
        # a scheme that nobody registered and every calendar program knows; it means http or https
        webcal=f"webcal://{address.partition('://')[2]}",
        address=address,
        file=here.file(path),
    )


def calendar_name(edition: Edition, of: str) -> str:
    """Return what a calendar is called in the program that shows it among others."""
    place = edition.place.settings.name.words(edition.language)
    if of:
        return edition.wording.gettext("{what} in {place}").format(what=of, place=place)
    return edition.wording.gettext("What’s on in {place}").format(place=place)
