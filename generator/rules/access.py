"""What access an opportunity gives, its venues' included."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from generator.model.opportunity import Opportunity

_ONLINE = ("online",)


def access_given(
    opportunity: Opportunity, venues: Mapping[str, AbstractSet[str]]
) -> tuple[str, ...]:
    """Return the access terms that hold for it, its own first. ``venues``: what each venue has.

    Where people meet, what a venue has counts as well. Of several venues only what all of them
    have: whoever needs a ramp must not come to the one session without it. A place in words vouches
    for nothing, and what is only online has no door.
    """
    own = opportunity.access
    if opportunity.mode == _ONLINE:
        return own
    named = opportunity.venues
    if not named or any(entry.area or entry.words for entry in opportunity.where):
        return own
    shared = frozenset.intersection(*(frozenset(venues.get(it, ())) for it in named))
    return own + tuple(sorted(shared.difference(own)))
