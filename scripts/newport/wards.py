"""Turn the ward boundaries into ``content/neighbourhoods.geojson``.

    python -m scripts.newport.wards WARDS.geojson content/neighbourhoods.geojson

The source has one Feature a ward with its names in ``WD13NM`` (English) and ``WD13NMW`` (Welsh).
The outlines are already simplified at the source, each border once and shared by both wards, so
rounding to five decimals (about a metre) is all that is done here: a second simplification, ward
by ward, would tear the shared borders apart.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

DECIMALS = 5
FEWEST_POINTS = 4  # RFC 7946, 3.1.6: a ring is closed and has four or more positions

Point = tuple[float, float]
Ring = list[Point]


def main() -> int:
    """Convert the file named first into the file named second."""
    parser = argparse.ArgumentParser(description="Convert ward boundaries to neighbourhoods.")
    parser.add_argument("source", type=Path, help="GeoJSON with WD13NM and WD13NMW")
    parser.add_argument("target", type=Path, help="the neighbourhoods.geojson to write")
    arguments = parser.parse_args()
    wards = json.loads(arguments.source.read_text(encoding="utf-8"))["features"]
    features = sorted((neighbourhood(ward) for ward in wards), key=lambda each: str(each["id"]))
    crossed = [str(each["id"]) for each in features if any(map(crosses_itself, rings(each)))]
    if crossed:
        print(f"these outlines cross themselves: {', '.join(crossed)}", file=sys.stderr)
        return 1
    arguments.target.write_text(collection(features), encoding="utf-8")
    print(f"{len(features)} neighbourhoods, {arguments.target.stat().st_size} bytes")
    return 0


def neighbourhood(ward: dict[str, Any]) -> dict[str, object]:
    """Return one Feature with a slug for its id and a name in both languages."""
    names = ward["properties"]
    identity = slug(names["WD13NM"])
    geometry = ward["geometry"]
    several = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if several else [geometry["coordinates"]]
    tidied = [[tidied_ring(ring, outer=at == 0) for at, ring in enumerate(p)] for p in polygons]
    return {
        "type": "Feature",
        "id": identity,
        "properties": {
            "id": identity,
            "name": {"en": names["WD13NM"], "cy": names["WD13NMW"]},
        },
        "geometry": {
            "type": "MultiPolygon" if several else "Polygon",
            "coordinates": tidied if several else tidied[0],
        },
    }


def slug(name: str) -> str:
    """Return ``St. Julians`` as ``st-julians``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def tidied_ring(points: Iterable[Iterable[float]], *, outer: bool) -> Ring:
    """Round a ring, drop repeated points, close it and turn it the way RFC 7946 asks."""
    ring: Ring = []
    for longitude, latitude in points:
        point = (round(longitude, DECIMALS), round(latitude, DECIMALS))
        if not ring or ring[-1] != point:
            ring.append(point)
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    if len(ring) < FEWEST_POINTS:
        raise SystemExit(f"a ring near {ring[0]} is smaller than a metre")
    anticlockwise = signed_area(ring) > 0
    return ring if anticlockwise == outer else ring[::-1]


def signed_area(ring: Ring) -> float:
    """Twice the area in square degrees; positive where the ring runs anticlockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def rings(feature: dict[str, Any]) -> Iterator[Ring]:
    """Yield every ring of a Feature, holes included."""
    geometry = feature["geometry"]
    several = geometry["type"] == "MultiPolygon"
    for polygon in geometry["coordinates"] if several else [geometry["coordinates"]]:
        yield from polygon


def crosses_itself(ring: Ring) -> bool:
    """Say whether two edges that are not neighbours touch or cross."""
    edges = list(pairwise(ring))
    last = len(edges) - 1
    return any(
        meet(edges[one], edges[other])
        for one in range(last - 1)
        for other in range(one + 2, last + 1)
        if not (one == 0 and other == last)
    )


def meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Say whether two edges touch: each one's ends lie on both sides of the other, or on it."""
    return straddles(one, other) and straddles(other, one)


def straddles(line: tuple[Point, Point], edge: tuple[Point, Point]) -> bool:
    """Say whether the ends of ``edge`` lie on different sides of ``line``, or on it."""
    return side(*line, edge[0]) * side(*line, edge[1]) <= 0


def side(start: Point, end: Point, point: Point) -> float:
    """Positive where ``point`` lies left of the line from ``start`` to ``end``."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def collection(features: list[dict[str, object]]) -> str:
    """Write one Feature a line, so that a changed border is one changed line in a review."""
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


if __name__ == "__main__":
    sys.exit(main())
