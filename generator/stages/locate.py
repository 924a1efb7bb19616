"""Stage 4: Place to Place. Every venue gets its point, and what must not be shown leaves here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.location import Geocode, Location, Placing
from generator.model.place import Neighbourhood, Place
from generator.model.problem import Problem, warning
from generator.model.recollection import AFRESH, Recollection
from generator.model.record import Record
from generator.model.text import Text
from generator.model.venue import Venue
from generator.ports import Gazetteer
from generator.rules.backlinks import Points, neighbourhood_links, points
from generator.rules.checks.venues import check_position
from generator.rules.geocodes import answers, usable
from generator.rules.outlines import contains
from generator.rules.postcodes import in_great_britain, normalise


def locate(
    place: Place,
    geocodes: tuple[Geocode, ...],
    gazetteer: Gazetteer,
    recollection: Recollection = AFRESH,
) -> tuple[Place, tuple[Problem, ...]]:
    """Return the place with its venues placed: by record, by committed geocode, by postcode."""
    by_venue = {geocode.venue: geocode for geocode in geocodes}
    around = (place.neighbourhoods, place.settings)

    def settled(venues: Sequence[tuple[Venue, Geocode | None]]) -> list[_Settled]:
        return [_settled(venue, geocode, place, gazetteer) for venue, geocode in venues]

    given = {it.id: (it, by_venue.get(it.id)) for it in place.venues.values()}
    found = recollection.all("venues", given, around, settled)
    venues = {one.venue.id: one.venue for one in found}
    happening, standing = _neighbourhood_links(replace(place, venues=venues), recollection)
    links = replace(place.links, opportunities_in=happening, venues_in=standing)
    problems = tuple(problem for one in found for problem in one.problems)
    return replace(place, venues=venues, links=links), problems


@dataclass(frozen=True, slots=True)
class _Settled:
    """A venue, placed as far as may be shown, and what is wrong with where it is."""

    venue: Venue
    problems: tuple[Problem, ...]


def _settled(venue: Venue, geocode: Geocode | None, place: Place, gazetteer: Gazetteer) -> _Settled:
    placed = _placed(venue, geocode, place.neighbourhoods, gazetteer)
    problems = _problems(placed, geocode, place, gazetteer)
    return _Settled(
        _withheld(_in_neighbourhood(placed, place.neighbourhoods)),
        tuple(problem.softened() if venue.draft else problem for problem in problems),
    )


def _neighbourhood_links(
    place: Place, recollection: Recollection
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    language = place.settings.language

    def pointing(records: Sequence[Record]) -> list[Points]:
        return [points(record, language) for record in records]

    listed = {
        its: record for its, record in place.opportunities.items()
        if place.listed("opportunity", its)
    }  # fmt: skip
    opportunities = recollection.all("what happens where", listed, language, pointing)
    venues = tuple(
        (points(venue, language), venue.neighbourhood)
        for venue in place.venues.values()
        if place.listed("venue", venue.id)
    )
    return recollection.one(
        "neighbourhoods", (tuple(opportunities), venues), lambda both: neighbourhood_links(*both)
    )


def _placed(
    venue: Venue,
    geocode: Geocode | None,
    neighbourhoods: Mapping[str, Neighbourhood],
    gazetteer: Gazetteer,
) -> Venue:
    if venue.location:
        return replace(venue, placed=venue.location, placing=Placing.RECORD)
    if geocode and usable(geocode, venue.address, venue.postcode):
        return replace(venue, placed=geocode.location, placing=Placing.GEOCODE)
    if venue.postcode and (location := gazetteer.locate(venue.postcode)):
        return replace(venue, placed=location, placing=Placing.POSTCODE)
    if area := neighbourhoods.get(venue.area):
        return replace(venue, placed=area.middle, placing=Placing.AREA)
    return venue


def _in_neighbourhood(venue: Venue, neighbourhoods: Mapping[str, Neighbourhood]) -> Venue:
    if venue.area in neighbourhoods:
        return replace(venue, neighbourhood=venue.area)
    return replace(venue, neighbourhood=_around(venue.placed, neighbourhoods))


def _around(location: Location | None, neighbourhoods: Mapping[str, Neighbourhood]) -> str:
    if location is None:
        return ""
    for identifier, area in neighbourhoods.items():
        if contains(area.polygons, location):
            return identifier
    return ""


def _withheld(venue: Venue) -> Venue:
    """Return the venue without what must not be shown.

    Done here, once, so that no output has to remember it. The source goes too: an item of another
    data set has a position of its own.
    """
    if venue.location_shown == "exact":
        return venue
    bare = replace(
        venue,
        address="",
        postcode="",
        location=None,
        uprn="",
        transport=Text(),
        source=None,
        placed=None,
        placing=None,
    )
    return bare if venue.location_shown == "area" else replace(bare, area="", neighbourhood="")


def _has_moved(venue: Venue, geocode: Geocode) -> bool:
    """Say whether the entry is about another address. A postcode that is none has been told."""
    mistyped = bool(venue.postcode) and normalise(venue.postcode) is None
    return not mistyped and not answers(geocode, venue.address, venue.postcode)


def _problems(
    venue: Venue, geocode: Geocode | None, place: Place, gazetteer: Gazetteer
) -> Iterator[Problem]:
    postcode = normalise(venue.postcode) or ""
    on_the_map = venue.placed is not None or venue.location_shown == "hidden"
    so = "" if on_the_map else ", so it is listed and not on the map"
    unknown = postcode and in_great_britain(postcode) and not gazetteer.knows(postcode)
    if unknown and not venue.location:
        near = ", ".join(gazetteer.nearest_names(postcode)[:3])
        hint = f"; did you mean {near}?" if near else ""
        message = f"no postcode {postcode} is in use{so}{hint}"
        yield warning("unknown-postcode", venue.marks.at("postcode"), message)
    elif not on_the_map and (postcode or venue.area):
        message = f"nothing places it{so}; give a location, or an area"
        yield warning("venue-not-placed", venue.marks.start, message)
    if venue.placed and venue.placing in (Placing.GEOCODE, Placing.POSTCODE):
        yield from check_position(venue, venue.placed, place.settings.bounds)
    if geocode and not venue.location and _has_moved(venue, geocode):
        message = "its address has changed since it was geocoded; run `doorstep geocode` again"
        yield warning("geocode-stale", venue.marks.at("address"), message)
