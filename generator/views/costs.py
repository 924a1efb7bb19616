"""What it costs, kept apart for everyone and for those who qualify, and what is paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.money import Cost, CostPer, Pay, PayPer
from generator.model.said import Said
from generator.rules.costs import CostKind, cost_kind, in_order
from generator.views.here import Here
from generator.views.labels import marked

_PER = MappingProxyType({
    CostPer.SESSION: marked("{amount} a session"),
    CostPer.TERM: marked("{amount} a term"),
    CostPer.COURSE: marked("{amount} for the whole course"),
})  # fmt: skip

_PAY_PER = MappingProxyType({
    PayPer.HOUR: marked("{amount} an hour"),
    PayPer.DAY: marked("{amount} a day"),
    PayPer.WEEK: marked("{amount} a week"),
    PayPer.MONTH: marked("{amount} a month"),
    PayPer.YEAR: marked("{amount} a year"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price and whom it is for."""

    words: str
    """“Free” or “£4.50 a session”."""
    qualifying: tuple[Said, ...]
    """Who pays this: any one of these. Empty: everyone."""
    note: Said
    """Anything else about it; may be empty."""


@dataclass(frozen=True, slots=True)
class PayFacts:
    """What a learner is paid."""

    words: str
    """“£7.55 an hour”, or only that it is paid."""
    note: Said
    """Anything else about it; may be empty."""


def price_lines(here: Here, costs: Iterable[Cost]) -> tuple[PriceLine, ...]:
    """Return each price, those for everyone first."""
    return tuple(
        PriceLine(
            words=price_words(here, cost),
            qualifying=qualifying(here, cost.qualifying),
            note=here.said(cost.note),
        )
        for cost in in_order(costs)
    )


def cost_summary(here: Here, costs: tuple[Cost, ...]) -> str:
    """Return the prices in a few words, as a card says them; "" where there are none.

    “Free” alone only ever means free for everyone.
    """
    kind = cost_kind(costs)
    if kind is CostKind.FREE:
        return here.say("Free")
    usual = _usual_price(here, costs)
    if kind is CostKind.FREE_IF_QUALIFYING:
        if not usual:
            return here.say("Free if you qualify")
        return here.say("{price}, free if you qualify", price=usual)
    if usual or not costs:
        return usual
    return here.say("{price} if you qualify", price=price_words(here, in_order(costs)[0]))


def _usual_price(here: Here, costs: tuple[Cost, ...]) -> str:
    """Return what somebody pays who qualifies for nothing; "" where nothing is said of them.

    A free price beside one that everyone may have to pay, as for an exam, does not make it free.
    """
    general = [cost for cost in in_order(costs) if cost.for_everyone]
    paid = [cost for cost in general if not cost.free]
    if not paid:
        return ""
    price = price_words(here, paid[0])
    if len(paid) < len(general):
        return here.say("Free, or {price}", price=price)
    return here.say("From {price}", price=price) if len(paid) > 1 else price


def price_words(here: Here, cost: Cost) -> str:
    """Return one price without whom it is for."""
    if cost.free:
        return here.say("Free")
    amount = here.wording.money(cost.amount, here.settings.currency)
    return here.say(_PER[cost.per], amount=amount) if cost.per else amount


def qualifying(here: Here, terms: Iterable[str]) -> tuple[Said, ...]:
    """Return what the terms of eligibility or benefits are called."""
    taxonomy = here.place.taxonomy
    found = (taxonomy.term("eligibility", it) or taxonomy.term("benefits", it) for it in terms)
    return tuple(here.said(term.label) for term in found if term)


def pay_facts(here: Here, pay: Pay | None) -> PayFacts | None:
    """Return what a learner is paid; None where nothing is said of pay."""
    if pay is None:
        return None
    if not pay.paid:
        return PayFacts(here.say("Unpaid"), here.said(pay.note))
    if pay.amount is None:
        return PayFacts(here.say("Paid"), here.said(pay.note))
    amount = here.wording.money(pay.amount, here.settings.currency)
    words = here.say(_PAY_PER[pay.per], amount=amount) if pay.per else amount
    return PayFacts(words, here.said(pay.note))
