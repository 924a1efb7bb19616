from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from geopy.geocoders.base import Geocoder  # type: ignore[import-untyped]  # ships no types
from geopy.location import Location as Found  # type: ignore[import-untyped]  # as above

import generator
from generator.adapters.gazetteer_file import GazetteerFile
from generator.adapters.geocoding_geopy import GazetteerGeocoder
from generator.model.fault import Fault
from generator.model.location import Bounds, Location
from generator.ports import Gazetteer
from generator.rules import postcodes
from generator.rules.geometry import distance
from scripts.make_gazetteer import encode

BUNDLED = Path(generator.__file__).parent / "data" / "gazetteer.bin"
ROWS = [
    ("NP19 0AA", (5159000, -298000)),
    ("NP20 1PA", (5158556, -299362)),
    ("NP20 1PB", None),
    ("AB10 1AB", (5714960, -209690)),
]


def over(path: Path) -> GazetteerGeocoder:
    return GazetteerGeocoder(GazetteerFile(path), postcodes.normalise, postcodes.slips)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(encode(ROWS))
    return path


def test_the_gazetteer_is_a_geopy_geocoder_and_our_port(small: Path) -> None:
    gazetteer = over(small)
    port: Gazetteer = gazetteer

    found = gazetteer.geocode("np20 1pa")

    assert isinstance(gazetteer, Geocoder)
    assert isinstance(found, Found)
    assert (found.address, found.latitude, found.longitude) == ("NP20 1PA", 51.58556, -2.99362)
    assert gazetteer.geocode("NP20 1PA", exactly_one=False) == [found]
    assert port.locate("np201pa") == Location(51.58556, -2.99362)


@pytest.mark.parametrize("text", ["NP20 1PZ", "ZE1 0AA", "NP20", "", "not a postcode"])
def test_what_is_no_postcode_has_no_place(small: Path, text: str) -> None:
    gazetteer = over(small)

    assert gazetteer.locate(text) is None
    assert not gazetteer.knows(text)


def test_a_postcode_without_a_place_is_known_all_the_same(small: Path) -> None:
    gazetteer = over(small)

    assert gazetteer.knows("NP20 1PB")
    assert gazetteer.locate("NP20 1PB") is None


def test_within_yields_what_lies_in_the_box_in_order(small: Path) -> None:
    found = list(over(small).within(Bounds(51.5, -3.1, 51.7, -2.9)))

    assert [postcode for postcode, _ in found] == ["NP19 0AA", "NP20 1PA"]


def test_nearest_names_exist_and_are_one_slip_away(small: Path) -> None:
    assert over(small).nearest_names("NP2O 1PA") == ("NP20 1PA",)
    assert over(small).nearest_names("NP20 1PD") == ("NP20 1PA", "NP20 1PB")


def test_a_changed_block_is_noticed_when_it_is_read(small: Path) -> None:
    content = bytearray(small.read_bytes())
    content[-1] ^= 1
    small.write_bytes(content)

    assert over(small).locate("AB10 1AB") is not None
    with pytest.raises(Fault, match="NP20 has changed"):
        over(small).locate("NP20 1PA")


@pytest.mark.parametrize(
    ("place", "message"),
    [(0, "does not begin"), (12, "format 0"), (18, "index has changed"), (30, "index has changed")],
)
def test_a_changed_head_is_noticed_at_once(small: Path, place: int, message: str) -> None:
    content = bytearray(small.read_bytes())
    content[place] ^= 1
    small.write_bytes(content)

    with pytest.raises(Fault, match=message):
        over(small).locate("AB10 1AB")


@pytest.mark.parametrize("length", [0, 10, 40, -1])
def test_a_file_cut_short_is_noticed(small: Path, length: int) -> None:
    small.write_bytes(small.read_bytes()[:length])

    with pytest.raises(Fault, match="reinstall"):
        over(small).locate("NP20 1PA")


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot read the gazetteer"):
        over(tmp_path / "none.bin").locate("NP20 1PA")


def test_the_bundled_file_holds_great_britain_in_ten_megabytes() -> None:
    assert BUNDLED.stat().st_size <= 10_000_000


@pytest.mark.parametrize(
    ("postcode", "expected"),
    [
        ("SW1A 1AA", Location(51.50101, -0.14156)),  # Buckingham Palace
        ("EH99 1SP", Location(55.9521, -3.1747)),  # the Scottish Parliament
        ("CF99 1SN", Location(51.4636, -3.1621)),  # the Senedd
    ],
)
def test_the_bundled_file_knows_where_parliaments_are(postcode: str, expected: Location) -> None:
    found = over(BUNDLED).locate(postcode)

    assert found is not None
    assert distance(found, expected) < 250


def test_every_postcode_around_newport_is_found_again_by_name() -> None:
    gazetteer = over(BUNDLED)

    found = list(gazetteer.within(Bounds(51.58, -3.0, 51.6, -2.98)))

    assert len(found) > 100
    assert all(gazetteer.locate(postcode) == location for postcode, location in found)


ANSWER = """
import sys
from pathlib import Path
from generator.adapters.gazetteer_file import GazetteerFile
from generator.rules.postcodes import normalise, slips
if sys.argv[2] == "alone":
    found = GazetteerFile(Path(sys.argv[1])).locate("NP20 1PA")
else:
    from generator.adapters.geocoding_geopy import GazetteerGeocoder
    found = GazetteerGeocoder(GazetteerFile(Path(sys.argv[1])), normalise, slips).geocode("NP201PA")
print(bool(found), *sorted({"geopy", "requests", "aiohttp"} & sys.modules.keys()))
"""


@pytest.mark.parametrize(("how", "loaded"), [("alone", []), ("geocoder", ["geopy"])])
def test_the_first_answer_loads_little(how: str, loaded: list[str]) -> None:
    """What is loaded decides how long it takes, and is the same on every machine."""
    command = [sys.executable, "-c", ANSWER, str(BUNDLED), how]

    done = subprocess.run(command, capture_output=True, check=True, text=True)

    assert done.stdout.split() == ["True", *loaded]
