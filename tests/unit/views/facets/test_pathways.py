from __future__ import annotations

import pytest

from generator.model.pathway import Destination, Option, Pathway, Step
from generator.model.place import Place
from generator.views.facets.offering import reader_of
from generator.views.facets.pathways import PATHWAY_FACETS, step_count
from tests.support.places import a_pathway, a_place, an_opportunity, en


def answers(pathway: Pathway, place: Place | None = None) -> dict[str, tuple[str, ...]]:
    return dict(reader_of(place or a_place(pathway), PATHWAY_FACETS)(pathway))


def steps(count: int) -> tuple[Step, ...]:
    return tuple(Step(text=en(f"Step {at}")) for at in range(count))


@pytest.mark.parametrize(
    ("count", "bands"),
    [(1, ("4", "6")), (4, ("4", "6")), (5, ("6",)), (6, ("6",)), (7, ("more",))],
)
def test_up_to_six_steps_holds_up_to_four(count: int, bands: tuple[str, ...]) -> None:
    assert answers(a_pathway(steps=steps(count)))["steps"] == bands


def test_a_step_that_nobody_can_see_is_not_counted() -> None:
    pathway = a_pathway(
        steps=(
            Step(opportunity="robotics"),
            Step(opportunity="unpublished"),
            Step(badge="unpublished"),
            Step(choose=1, of=(Option(badge="unpublished"), Option(text=en("Ask somebody")))),
        )
    )

    assert step_count(a_place(pathway, an_opportunity()), pathway) == 2


def test_it_leads_to_what_is_at_its_end() -> None:
    destination = Destination(kind="job", title=en("Engineer"))

    assert answers(a_pathway(destination=destination))["destination"] == ("job",)
    assert answers(a_pathway(destination=None))["destination"] == ()


def test_it_is_kept_by_its_owner() -> None:
    assert answers(a_pathway(owner="makers"))["organisation"] == ("makers",)
    assert answers(a_pathway(owner=""))["organisation"] == ()
