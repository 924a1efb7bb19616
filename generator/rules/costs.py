"""What a learner must pay: kept apart are "free for everyone" and "free if you qualify"."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from decimal import Decimal

from generator.model.money import Cost, CostPer


class CostKind(enum.StrEnum):
    """The band a learner filters by. UNKNOWN is what has no price that everyone may have."""

    FREE = "free"
    FREE_IF_QUALIFYING = "free-if-qualifying"
    PAID = "paid"
    UNKNOWN = "unknown"


def cost_kind(costs: Iterable[Cost]) -> CostKind:
    """Return the band of an opportunity's prices taken together."""
    prices = tuple(costs)
    if free_for_everyone(prices):
        return CostKind.FREE
    if free_if_qualifying(prices):
        return CostKind.FREE_IF_QUALIFYING
    return CostKind.PAID if any(not price.free for price in prices) else CostKind.UNKNOWN


def free_for_everyone(costs: Iterable[Cost]) -> bool:
    """Say whether nobody pays anything. A price beside "free" that everyone pays makes it untrue.

    A price for those who qualify beside it does not: nobody has to take it.
    """
    general = [cost for cost in costs if cost.for_everyone]
    return bool(general) and all(cost.free for cost in general)


def free_if_qualifying(costs: Iterable[Cost]) -> bool:
    """Say whether some learners pay nothing and others do, or may."""
    prices = tuple(costs)
    return not free_for_everyone(prices) and bool(free_for(prices))


def free_for(costs: Iterable[Cost]) -> tuple[str, ...]:
    """Return the eligibility and benefits terms that make it free, in the author's order."""
    terms = (term for cost in costs if cost.free for term in cost.qualifying)
    return tuple(dict.fromkeys(terms))


def least_amount(costs: Iterable[Cost], per: CostPer | None = None) -> Decimal | None:
    """Return the least that someone who qualifies for nothing pays at once; None if unknown.

    With ``per`` only prices for that are looked at, and free ones. A term's price is not divided
    into sessions: a learner has to bring the whole of it.
    """
    amounts = [
        cost.amount
        for cost in costs
        if cost.for_everyone and (per is None or cost.free or cost.per is per)
    ]
    return min(amounts, default=None)


def in_order(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """Return the prices as they are best read: for everyone first, then from least to most."""
    return tuple(sorted(costs, key=lambda cost: (not cost.for_everyone, cost.amount)))
