"""What's on: the coming days, and what happens on each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.frame import Frame, frame, shared
from generator.views.happenings import HappeningDay, happening_days
from generator.views.here import Here
from generator.views.links import Link
from generator.views.social_cards import page_card


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatsOnPage:
    """What ``whats_on.html`` is given."""

    frame: Frame
    """What stands around the page."""
    days: tuple[HappeningDay, ...]
    """The coming days on which something happens."""
    calendar: str
    """Where all of it is as one calendar, for calendar programs to keep up with."""
    explore: Link
    """Where to look for something by more than its day."""


def whats_on_page(here: Here) -> WhatsOnPage:
    """Return the page of what happens in the coming days."""
    name = here.settings.name.words(here.language)
    about = here.say("What happens in {place} in the coming days", place=name)
    around = frame(here, here.say("What’s on"), about)
    return WhatsOnPage(
        frame=shared(around, page_card(here, "", around.title, (about,))),
        days=happening_days(here),
        calendar=here.page("whats-on/calendar.ics"),
        explore=Link(here.own(here.say("Explore everything")), here.page("explore/")),
    )
