"""What a learner can still come to: an opportunity's dates as seen from one day."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.schedule import Occurrence


@dataclass(frozen=True, slots=True)
class Prospect:
    """The coming dates of one opportunity.

    ``upcoming`` holds every occurrence within the horizon, cancelled ones too, so that they can be
    shown as cancelled. ``joinable`` are those that somebody who is not yet part of it can join.
    ``state`` is ``joinable``, ``full``, ``closed`` (too late to join, still going on), ``ended``,
    ``anytime`` or ``unscheduled``.
    """

    state: str
    upcoming: tuple[Occurrence, ...] = ()
    joinable: tuple[Occurrence, ...] = ()
