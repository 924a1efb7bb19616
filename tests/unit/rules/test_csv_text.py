from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.csv_text import csv_file, guarded, unguarded
from tests.support.field_strategies import HOSTILE

FORMULAS = ("=1+1", "+1+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=")
cells = st.one_of(
    st.sampled_from((*FORMULAS, *HOSTILE)),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.text("'=+-@\t\r1 ", max_size=6),
)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("words", FORMULAS)
def test_formula_does_not_begin_its_cell(words: str) -> None:
    assert guarded(words) == f"'{words}"


@pytest.mark.parametrize("words", ["-5", "+4.50", "+44 (0)1633 000-000", "5", "Robots", "a=1", ""])
def test_numbers_telephone_numbers_and_plain_words_stay_as_they_are(words: str) -> None:
    assert guarded(words) == words


@given(cells)
def test_reading_gives_back_what_was_written(words: str) -> None:
    assert unguarded(guarded(words)) == words


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=4))
def test_rows_come_back_through_a_reader(rows: list[list[str]]) -> None:
    content = csv_file(("a", "b"), rows)

    assert [[unguarded(cell) for cell in row] for row in read(content)] == [["a", "b"], *rows]


def test_values_that_are_not_words() -> None:
    content = csv_file(("a", "b", "c", "d"), [[None, True, 4.5, ["one", "two"]]])

    assert content == b"a,b,c,d\r\n,true,4.5,one; two\r\n"


def test_list_that_begins_like_a_formula_is_guarded_as_one_cell() -> None:
    assert read(csv_file(("a",), [[["=1", "2"]]]))[1] == ["'=1; 2"]
