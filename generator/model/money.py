"""What a learner pays, and what a learner is paid. Amounts are Decimal, in the place's currency."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal

from generator.model.declaration import declared
from generator.model.shapes import Amount, Choice, Flag, Words
from generator.model.text import NO_TEXT, Text


class CostPer(enum.StrEnum):
    """What one payment is good for."""

    SESSION = "session"
    TERM = "term"
    COURSE = "course"


class PayPer(enum.StrEnum):
    """The time that pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Cost:
    """One price. An ``amount`` of zero is free.

    ``qualifying`` holds the eligibility or benefit term ids, any one of which gives this price;
    none of them means everyone. ``per`` is None where the author did not say.
    """

    amount: Decimal = Decimal(0)
    per: CostPer | None = None
    qualifying: tuple[str, ...] = ()
    note: Text = NO_TEXT

    @property
    def free(self) -> bool:
        """Nothing to pay."""
        return self.amount == 0

    @property
    def for_everyone(self) -> bool:
        """No one has to qualify for this price."""
        return not self.qualifying


@dataclass(frozen=True, slots=True)
class Pay:
    """What the learner earns; ``amount`` is None where only "paid" is known."""

    amount: Decimal | None = declared(Amount(), "How much, in the place's currency.")
    per: PayPer | None = declared(Choice(tuple(PayPer)), "The time it is for.", default=None)
    note: Text = declared(Words(), "Anything else about it.")
    paid: bool = declared(Flag(), "true or false alone says only whether it is paid.", default=True)
