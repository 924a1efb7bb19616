"""A map on a page: where its files are, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.finding import MappedVenue
from generator.model.prose import SafeHtml
from generator.model.registry import VENUE
from generator.model.shell import MapLabels
from generator.model.venue import Venue
from generator.rules.json_text import Json, script_json
from generator.rules.search.points import points_of
from generator.views.here import Here
from generator.views.plurals import plural_forms, plural_rule


@dataclass(frozen=True, slots=True)
class MapView:
    """What ``parts/map.html`` is given as ``map``."""

    shell: str
    """The module that folium made, as reached from the page."""
    outlines: str
    """The neighbourhoods' outlines, as reached from the page; "" where there are none."""
    streets: str
    """The place's own street map, as reached from the page; "" where it has none."""
    streets_bytes: int
    """How large that file is: a host that can send only all of it must not send too much."""
    points: str
    """The file of points, as reached from the page; "" where the page carries its own."""
    own_points: SafeHtml
    """JSON of the page's own points; empty where ``points`` says where they are."""
    pages: str
    """How the root of this language's pages is reached; links in popups begin with it."""
    phrases: SafeHtml
    """JSON of what the map says."""
    waits: bool
    """Whether another script draws it, once somebody asks for it."""


def map_view(
    here: Here,
    venues: Iterable[Venue] | None = None,
    *,
    counts: Mapping[str, int] | None = None,
    waits: bool = False,
) -> MapView | None:
    """Return the map of a page, or None where it would show nothing.

    Without ``venues`` it shows every venue of the place; with them, only these, and the page needs
    no file of points. ``counts`` is how much each holds of what the page is about; without it, of
    everything.
    """
    place = here.place
    shown = mapped_venues(here, place.venues.values() if venues is None else venues)
    if not shown:
        return None
    files = MapFiles(here.language)
    own = (
        script_json(points_of(shown, counts or venue_counts(here)))
        if venues is not None
        else SafeHtml()
    )
    return MapView(
        shell=here.file(files.shell),
        outlines=here.file(files.outlines) if place.neighbourhoods else "",
        streets=here.file(place.street_map.address) if place.street_map else "",
        streets_bytes=len(place.street_map.content) if place.street_map else 0,
        points="" if own else here.file(files.points),
        own_points=own,
        pages=here.page(""),
        phrases=script_json(map_phrases(here)),
        waits=waits,
    )


@dataclass(frozen=True, slots=True)
class MapFiles:
    """The files that all maps of one language share, as paths from the site's root.

    Their names say the language and not their content: so a page can name them without having
    them, and a change of the map does not change every page.
    """

    language: str

    @property
    def shell(self) -> str:
        """The module that folium made."""
        return f"assets/map/map.{self.language}.js"

    @property
    def points(self) -> str:
        """Every venue that may be shown."""
        return f"assets/map/points.{self.language}.json"

    @property
    def outlines(self) -> str:
        """The neighbourhoods, coarse enough for a map."""
        return f"assets/map/outlines.{self.language}.geojson"


def mapped_venues(here: Here, venues: Iterable[Venue]) -> tuple[MappedVenue, ...]:
    """Return those of the venues whose point may be shown and is known."""
    return tuple(
        MappedVenue(
            id=venue.id,
            name=venue.title.words(here.language),
            path=VENUE.page(venue.id),
            location=venue.placed,
            approximate=venue.placing is not None and venue.placing.approximate,
        )
        for venue in venues
        if venue.location_shown == "exact" and venue.placed and here.place.listed("venue", venue.id)
    )


def venue_counts(here: Here) -> dict[str, int]:
    """Return how many opportunities each venue holds."""
    return {venue: len(held) for venue, held in here.place.links.held_at.items()}


def map_labels(here: Here) -> MapLabels:
    """Return what the map's controls are called."""
    return MapLabels(
        zoom_in=here.say("Zoom in"),
        zoom_out=here.say("Zoom out"),
        outlines=here.say("Neighbourhoods"),
        tiles=here.say("Street map"),
    )


def map_phrases(here: Here) -> Json:
    """Return what the map says while it is used; ``map.js`` puts numbers and names in."""
    say = here.wording.gettext
    return {
        **plural_rule(here),
        "map": say("Map"),
        "credits": say("All credits"),
        "layers": say("Choose what the map shows"),
        "wheel": say("Hold Ctrl and scroll to zoom the map"),
        "touch": say("Use two fingers to move the map"),
        "streets": say("Show streets"),
        "close": say("Close"),
        "approximate": say("The point is approximate: it is the middle of the postcode."),
        "venue": say("{name}: {results}"),
        "cluster": say("{results} at {venues}. Zoom in"),
        "results": plural_forms(here, "{number} opportunity", "{number} opportunities"),
        "venues": plural_forms(here, "{number} venue", "{number} venues"),
    }
