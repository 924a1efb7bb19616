from __future__ import annotations

from generator.views.facets.money import COST, HELP
from generator.views.facets.offering import counted, offered, reader_of
from generator.views.here import Here
from tests.support.places import a_place, an_opportunity
from tests.support.wordings import edition

HERE = Here(edition(a_place()), "explore/")


def test_what_is_true_of_all_is_not_asked() -> None:
    counts = counted([(("cost", ("free",)),), (("cost", ("free",)),)])

    assert offered(HERE, COST, counts, 2) == ()


def test_what_is_true_of_some_is_asked() -> None:
    counts = counted([(("cost", ("free",)),), (("cost", ()),)])

    [choice] = offered(HERE, COST, counts, 2)

    assert (choice.value, choice.words.words, choice.count) == ("free", "Free for everyone", 1)


def test_a_value_written_twice_counts_once() -> None:
    read = reader_of(HERE.place, (HELP,))

    assert read(an_opportunity(help=("food", "travel", "food"))) == (
        ("help", ("food", "travel")),
    )  # fmt: skip
