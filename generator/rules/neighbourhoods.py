"""neighbourhoods.geojson to Neighbourhoods (RFC 7946: positions are longitude first)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.location import Location
from generator.model.node import Scalar
from generator.model.place import Neighbourhood, Polygon, Ring
from generator.model.problem import Mark, Problem, error
from generator.model.shapes import Language, Words
from generator.model.source import ContentFile
from generator.model.text import Text
from generator.rules.decoding import mark_at
from generator.rules.outlines import inner_point
from generator.rules.scalars import LONGEST_SLUG, SLUG, read_scalar
from generator.rules.unreadable import Unreadable

_LEAST_POSITIONS = 4
_NOWHERE = Mark("")
_VALUE = re.compile(r"[\s,]*(?=[^\s,\]])")


@dataclass(frozen=True, slots=True)
class Outlines:
    """The neighbourhoods in order of id, and what cannot be read.

    ``unread`` holds the ids of those that cannot, or is None where nothing could be read at all.
    """

    neighbourhoods: tuple[Neighbourhood, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] | None = frozenset()


def read_neighbourhoods(file: ContentFile, language: str) -> Outlines:
    """Return the neighbourhoods of the file."""
    try:
        data = json.loads(file.text)
    except (ValueError, RecursionError) as fault:
        mark = mark_at(file.path, file.text, getattr(fault, "pos", 0))
        return Outlines((), (_invalid(mark, f"this is not JSON: {_json_mistake(fault)}"),), None)
    if not isinstance(data, dict) or not isinstance(data.get("features"), list):
        message = 'expected a GeoJSON FeatureCollection with "features"'
        return Outlines((), (_invalid(Mark(file.path), message),), None)
    features = data["features"]
    found: dict[str, Neighbourhood] = {}
    wrong: list[tuple[int, str, str]] = []
    for index, feature in enumerate(features):
        try:
            one = _neighbourhood(feature, language)
        except Unreadable as fault:
            wrong.append((index, fault.code, str(fault)))
            continue
        if one.id in found:
            wrong.append((index, "duplicate-id", f'the id "{one.id}" is given twice'))
        else:
            found[one.id] = one
    marks = _feature_marks(file, len(features)) if wrong else ()
    return Outlines(
        tuple(found[key] for key in sorted(found)),
        tuple(error(code, marks[index], message) for index, code, message in wrong),
        frozenset(_identifier(features[index]) for index, _, _ in wrong) - {""},
    )


def _invalid(mark: Mark, message: str) -> Problem:
    return error("invalid-geojson", mark, message)


def _json_mistake(fault: Exception) -> str:
    if isinstance(fault, json.JSONDecodeError):
        return fault.msg.lower()
    return "nested too deep" if isinstance(fault, RecursionError) else "a number is far too long"


def _feature_marks(file: ContentFile, count: int) -> Sequence[Mark]:
    """Return where each feature begins.

    Python's parser tells no positions, so the list is walked once more: from the first "features"
    behind which as many values follow as the file was found to hold.
    """
    for match in re.finditer(r'"features"\s*:\s*\[', file.text):
        starts = list(_starts(file.text, match.end()))
        if len(starts) == count:
            return [mark_at(file.path, file.text, start) for start in starts]
    return [Mark(file.path)] * count


def _starts(text: str, position: int) -> Iterator[int]:
    decoder = json.JSONDecoder()
    while match := _VALUE.match(text, position):
        try:
            _, position = decoder.raw_decode(text, match.end())
        except ValueError:
            return
        yield match.end()


def _identifier(feature: Any) -> str:  # noqa: ANN401 - JSON
    """Return a feature's id, or "" where it has none that can be one."""
    if not isinstance(feature, dict):
        return ""
    properties = feature.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    identifier = properties.get("id", feature.get("id"))
    if not isinstance(identifier, str) or len(identifier) > LONGEST_SLUG:
        return ""
    return identifier if SLUG.fullmatch(identifier) else ""


def _neighbourhood(feature: Any, language: str) -> Neighbourhood:  # noqa: ANN401 - JSON
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise Unreadable("invalid-geojson", 'expected a Feature, with "type": "Feature"')
    identifier = _identifier(feature)
    if not identifier:
        message = (
            'a neighbourhood needs an "id" among its properties: lower-case letters, digits and '
            f"single hyphens, at most {LONGEST_SLUG}"
        )
        raise Unreadable("invalid-geojson", message)
    polygons = _polygons(feature.get("geometry"), identifier)
    properties = feature.get("properties")
    name = properties.get("name") if isinstance(properties, dict) else None
    name = _name(name, language, identifier)
    middle = inner_point(polygons)
    if middle is None:
        raise Unreadable("invalid-geojson", f'"{identifier}" encloses nothing')
    return Neighbourhood(identifier, name, polygons, middle)


def _name(value: Any, language: str, identifier: str) -> Text:  # noqa: ANN401 - JSON
    names = {language: value} if isinstance(value, str) else value
    if (
        not isinstance(names, dict)
        or not names
        or not all(isinstance(said, str) and said.strip() for said in names.values())
    ):
        message = f'"{identifier}" needs a "name": a word, or one for each language'
        raise Unreadable("invalid-geojson", message)
    spoken = [
        (
            str(read_scalar(Language(), Scalar(_NOWHERE, tag))),
            str(read_scalar(Words(), Scalar(_NOWHERE, said))),
        )
        for tag, said in names.items()
    ]
    spoken.sort(key=lambda pair: pair[0] != language)
    return Text(tuple(spoken))


def _polygons(geometry: Any, identifier: str) -> tuple[Polygon, ...]:  # noqa: ANN401 - JSON
    shape = geometry.get("type") if isinstance(geometry, dict) else None
    if shape not in ("Polygon", "MultiPolygon"):
        message = f'"{identifier}" needs a Polygon or MultiPolygon as its geometry'
        raise Unreadable("invalid-geojson", message)
    parts = geometry.get("coordinates")
    parts = [parts] if shape == "Polygon" else parts
    if not isinstance(parts, list) or not parts:
        raise Unreadable("invalid-geojson", f'"{identifier}" has no coordinates')
    return tuple(
        tuple(_ring(ring, identifier) for ring in (part if isinstance(part, list) else [None]))
        for part in parts
    )


def _ring(ring: Any, identifier: str) -> Ring:  # noqa: ANN401 - JSON
    if not isinstance(ring, list) or len(ring) < _LEAST_POSITIONS:
        message = f'"{identifier}" has a ring of fewer than {_LEAST_POSITIONS} positions'
        raise Unreadable("invalid-geojson", message)
    return tuple(_position(position, identifier) for position in ring)


def _position(position: Any, identifier: str) -> Location:  # noqa: ANN401 - JSON
    numbers = position[:2] if isinstance(position, list) else []
    if len(numbers) != 2 or not all(type(number) in (int, float) for number in numbers):  # noqa: PLR2004 - longitude and latitude
        raise Unreadable("invalid-geojson", f'"{identifier}" has a position that is no two numbers')
    longitude, latitude = numbers
    # This way round: NaN is not within anything, and a huge whole number is never made a float.
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees
        message = f'"{identifier}" has a position off the globe; GeoJSON gives longitude first'
        raise Unreadable("invalid-geojson", message)
    return Location(float(latitude), float(longitude))
