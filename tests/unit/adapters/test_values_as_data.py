"""Values come back from data as they were, and nothing else does."""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from generator.adapters.recollection import same
from generator.adapters.values_as_data import ValuesAsData
from generator.model.registry import KINDS
from generator.model.text import NO_TEXT, Text
from generator.stages.parse import ReadRecord
from tests.support.full_place import full_place


class Size(enum.StrEnum):
    SMALL = "small"


class Rank(enum.IntEnum):
    FIRST = 1


@dataclass(frozen=True, slots=True)
class Inner:
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wide:
    what: str | int | float | bool | None
    when: date | datetime | time | None = None
    price: Decimal | None = None
    size: Size | Rank | None = None
    inner: tuple[Inner, ...] = ()


VALUES = ValuesAsData(Wide)


def again(value: object, values: ValuesAsData = VALUES) -> object:
    return values.together(json.loads(json.dumps(values.apart(value))))


@pytest.mark.parametrize(
    "value",
    [
        Wide("ŵ\ud800\0"),
        Wide(1),
        Wide(1.0),
        Wide(True),  # noqa: FBT003 - the value itself
        Wide(None),
        Wide("", date(2026, 2, 28)),
        Wide("", datetime(2026, 2, 28, 12, 30)),
        Wide("", time(0, 30)),
        Wide("", None, Decimal("5.00")),
        Wide("", None, Decimal(5)),
        Wide("", None, None, Size.SMALL),
        Wide("", None, None, Rank.FIRST),
        Wide("", inner=(Inner(), Inner(("a", "")), Inner(()))),
    ],
)
def test_value_comes_back_in_every_detail(value: Wide) -> None:
    assert same(again(value), value)


def test_every_record_comes_back() -> None:
    place = full_place()
    records = ValuesAsData(ReadRecord, *(kind.type for kind in KINDS))
    every = [
        record
        for held in (
            place.opportunities, place.badges, place.organisations, place.venues, place.pathways,
            place.written_pages,
        )
        for record in held.values()
    ]  # fmt: skip

    assert {type(it) for it in every} == {kind.type for kind in KINDS}
    for record in every:
        assert same(again(record, records), record), record.id


def test_no_text_is_one_value_wherever_it_stands() -> None:
    texts = ValuesAsData(Text)

    assert again(NO_TEXT, texts) is again(Text(), texts)


def test_other_types_are_not_taken_apart() -> None:
    with pytest.raises(KeyError):
        VALUES.apart(Text())
    with pytest.raises(KeyError):
        VALUES.apart(Wide(b"bytes"))  # type: ignore[arg-type] # as declared nowhere


def test_data_of_a_type_that_was_not_named_gives_nothing() -> None:
    with pytest.raises(IndexError):
        VALUES.together([1000, "os.system"])
