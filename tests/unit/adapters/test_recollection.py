from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from generator.adapters.memo_recollection import MemoRecollection
from generator.adapters.recollection import Held, same
from generator.adapters.values_as_data import ValuesAsData
from generator.model.recollection import Afresh
from generator.model.text import Text
from tests.support.memos import Kept


@dataclass(frozen=True, slots=True)
class Priced:
    name: str
    cost: Decimal = Decimal(5)


def asked(held: Held | Afresh, given: Mapping[str, object], around: object = "") -> list[object]:
    """Return what of this had to be made."""
    made: list[object] = []

    def work(values: Sequence[object]) -> list[str]:
        made.extend(values)
        return [f"made of {value}" for value in values]

    results = held.all("a", given, around, work)

    assert list(results) == [f"made of {value}" for value in given.values()]
    return made


def test_only_what_is_new_or_otherwise_is_made_and_all_comes_in_order() -> None:
    held = Held()

    assert asked(held, {"a": "1", "b": "2", "c": "3"}) == ["1", "2", "3"]
    assert asked(held, {"c": "3", "a": "9", "d": "4", "b": "2"}) == ["9", "4"]


def test_what_is_not_given_again_is_forgotten() -> None:
    held = Held()
    asked(held, {"a": "1", "b": "2"})
    asked(held, {"a": "1"})

    assert asked(held, {"a": "1", "b": "2"}) == ["2"]


def test_nothing_is_known_where_what_is_around_differs() -> None:
    held = Held()
    asked(held, {"a": "1"}, "here")

    assert asked(held, {"a": "1"}, "there") == ["1"]
    assert asked(held, {"a": "1"}, "there") == []


def test_work_that_fails_leaves_what_was_known() -> None:
    held = Held()
    asked(held, {"a": "1"})

    with pytest.raises(ZeroDivisionError):
        held.all("a", {"a": "2"}, "", lambda _: [1 // 0])

    assert asked(held, {"a": "1"}) == []


def test_one_is_made_again_where_it_is_given_otherwise() -> None:
    held, made = Held(), []

    def work(value: object) -> int:
        made.append(value)
        return len(made)

    assert [held.one("a", value, work) for value in ("1", "1", "2", "1")] == [1, 1, 2, 3]


def test_who_builds_once_makes_all() -> None:
    assert asked(Afresh(), {"a": "1"}) == asked(Afresh(), {"a": "1"}) == ["1"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (Priced("a"), Priced("a"), True),
        (Priced("a"), Priced("b"), False),
        (Priced("a", Decimal(5)), Priced("a", Decimal("5.00")), False),
        ((1, "a"), (True, "a"), False),
        (("a",) * 99, ("a",) * 99, True),
        (("a",) * 99, (*("a",) * 98, "b"), False),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": 1}, {"a": 1}, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),
        (frozenset("ab"), frozenset("ba"), True),
        (None, "", False),
    ],
)
def test_alike_is_stricter_than_equal(one: object, other: object, alike: bool) -> None:  # noqa: FBT001 - a case
    assert same(one, other) is alike


def test_what_is_not_held_is_asked_of_what_lies_below() -> None:
    kept = Kept()
    given = {"1": "one", "2": "two"}
    below = MemoRecollection(kept, "this", {"records": ValuesAsData(Text)})
    Held(below).all("records", given, (), lambda words: [Text.plain("en", it) for it in words])

    later = Held(below)
    got = later.all("records", given, (), lambda words: [Text.plain("cy", it) for it in words])

    assert got == [Text.plain("en", "one"), Text.plain("en", "two")]
    assert later.all("records", given, (), lambda _: []) == got
