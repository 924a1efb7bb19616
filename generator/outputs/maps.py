"""What all maps of a language share: folium's shell, the points and the outlines."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.model.location import Location
from generator.model.place import Neighbourhood, Ring
from generator.model.shell import MapRequest
from generator.ports import MapShell
from generator.rules.json_text import Json
from generator.rules.outlines import simplified
from generator.rules.search.files import compact_json
from generator.rules.search.points import points_of
from generator.views.here import Here
from generator.views.maps import MapFiles, map_labels, mapped_venues, venue_counts

COARSE_METRES = 8.0
"""Half a pixel at the zoom at which one reads house numbers: nobody sees what is left out."""

DECIMALS = 5
"""About a metre."""


def maps(shell: MapShell) -> Output:
    """Return the output that draws map shells with ``shell``."""
    return lambda edition: _maps(edition, shell)


def _maps(edition: Edition, shell: MapShell) -> Produced:
    here = Here(edition, "")
    place = edition.place
    venues = mapped_venues(here, place.venues.values())
    if not venues:
        return Produced()
    files = MapFiles(edition.language)
    points = compact_json(points_of(venues, venue_counts(here)))
    made = [
        Artifact(files.shell, shell.shell(_request(here)).script.encode()),
        Artifact(files.points, points),
    ]
    if place.neighbourhoods:
        made.append(Artifact(files.outlines, _outlines(here)))
    return Produced(artifacts=tuple(made))


def _request(here: Here) -> MapRequest:
    settings = here.settings
    basemap = settings.basemap
    return MapRequest(
        bounds=settings.bounds,
        streets=here.place.street_map is not None,
        tiles=(basemap.tiles, basemap.attribution.words(here.language)) if basemap else None,
        labels=map_labels(here),
    )


def _outlines(here: Here) -> bytes:
    features = [_feature(here, one) for one in here.place.neighbourhoods.values()]
    return compact_json({"type": "FeatureCollection", "features": features})


def _feature(here: Here, neighbourhood: Neighbourhood) -> Json:
    polygons = simplified(neighbourhood.polygons, COARSE_METRES)
    return {
        "type": "Feature",
        "properties": {
            "name": neighbourhood.name.words(here.language),
            "middle": _position(neighbourhood.middle),
        },
        "geometry": {
            "type": "MultiPolygon",
            "coordinates": [[_ring(ring) for ring in polygon] for polygon in polygons],
        },
    }


def _ring(ring: Ring) -> list[Json]:
    """Return a ring as GeoJSON wants it: its first point again at the end."""
    closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
    return [_position(point) for point in closed]


def _position(point: Location) -> Json:
    return [round(point.longitude, DECIMALS), round(point.latitude, DECIMALS)]
