from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.money import Cost, CostPer
from generator.rules.costs import (
    CostKind,
    cost_kind,
    free_for,
    free_for_everyone,
    free_if_qualifying,
    in_order,
    least_amount,
)

FREE = Cost()
FREE_FOR_CARERS = Cost(qualifying=("carer", "universal-credit"))
FIVE_A_SESSION = Cost(Decimal("5.00"), CostPer.SESSION)
FORTY_A_TERM = Cost(Decimal(40), CostPer.TERM)
TWO_FOR_CARERS = Cost(Decimal(2), CostPer.SESSION, ("carer",))


@pytest.mark.parametrize(
    ("costs", "kind"),
    [
        ((FREE,), CostKind.FREE),
        ((FREE, TWO_FOR_CARERS), CostKind.FREE),
        ((FIVE_A_SESSION, FREE_FOR_CARERS), CostKind.FREE_IF_QUALIFYING),
        ((FREE_FOR_CARERS,), CostKind.FREE_IF_QUALIFYING),
        ((FREE, FIVE_A_SESSION), CostKind.PAID),
        ((FIVE_A_SESSION, TWO_FOR_CARERS), CostKind.PAID),
        ((), CostKind.UNKNOWN),
    ],
)
def test_free_is_only_what_is_free_for_the_one_who_reads_it(
    costs: tuple[Cost, ...], kind: CostKind
) -> None:
    assert cost_kind(costs) is kind
    assert free_for_everyone(costs) is (kind is CostKind.FREE)
    assert free_if_qualifying(costs) is (kind is CostKind.FREE_IF_QUALIFYING)


def test_those_for_whom_it_is_free_are_named_once() -> None:
    again = Cost(qualifying=("carer", "neet"))

    assert free_for((FREE_FOR_CARERS, again, TWO_FOR_CARERS)) == (
        "carer",
        "universal-credit",
        "neet",
    )


def test_the_least_amount_is_that_of_someone_who_qualifies_for_nothing() -> None:
    costs = (FORTY_A_TERM, FIVE_A_SESSION, TWO_FOR_CARERS, FREE_FOR_CARERS)

    assert least_amount(costs) == Decimal(5)
    assert least_amount(costs, CostPer.TERM) == Decimal(40)
    assert least_amount(costs, CostPer.COURSE) is None
    assert least_amount((FREE_FOR_CARERS,)) is None


def test_prices_read_from_everyone_to_some_and_from_least_to_most() -> None:
    costs = (TWO_FOR_CARERS, FORTY_A_TERM, FREE_FOR_CARERS, FIVE_A_SESSION)

    assert in_order(costs) == (FIVE_A_SESSION, FORTY_A_TERM, FREE_FOR_CARERS, TWO_FOR_CARERS)
