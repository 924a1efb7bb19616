"""Write one venue record for each place picked in ``venues.toml``.

    python -m scripts.newport.venues EXTRACT.osm.pbf POSTCODES.csv.gz content/venues [--overwrite]

Only what OpenStreetMap says is written: an element without a postcode or a street gives a record
without one. The nearest unit postcode could be looked up instead, but the nearest centroid may
belong to the next street, and these records have a measured position anyway. A postcode that OS
Code-Point Open does not know has been retired, or was mistyped, and is left out too.

People look after the records once they exist, so a record that is there is left alone, and said
so, unless ``--overwrite`` is given.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from scripts.newport import opening
from scripts.newport.openstreetmap import Element, read

PICKS = Path(__file__).with_name("venues.toml")
MAPPED_IN = "June 2023"
NEAR_ENOUGH = 400  # metres: about five minutes on foot
WHEELCHAIR = {"yes": "step-free", "limited": "partly-step-free"}
FACILITY_TAGS = {
    ("internet_access", "yes"): "wifi",
    ("internet_access", "wlan"): "wifi",
    ("toilets", "yes"): "toilets",
    ("amenity", "cafe"): "cafe",
    ("changing_table", "yes"): "baby-changing",
}


def main() -> int:
    """Write the records that are missing, or with ``--overwrite`` all of them."""
    parser = argparse.ArgumentParser(description="Write venue records from OpenStreetMap.")
    parser.add_argument("extract", type=Path, help="an .osm.pbf file")
    parser.add_argument("postcodes", type=Path, help="Code-Point Open: postcode first, gzipped")
    parser.add_argument("folder", type=Path, help="where to write, for example content/venues")
    parser.add_argument("--overwrite", action="store_true", help="replace records that exist")
    arguments = parser.parse_args()
    picks = tomllib.loads(PICKS.read_text(encoding="utf-8"))
    elements, stops = read(arguments.extract, {pick["element"] for pick in picks.values()})
    stated = {postcode(element.tags) for element in elements.values()}
    postcodes = known(arguments.postcodes, stated)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    missing = [identity for identity, pick in picks.items() if pick["element"] not in elements]
    kept = 0
    for identity, pick in picks.items():
        target = arguments.folder / f"{identity}.md"
        if identity in missing:
            print(f"{identity}: {pick['element']} is not in the extract", file=sys.stderr)
        elif target.exists() and not arguments.overwrite:
            kept += 1
        else:
            text = record(elements[pick["element"]], pick, stops, postcodes)
            target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(picks) - len(missing) - kept} written, {kept} left as they are")
    return 1 if missing else 0


def known(path: Path, stated: Collection[str]) -> frozenset[str]:
    """Return those of the stated postcodes that the file lists (it writes them unspaced)."""
    unspaced = {code.replace(" ", ""): code for code in stated if code}
    with gzip.open(path, "rt", encoding="ascii") as lines:
        listed = (line.partition(",")[0] for line in lines)
        return frozenset(unspaced[code] for code in listed if code in unspaced)


def record(
    element: Element, pick: Mapping[str, str], stops: list[Element], postcodes: Collection[str]
) -> str:
    """Return a whole venue record: front matter, then what the pick says of the place."""
    tags = element.tags
    fields = {
        "title": quoted(pick.get("title", tags.get("name", ""))),
        "address": quoted(address(tags, without=pick.get("without", tags.get("name", "")))),
        "postcode": postcode(tags) if postcode(tags) in postcodes else "",
        "location": f"[{element.latitude:.5f}, {element.longitude:.5f}]",
        "uprn": quoted(tags.get("ref:GB:uprn", "")),
        "access": listed(access(tags)),
        "facilities": listed(facilities(tags)),
        "transport": quoted(transport(element, stops)),
        "opening": quoted(opening_times(tags)),
    }
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return "\n".join(
        [
            "---",
            *lines,
            "source:",
            f"  url: https://www.openstreetmap.org/{element.name}",
            f"  id: {element.name}",
            "  licence: ODbL-1.0",
            "---",
            pick["words"],
            "",
        ]
    )


def postcode(tags: Mapping[str, str]) -> str:
    """Return the postcode on the map, or nothing."""
    return tags.get("addr:postcode", tags.get("postal_code", ""))


def quoted(words: str) -> str:
    """Return the words as a YAML double-quoted scalar, which JSON's strings are; or nothing."""
    return json.dumps(words, ensure_ascii=False) if words else ""


def listed(terms: list[str]) -> str:
    """Return a YAML flow list, or nothing for an empty one."""
    return f"[{', '.join(terms)}]" if terms else ""


def address(tags: Mapping[str, str], *, without: str) -> str:
    """Join what the map knows, from the door to the town; nothing where it knows no street.

    A house name that only repeats the place's own name is left out, and so is one that the
    pick names in ``without``.
    """
    street = " ".join(filter(None, (tags.get("addr:housenumber"), tags.get("addr:street"))))
    if not street:
        return ""
    house = tags.get("addr:housename")
    parts = (
        None if house == without else house,
        street,
        tags.get("addr:suburb"),
        tags.get("addr:city"),
    )
    return ", ".join(filter(None, parts))


def access(tags: Mapping[str, str]) -> list[str]:
    """Return the access terms that the tags bear out."""
    terms = [WHEELCHAIR[tags["wheelchair"]]] if tags.get("wheelchair") in WHEELCHAIR else []
    if tags.get("toilets:wheelchair") == "yes":
        terms.append("accessible-toilet")
    if tags.get("hearing_loop") == "yes":
        terms.append("hearing-loop")
    return terms


def facilities(tags: Mapping[str, str]) -> list[str]:
    """Return the facility terms that the tags bear out."""
    found = (term for (key, value), term in FACILITY_TAGS.items() if tags.get(key) == value)
    return list(dict.fromkeys(found))


def transport(element: Element, stops: list[Element]) -> str:
    """Name the nearest bus stop on the map, where one is near."""
    nearest = min(stops, key=lambda stop: (element.metres_to(stop), stop.name))
    metres = element.metres_to(nearest)
    if metres > NEAR_ENOUGH:
        return ""
    rounded = max(10, round(metres, -1))
    return f"Nearest bus stop on the map: {nearest.tags['name']}, about {rounded:.0f} m away"


def opening_times(tags: Mapping[str, str]) -> str:
    """Say the times with the month they were mapped in, or nothing where they are not simple."""
    times = opening.words(tags.get("opening_hours", ""))
    return f"{times} (as mapped in {MAPPED_IN}: check before you set out)" if times else ""


if __name__ == "__main__":
    sys.exit(main())
