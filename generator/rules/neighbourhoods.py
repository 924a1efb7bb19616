"""neighbourhoods.geojson to Neighbourhoods (RFC 7946: positions are longitude first)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from generator.model.location import Location
from generator.model.place import Neighbourhood, Polygon, Ring
from generator.model.problem import Mark, Problem, error
from generator.model.source import ContentFile
from generator.model.text import Text
from generator.rules.decoding import mark_at
from generator.rules.outlines import inner_point
from generator.rules.scalars import LONGEST_SLUG, SLUG, Unreadable, words

_LEAST_POSITIONS = 4
_LONGEST_NAME = 200


def read_neighbourhoods(
    file: ContentFile, language: str
) -> tuple[tuple[Neighbourhood, ...], tuple[Problem, ...]]:
    """Return the neighbourhoods in order of id, and what cannot be read."""
    try:
        data = json.loads(file.text)
    except (ValueError, RecursionError) as fault:
        position = getattr(fault, "pos", 0)
        message = f"this is not JSON: {getattr(fault, 'msg', 'nested too deep').lower()}"
        return (), (error("invalid-geojson", mark_at(file.path, file.text, position), message),)
    if not isinstance(data, dict) or not isinstance(data.get("features"), list):
        message = 'expected a GeoJSON FeatureCollection with "features"'
        return (), (error("invalid-geojson", Mark(file.path), message),)
    marks = _feature_marks(file)
    found: dict[str, Neighbourhood] = {}
    problems: list[Problem] = []
    for feature in data["features"]:
        mark = next(marks, Mark(file.path))
        try:
            one = _neighbourhood(feature, language)
        except Unreadable as fault:
            problems.append(error("invalid-geojson", mark, str(fault)))
            continue
        if one.id in found:
            message = f'the id "{one.id}" is given twice'
            problems.append(error("duplicate-id", mark, message))
        else:
            found[one.id] = one
    return tuple(found[key] for key in sorted(found)), tuple(problems)


def _feature_marks(file: ContentFile) -> Iterator[Mark]:
    for match in re.finditer(r'"type"\s*:\s*"Feature"', file.text):
        yield mark_at(file.path, file.text, match.start())


def _neighbourhood(feature: Any, language: str) -> Neighbourhood:  # noqa: ANN401 - JSON
    if not isinstance(feature, dict):
        raise Unreadable("invalid-geojson", "expected a Feature")
    properties = feature.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    identifier = properties.get("id", feature.get("id"))
    if (
        not isinstance(identifier, str)
        or not SLUG.fullmatch(identifier)
        or len(identifier) > LONGEST_SLUG
    ):
        raise Unreadable(
            "invalid-geojson", 'a neighbourhood needs an "id" of lower-case letters and hyphens'
        )
    polygons = _polygons(feature.get("geometry"), identifier)
    name = _name(properties.get("name"), language, identifier)
    middle = inner_point(polygons)
    if middle is None:
        raise Unreadable("invalid-geojson", f'"{identifier}" encloses nothing')
    return Neighbourhood(identifier, name, polygons, middle)


def _name(value: Any, language: str, identifier: str) -> Text:  # noqa: ANN401 - JSON
    names = {language: value} if isinstance(value, str) else value
    if (
        not isinstance(names, dict)
        or not names
        or not all(isinstance(said, str) for said in names.values())
    ):
        message = f'"{identifier}" needs a "name": a word, or one for each language'
        raise Unreadable("invalid-geojson", message)
    spoken = [(tag, words(said, _LONGEST_NAME)) for tag, said in names.items()]
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
    if len(numbers) != 2 or not all(  # noqa: PLR2004 - longitude and latitude
        isinstance(number, (int, float)) and math.isfinite(number) for number in numbers
    ):
        raise Unreadable("invalid-geojson", f'"{identifier}" has a position that is no two numbers')
    longitude, latitude = numbers
    if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 - degrees
        message = f'"{identifier}" has a position off the globe; GeoJSON gives longitude first'
        raise Unreadable("invalid-geojson", message)
    return Location(float(latitude), float(longitude))
