"""Measure the gazetteer, and `doorstep geocode` against a Nominatim of one's own.

    python -m benchmarks.geocoding EXTRACT.osm.pbf [--nominatim 127.0.0.1:8088]
        [--most 600] [--names-only]

benchmarks/geocoding.md says how such a Nominatim is made, and what came out. Never point this at a
public service: it asks hundreds of questions for nobody's use. pyosmium is in the ``data`` group.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import osmium
import osmium.osm

from generator.adapters.gazetteer_file import GazetteerFile
from generator.adapters.geocoding_geopy import GazetteerGeocoder, NetworkService
from generator.adapters.patient_finder import PatientFinder
from generator.adapters.replaced_file import FileOnDisk
from generator.adapters.turnstile import Turnstile
from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.location import Location
from generator.ports import Gazetteer
from generator.rules import postcodes
from generator.rules.geometry import bounds_of, distance, grown, middle
from generator.workflows.geocode import Desk, Outcome, Wanted, geocode

GAZETTEER = Path("generator/data/gazetteer.bin")
TOWN = "Newport"
FRESH_PROCESSES = 10


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in the extract with a postcode, and where it really is."""

    name: str
    tags: Mapping[str, str]
    location: Location


def things(extract: Path) -> Iterator[Thing]:
    """Yield every node and way that has a postcode."""
    for item in osmium.FileProcessor(str(extract)).with_locations():
        if "addr:postcode" not in item.tags:
            continue
        tags = dict(item.tags)
        if isinstance(item, osmium.osm.Node):
            yield Thing(f"node-{item.id}", tags, Location(item.lat, item.lon))
        elif isinstance(item, osmium.osm.Way):
            corners = [Location(one.lat, one.lon) for one in item.nodes if one.location.valid()]
            box = bounds_of(corners)
            if box:
                yield Thing(f"way-{item.id}", tags, middle(box))


def measured(metres: Sequence[float]) -> str:
    """Return the median and the 95th percentile in words."""
    if len(metres) < 2:  # noqa: PLR2004  quantiles need two
        return f"{len(metres)} measured"
    p95 = statistics.quantiles(metres, n=20)[-1]
    return f"{len(metres)}: median {statistics.median(metres):.0f} m, p95 {p95:.0f} m"


def first_answers(program: str) -> str:
    """Return how long a fresh process needs from its first import to its first answer."""
    timed = f"import time; began = time.perf_counter(); {program}; "
    timed += "print(time.perf_counter() - began)"
    seconds = []
    for _ in range(FRESH_PROCESSES):
        done = subprocess.run([sys.executable, "-c", timed], capture_output=True, check=True)
        seconds.append(float(done.stdout))
    return f"median {statistics.median(seconds) * 1000:.0f} ms, best {min(seconds) * 1000:.0f} ms"


def report_gazetteer(gazetteer: Gazetteer, found: Iterable[Thing]) -> None:
    """Print size, speed and error of the gazetteer."""
    opened = f"file = GazetteerFile(Path({str(GAZETTEER)!r}))"
    imports = (
        "from pathlib import Path; from generator.adapters.gazetteer_file import GazetteerFile"
    )
    geopy = (
        "from generator.rules.postcodes import normalise, slips; "
        "from generator.adapters.geocoding_geopy import GazetteerGeocoder; "
    )
    through = "GazetteerGeocoder(file, normalise, slips).geocode('NP20 1PA')"
    print(f"gazetteer: {GAZETTEER.stat().st_size} bytes")
    print(
        "first answer, the file alone:",
        first_answers(f"{imports}; {opened}; file.locate('NP20 1PA')"),
    )
    print("first answer, through geopy:", first_answers(f"{imports}; {geopy}{opened}; {through}"))
    print("  of which importing geopy:", first_answers("import geopy.geocoders"))
    errors = []
    unknown = 0
    for thing in found:
        where = gazetteer.locate(thing.tags["addr:postcode"])
        if where is None:
            unknown += 1
        else:
            errors.append(distance(where, thing.location))
    print("postcode's middle to the building,", measured(errors) + f"; {unknown} not in it")


