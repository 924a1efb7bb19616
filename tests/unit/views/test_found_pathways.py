from __future__ import annotations

from generator.model.finding import Findable, WordField
from generator.model.life import Life, Standing
from generator.model.pathway import Destination, Pathway, Step
from generator.model.record import Record
from generator.views.found_pathways import findable_pathways
from generator.views.here import Here
from tests.support.places import a_badge, a_pathway, a_place, an_opportunity, an_organisation, en
from tests.support.wordings import edition

STEPS = (Step(opportunity="robotics"), Step(badge="robotics-1"), Step(text=en("Ask a tutor")))


def rows(pathway: Pathway, *records: Record, **given: object) -> tuple[Findable, ...]:
    place = a_place(pathway, *records, an_organisation(), **given)
    return findable_pathways(Here(edition(place), "pathways/"))


def test_a_pathway_that_has_left_the_lists_is_not_found() -> None:
    pathway = a_pathway()

    assert rows(pathway, standing={("pathway", pathway.id): Standing(Life.OVERDUE)}) == ()
    assert [row.id for row in rows(pathway)] == [pathway.id]


def test_what_is_at_its_end_weighs_more_than_its_summary() -> None:
    destination = Destination(kind="job", title=en("Marine biologist"))

    [row] = rows(a_pathway(destination=destination))

    assert (WordField.TOPIC, "Marine biologist") in row.words


def test_each_step_can_be_found_by_its_title_or_words() -> None:
    opportunity, badge = an_opportunity(title=en("Robots on Monday")), a_badge(title=en("Solderer"))

    [row] = rows(a_pathway(steps=STEPS), opportunity, badge)

    body = [text for field, text in row.words if field is WordField.BODY]
    assert {"Robots on Monday", "Solderer", "Ask a tutor"} <= set(body)


def test_its_card_says_where_it_leads_and_how_long_it_is() -> None:
    destination = Destination(kind="apprenticeship", title=en("Apprentice engineer"))

    [row] = rows(a_pathway(steps=STEPS, destination=destination), an_opportunity(), a_badge())

    assert [(fact.kind, fact.words) for fact in row.card.facts] == [
        ("kind", "An apprenticeship"),
        ("end", "Apprentice engineer"),
        ("steps", "3 steps"),
    ]


def test_a_pathway_to_nowhere_in_particular_says_only_how_long_it_is() -> None:
    [row] = rows(a_pathway(steps=STEPS[2:], destination=None))

    assert [fact.words for fact in row.card.facts] == ["1 step"]
