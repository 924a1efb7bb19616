from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters.gazetteer_file import inward_code, read_block, unit_number
from scripts import make_gazetteer

ROWS = [("NP20 1PA", (5158556, -299362)), ("NP20 1PB", None), ("AB10 1AB", (5714960, -209690))]

steps = st.tuples(st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000))


@settings(max_examples=50)
@given(st.dictionaries(st.integers(0, 3999), st.none() | steps, max_size=30))
def test_a_block_gives_back_what_was_put_in(units: dict[int, tuple[int, int] | None]) -> None:
    corner = (5_000_000, -300_000)

    block = make_gazetteer.encode_block(units, corner)

    assert read_block(block, corner) == units
    assert list(read_block(block, corner)) == sorted(units)


@pytest.mark.parametrize(("code", "number"), [("0AA", 0), ("0AB", 1), ("1AA", 400), ("9ZZ", 3999)])
def test_inward_codes_are_numbered_in_order(code: str, number: int) -> None:
    assert unit_number(code) == number
    assert inward_code(number) == code


def test_the_order_of_the_input_does_not_matter() -> None:
    assert make_gazetteer.encode(ROWS) == make_gazetteer.encode(reversed(ROWS))


def test_rows_are_placed_only_as_well_as_their_source_says(tmp_path: Path) -> None:
    source = tmp_path / "postcodes.csv.gz"
    surveyed, estimated = "AB101AB,10,394235,806529", "N11AA,50,531000,184000"
    sector_only, unknown = "B296XE,60,404092,282504", "AB431AJ,90,0,0"
    lines = [surveyed, estimated, sector_only, unknown, ""]
    source.write_bytes(gzip.compress("\n".join(lines).encode()))

    rows = dict(make_gazetteer.read_rows(source))

    assert rows["AB10 1AB"] == (5714961, -209692)
    assert rows["N1 1AA"] is not None
    assert rows["B29 6XE"] is None
    assert rows["AB43 1AJ"] is None


def test_a_line_that_holds_no_postcode_stops_the_conversion(tmp_path: Path) -> None:
    source = tmp_path / "postcodes.csv.gz"
    source.write_bytes(gzip.compress(b"NOT A POSTCODE,10,394235,806529\n"))

    with pytest.raises(SystemExit, match="not a postcode"):
        list(make_gazetteer.read_rows(source))
