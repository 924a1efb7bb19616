from __future__ import annotations

from generator.model.badge import Requirement
from generator.model.pathway import Option, Step
from generator.model.shapes import Neighbourhood, Ref, Term
from generator.model.venue import Venue
from generator.rules.references import pruned, references, spoken
from tests.support.places import a_badge, a_pathway, a_venue, an_opportunity


def test_every_name_is_found_with_its_path() -> None:
    record = an_opportunity(topics=("sea",), next_steps=("beach",))

    found = {(type(one.shape), one.value, one.path) for one in references(record)}

    assert found >= {
        (Ref, "makers", ("organisation",)),
        (Ref, "library", ("where", "0", "venue")),
        (Term, "sea", ("topics", "0")),
        (Ref, "beach", ("next", "0")),
    }


def test_names_deep_in_a_record_are_found() -> None:
    steps = (Step(choose=1, of=(Option(badge="a"), Option(opportunity="b"))),)

    found = {one.value: one.path for one in references(a_pathway(steps=steps))}

    assert found == {"a": ("steps", "0", "of", "0", "badge"),
                     "b": ("steps", "0", "of", "1", "opportunity")}  # fmt: skip


def test_neighbourhoods_are_names_too() -> None:
    shapes = {type(one.shape) for one in references(a_venue(area="harbour"))}

    assert shapes == {Neighbourhood}


def test_record_loses_only_what_is_not_kept() -> None:
    record = an_opportunity(badges=("a", "b", "c"), replaced_by="b")

    left = pruned(record, lambda _, name: name != "b")

    assert left.badges == ("a", "c")
    assert left.replaced_by == ""
    assert left.organisation == "makers"


def test_group_that_names_nothing_any_more_is_left_out() -> None:
    record = a_pathway(
        steps=(Step(badge="gone"), Step(opportunity="kept"), Step(badge="gone", optional=True))
    )

    left = pruned(record, lambda _, name: name == "kept")

    assert left.steps == (Step(opportunity="kept"), Step(optional=True))


def test_requirement_keeps_its_other_badges() -> None:
    badge = a_badge(requires=Requirement(all_of=("gone", "kept")))

    assert pruned(badge, lambda _, name: name != "gone").requires == Requirement(all_of=("kept",))


def test_record_that_loses_nothing_is_the_same_one() -> None:
    record = an_opportunity()

    assert pruned(record, lambda *_: True) is record


def test_words_of_every_language_are_spoken() -> None:
    said = dict(spoken(a_venue(address="1 Quay Side")))

    assert said["Central Library"] == ("title",)
    assert said["1 Quay Side"] == ("address",)
    assert isinstance(a_venue(), Venue)
