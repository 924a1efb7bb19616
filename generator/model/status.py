"""How an opportunity stands, in its author's word."""

from __future__ import annotations

import enum


class OpportunityStatus(enum.StrEnum):
    """What ``status`` says. Ended keeps its page with alternatives; withdrawn leaves no text."""

    OPEN = "open"
    FULL = "full"
    WAITING_LIST = "waiting-list"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
