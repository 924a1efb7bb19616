"""The order in which pages list opportunities."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from generator.model.registry import OPPORTUNITY
from generator.rules.meetings import meetings
from generator.views.dates import prospect_of
from generator.views.here import Here
from generator.views.state import state_of


def soonest_first(here: Here, identifiers: Iterable[str]) -> tuple[str, ...]:
    """Return those that may be listed: what is open first, by its first date, then by title.

    What has no date, because one can begin at any time or because none is known yet, follows what
    has. The same order as that of the cards made of them, so that lists can be cut into pages.
    """
    place = here.place
    listed = (it for it in dict.fromkeys(identifiers) if it in place.opportunities)
    return tuple(
        sorted(
            (it for it in listed if place.listed(OPPORTUNITY.name, it)),
            key=lambda it: _key(here, it),
        )
    )


def _key(here: Here, identifier: str) -> tuple[bool, datetime, tuple[str, str], str]:
    opportunity = here.place.opportunities[identifier]
    prospect = prospect_of(here, opportunity)
    coming = meetings(prospect)
    return (
        state_of(here, opportunity).code != "open",
        coming[0].start if coming else datetime.max,
        here.order(opportunity.title.words(here.language)),
        identifier,
    )
