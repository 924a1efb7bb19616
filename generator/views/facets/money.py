"""What it costs, what help there is with that, and whether one is paid.

Each price band is one tick, and no opportunity is in two. “Free if you qualify” does not hold what
is free for everyone: its page and its count would not be true to their words, and the two ticks
stand one under the other for whoever wants both.
"""

from __future__ import annotations

from types import MappingProxyType

from generator.model.opportunity import Opportunity
from generator.rules.costs import CostKind, cost_kind
from generator.views.facets.facet import Facet, Group, called, coded, of_each
from generator.views.labels import HELP as HELP_LABELS
from generator.views.labels import marked

COSTS = MappingProxyType({
    CostKind.FREE.value: marked("Free for everyone"),
    CostKind.FREE_IF_QUALIFYING.value: marked("Free if you qualify"),
    CostKind.PAID.value: marked("Costs money"),
})  # fmt: skip

PAY = MappingProxyType({"yes": marked("You are paid")})


def _band(opportunity: Opportunity) -> tuple[str, ...]:
    kind = cost_kind(opportunity.costs)
    return () if kind is CostKind.UNKNOWN else (kind.value,)


COST = Facet(
    name="cost",
    words=called(marked("Cost")),
    group=Group.COST,
    reader=of_each(_band),
    choices=coded(COSTS),
)

HELP = Facet(
    name="help",
    words=called(marked("Help with costs")),
    group=Group.COST,
    reader=of_each(lambda it: it.help),
    choices=coded(HELP_LABELS),
    all_of=True,
)

PAID = Facet(
    name="paid",
    words=called(marked("Pay")),
    group=Group.COST,
    reader=of_each(lambda it: ("yes",) if it.paid and it.paid.paid else ()),
    choices=coded(PAY),
)
