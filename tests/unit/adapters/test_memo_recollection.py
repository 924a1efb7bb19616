"""What was read once is known to the next build, as long as all that it came from is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from generator.adapters.memo_recollection import MemoRecollection
from generator.adapters.values_as_data import ValuesAsData
from generator.model.text import Text
from tests.support.memos import Kept


@dataclass
class Reader:
    asked: list[str] = field(default_factory=list)

    def __call__(self, words: Sequence[str]) -> list[Text]:
        self.asked += words
        return [Text.plain("en", word.upper()) for word in words]


@pytest.fixture
def kept() -> Kept:
    return Kept()


def build(
    kept: Kept, given: dict[str, str], around: object = (), program: str = "this"
) -> tuple[list[str], Sequence[Text]]:
    """Return what a build had to make, and what it got."""
    reader = Reader()
    recollection = MemoRecollection(kept, program, {"records": ValuesAsData(Text)})
    return reader.asked, recollection.all("records", given, around, reader)


def test_second_build_makes_nothing_and_has_the_same(kept: Kept) -> None:
    given = {"1": "one", "2": "two"}
    assert build(kept, given) == (
        ["one", "two"],
        [Text.plain("en", "ONE"), Text.plain("en", "TWO")],
    )
    assert build(kept, given) == ([], [Text.plain("en", "ONE"), Text.plain("en", "TWO")])


def test_only_what_changed_is_made_again_and_stands_in_its_place(kept: Kept) -> None:
    build(kept, {"1": "one", "2": "two", "3": "three"})

    asked, got = build(kept, {"1": "one", "2": "second", "3": "three"})

    assert asked == ["second"]
    assert [it.original for it in got] == ["ONE", "SECOND", "THREE"]


@pytest.mark.parametrize("other", [{"around": ("cy",)}, {"program": "that"}])
def test_in_other_circumstances_all_is_made_again(kept: Kept, other: dict[str, str]) -> None:
    build(kept, {"1": "one"})

    assert build(kept, {"1": "one"}, **other)[0] == ["one"]


def test_what_is_kept_for_one_thing_is_not_found_for_another(kept: Kept) -> None:
    build(kept, {"1": "one"})
    reader = Reader()
    recollection = MemoRecollection(kept, "this", {"words": ValuesAsData(Text)})

    recollection.all("words", {"1": "one"}, (), reader)

    assert reader.asked == ["one"]


def test_what_is_not_named_is_made_and_not_kept(kept: Kept) -> None:
    reader = Reader()
    recollection = MemoRecollection(kept, "this", {})

    assert recollection.all("texts", {"1": "one"}, (), reader) == [Text.plain("en", "ONE")]
    assert recollection.one("text", "two", str.upper) == "TWO"
    assert kept.entries == {}
