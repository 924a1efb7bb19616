"""What's on: all that is to come, by its days, and a page for each month that found no room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.views.agenda import MOST_ANYTIME, Agenda, AgendaDay, anytime_links
from generator.views.frame import Frame, frame, shared
from generator.views.here import Here
from generator.views.links import Link
from generator.views.social_cards import page_card
from generator.views.subscriptions import Subscription, subscription

ADDRESS = "whats-on/"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatsOnPage:
    """What ``whats_on.html`` is given."""

    frame: Frame
    """What stands around the page."""
    days: tuple[AgendaDay, ...]
    """The next days on which something happens, or the days of a month."""
    later: tuple[AgendaDay, ...]
    """The days after them, without what comes round every week."""
    months: tuple[Link, ...]
    """Pages of the months that found no room here."""
    anytime: tuple[Link, ...]
    """What can be done whenever one likes."""
    calendar: Subscription | None
    """All of it as a calendar to subscribe to; None on the page of a month."""
    explore: Link
    """Where to look for something by more than its day."""


def whats_on_page(here: Here, coming: Agenda) -> WhatsOnPage:
    """Return the page of all that is to come."""
    name = here.settings.name.words(here.language)
    about = here.say("All that is coming up in {place}", place=name)
    around = frame(here, here.say("What’s on"), about)
    return WhatsOnPage(
        frame=shared(around, page_card(here, "", around.title, (about,))),
        days=coming.near,
        later=coming.later,
        months=tuple(
            Link(here.own(here.wording.month(month)), here.page(month_address(month)))
            for month in coming.months
        ),
        anytime=anytime_links(here)[:MOST_ANYTIME],
        calendar=subscription(here),
        explore=_explore(here),
    )


def month_page(here: Here, month: date, days: tuple[AgendaDay, ...]) -> WhatsOnPage:
    """Return what is special in a month: its ``days``."""
    title = here.wording.month(month)
    everything = Link(here.own(here.say("What’s on")), here.page(ADDRESS))
    return WhatsOnPage(
        frame=frame(here, title, trail=(everything,)),
        days=(),
        later=days,
        months=(),
        anytime=(),
        calendar=None,
        explore=_explore(here),
    )


def month_address(month: date) -> str:
    """Return the address of a month's page."""
    return f"{ADDRESS}{month:%Y-%m}/"


def _explore(here: Here) -> Link:
    return Link(here.own(here.say("Explore everything")), here.page("explore/"))
