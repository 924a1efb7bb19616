from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.location import Geocode, Location
from generator.model.problem import Problem
from generator.rules import geocodes

LIBRARY = Geocode(
    venue="central-library",
    address="John Frost Square, Newport, NP20 1PA",
    location=Location(51.58612, -2.99386),
    level="building",
    source="nominatim (nominatim.example.org)",
    date="2026-11-01",
    label="Central Library, John Frost Square",
)


def read(text: str) -> tuple[tuple[Geocode, ...], tuple[Problem, ...]]:
    node, problems = PyYaml().read("geocodes.yaml", text)
    found, more = geocodes.read_geocodes(node)
    return found, (*problems, *more)


def test_an_entry_is_written_field_by_field_in_its_order() -> None:
    text = PyYaml().write(geocodes.as_plain([replace(LIBRARY, locked=True, flag="two match")]))

    assert text.splitlines() == [
        "central-library:",
        "  address: John Frost Square, Newport, NP20 1PA",
        "  location: [51.58612, -2.99386]",
        "  level: building",
        "  source: nominatim (nominatim.example.org)",
        "  date: 2026-11-01",
        "  label: Central Library, John Frost Square",
        "  locked: true",
        "  flag: two match",
    ]


def test_a_miss_is_dated_and_has_no_place() -> None:
    miss = replace(LIBRARY, location=None, level="", label="")

    text = PyYaml().write(geocodes.as_plain([miss]))

    assert "location: null" in text
    assert read(text) == ((miss,), ())


def test_entries_are_written_in_order_of_venue() -> None:
    entries = geocodes.as_plain([replace(LIBRARY, venue="b"), replace(LIBRARY, venue="a")])

    assert list(entries) == ["a", "b"]


printable = st.text(
    st.characters(categories=["L", "N", "P", "S"], include_characters=" "), min_size=1, max_size=60
).map(lambda text: unicodedata.normalize("NFC", " ".join(text.split())) or "x")
entries = st.builds(
    Geocode,
    venue=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda v: len(v) <= 80),
    address=printable,
    location=st.none()
    | st.builds(
        Location, st.integers(-9000, 9000).map(lambda n: n / 100), st.sampled_from([0, 1.5])
    ),
    level=st.sampled_from(["building", "street", "postcode", "area"]),
    source=printable,
    date=st.dates(date(1970, 1, 1), date(2999, 12, 31)).map(str),
    label=printable,
    locked=st.booleans(),
    flag=printable,
)


@given(st.lists(entries, unique_by=lambda one: one.venue))
def test_what_is_written_is_read_again(written: list[Geocode]) -> None:
    text = PyYaml().write(geocodes.as_plain(written))

    found, problems = read(text)
    assert found == tuple(sorted(written, key=lambda one: one.venue))
    # Letters of several alphabets in one word are told, and no reason to drop an answer.
    assert {each.code for each in problems} <= {"mixed-alphabets"}


@pytest.mark.parametrize("degrees", [0.00001, -0.00004, 0.00006, 1e-9])
def test_a_place_on_the_meridian_has_no_exponent(degrees: float) -> None:
    text = PyYaml().write(geocodes.as_plain([replace(LIBRARY, location=Location(51.5, degrees))]))

    ((entry,), problems) = read(text)

    assert problems == ()
    assert entry.location is not None
    assert abs(entry.location.longitude - degrees) <= 0.00005


@pytest.mark.parametrize("text", ["", "~", "# nothing yet\n"])
def test_an_empty_file_has_no_entries(text: str) -> None:
    assert read(text) == ((), ())


MISTAKES = """\
good:
  address: 1 High Street, NP20 1AA
  location: [51.5, -3.0]
  date: 2026-11-01
no-place-for-a-list: [1, 2]
Bad Id:
  address: x
  date: 2026-11-01
bad-point:
  address: x
  location: [91, 0]
  date: 2026-11-01
bad-date:
  address: x
  date: 2026-02-30
bad-field:
  address: x
  date: 2026-11-01
  lable: x
bad-level:
  address: x
  date: 2026-11-01
  level: galaxy
bad-lock:
  address: x
  date: 2026-11-01
  locked: "yes"
no-address:
  date: 2026-11-01
"""


def test_every_mistake_is_reported_where_it_stands_and_the_rest_is_kept() -> None:
    found, problems = read(MISTAKES)

    assert [one.venue for one in found] == ["good"]
    assert [(one.code, one.mark.line, one.mark.column) for one in problems] == [
        ("wrong-shape", 5, 22),
        ("invalid-id", 6, 1),
        ("invalid-point", 11, 13),
        ("invalid-date", 15, 9),
        ("unknown-field", 19, 3),
        ("invalid-choice", 23, 10),
        ("invalid-flag", 27, 11),
        ("missing-field", 29, 3),
    ]


def test_a_file_that_is_a_list_is_one_mistake() -> None:
    found, problems = read("- a\n- b\n")

    assert found == ()
    assert [one.code for one in problems] == ["wrong-shape"]


def test_spelling_alone_does_not_make_an_address_new() -> None:
    assert geocodes.answers(LIBRARY, "john frost  square, Newport", "np201pa")
    assert not geocodes.answers(LIBRARY, "High Street, Newport", "NP20 1PA")
    assert not geocodes.answers(LIBRARY, "John Frost Square, Newport", "NP20 1PB")


def test_a_doubt_keeps_an_entry_from_use_until_a_person_locks_it() -> None:
    address, postcode = "John Frost Square, Newport", "NP20 1PA"
    doubtful = replace(LIBRARY, flag="two match")

    assert geocodes.usable(LIBRARY, address, postcode)
    assert not geocodes.usable(doubtful, address, postcode)
    assert geocodes.usable(replace(doubtful, locked=True), address, postcode)


def test_a_miss_and_a_changed_address_are_of_no_use() -> None:
    assert not geocodes.usable(replace(LIBRARY, location=None), "John Frost Square, Newport", "")
    assert not geocodes.usable(replace(LIBRARY, locked=True), "Elsewhere", "NP20 1PA")
