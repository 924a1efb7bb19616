from __future__ import annotations

from datetime import UTC, datetime, timedelta

from generator.model.life import Life, Standing
from generator.model.place import Place
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence
from generator.model.status import OpportunityStatus
from generator.views.cards import opportunity_cards
from generator.views.here import Here
from generator.views.order import soonest_first
from tests.support.places import a_place, an_opportunity, en
from tests.support.wordings import edition

START = datetime(2026, 12, 8, 17, 0)


def on(days: int) -> Prospect:
    start = START + timedelta(days=days)
    date = Occurrence(start, start, start.replace(tzinfo=UTC), start.replace(tzinfo=UTC))
    return Prospect(JoinState.JOINABLE, (date,), (date,))


def place() -> Place:
    return a_place(
        an_opportunity("late", title=en("A")),
        an_opportunity("soon", title=en("Z")),
        an_opportunity("anytime", title=en("c")),
        an_opportunity("unknown", title=en("B")),
        an_opportunity("full", title=en("A"), status=OpportunityStatus.FULL),
        an_opportunity("overdue", title=en("A")),
        prospects={
            "late": on(9), "soon": on(1), "full": on(0), "anytime": Prospect(JoinState.ANYTIME),
        },
        standing={("opportunity", "overdue"): Standing(Life.OVERDUE)},
    )  # fmt: skip


def test_what_comes_soonest_is_first_and_what_is_full_last() -> None:
    here = Here(edition(place()), "explore/")

    ordered = soonest_first(here, (*place().opportunities, "nowhere", "soon"))

    assert ordered == ("soon", "late", "unknown", "anytime", "full")


def test_cards_keep_the_order() -> None:
    here = Here(edition(place()), "explore/")
    ordered = soonest_first(here, place().opportunities)

    cards = opportunity_cards(here, ordered)

    assert [card.href for card in cards] == [f"../opportunities/{it}/" for it in ordered]