def venues(
    gazetteer: Gazetteer, found: Iterable[Thing], most: int, *, names_only: bool
) -> tuple[Wanted, ...]:
    """Return the named amenities with a street, as the venues of a place would be written.

    ``names_only`` leaves the street out, as a record does that has only a name and a postcode.
    """
    kept = () if names_only else ("addr:housenumber", "addr:street")
    named = [one for one in found if {"amenity", "name", "addr:street"} <= one.tags.keys()][:most]
    box = bounds_of(one.location for one in named)
    if box is None:
        raise SystemExit("there is no named amenity with an address in the extract")
    return tuple(
        Wanted(
            venue=one.name,
            name=one.tags["name"],
            address=" ".join(one.tags[key] for key in kept if key in one.tags),
            postcode=one.tags["addr:postcode"],
            place=one.tags.get("addr:city", TOWN),
            bounds=grown(box, 1000),
            middle=gazetteer.locate(one.tags["addr:postcode"]),
        )
        for one in named
    )


class Dots:
    """Port Reporter: a number now and then."""

    def stage(self, name: str) -> None:
        """Say what has begun."""
        print(f"{name} ...", file=sys.stderr)

    def progress(self, done: int, total: int) -> None:
        """Say every fiftieth."""
        if done % 50 == 0:
            print(f"{done} of {total}", file=sys.stderr)

    def count(self, what: str, number: int) -> None:
        """Nobody asks."""


def report_finder(outcome: Outcome, true: Mapping[str, Location]) -> None:
    """Print what the finder made of the venues, and every one that it put in a wrong place."""
    off = {
        one.venue: distance(one.location, true[one.venue]) for one in outcome.placed if one.location
    }
    in_doubt = [distance(one.location, true[one.venue]) for one in outcome.flagged if one.location]
    print(f"stopped: {outcome.stopped or 'no'}; failed {len(outcome.failed)}")
    print("placed,", measured(list(off.values())))
    print("flagged, the one put forward,", measured(in_doubt))
    print("not found:", len(outcome.missed))
    for one in outcome.placed:
        if off[one.venue] > 100:  # noqa: PLR2004  metres worth a look
            print(f"  {off[one.venue]:5.0f} m  {one.venue}  {one.address}  ->  {one.label}")
    for one in outcome.missed:
        print(f"  missed   {one.venue}  {one.address}")
    for one in outcome.flagged:
        print(f"  flagged  {one.venue}  {one.address}: {one.flag}")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("extract", type=Path)
    parser.add_argument("--nominatim", default="", help="host and port of a Nominatim of your own")
    parser.add_argument("--most", type=int, default=600, help="venues to ask for at most")
    parser.add_argument("--names-only", action="store_true", help="leave the streets out")
    arguments = parser.parse_args()
    file = GazetteerFile(GAZETTEER)
    gazetteer = GazetteerGeocoder(file, postcodes.normalise, postcodes.slips)
    found = tuple(things(arguments.extract))
    report_gazetteer(gazetteer, found)
    if not arguments.nominatim:
        return
    wanted = venues(gazetteer, found, arguments.most, names_only=arguments.names_only)
    service = NetworkService(
        "nominatim", arguments.nominatim, "http", "benchmark", "nobody@example.org"
    )
    with tempfile.TemporaryDirectory() as folder:
        turnstile = Turnstile(Path(folder) / "turnstile", 1.1, time.time, time.sleep)
        finder = PatientFinder(service, turnstile, 4 * len(wanted))
        answers = FileOnDisk(Path(folder) / "geocodes.yaml", "geocodes.yaml")
        began = time.monotonic()
        outcome = geocode(wanted, Desk(finder, answers, PyYaml(), Dots(), date.today()))
        print(f"{len(wanted)} venues in {time.monotonic() - began:.0f} s")
    report_finder(outcome, {one.name: one.location for one in found})


if __name__ == "__main__":
    main()
