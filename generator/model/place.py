"""The whole linked catalogue of one place: what every output is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.badge import Badge
from generator.model.life import Standing
from generator.model.location import Location
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.picture import Picture
from generator.model.prospect import Prospect
from generator.model.settings import Settings
from generator.model.street_map import StreetMap
from generator.model.taxonomy import Taxonomy
from generator.model.text import Text
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage

Ring = tuple[Location, ...]
Polygon = tuple[Ring, ...]
Backlinks = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A named outline. Each polygon is its outer ring, then its holes."""

    id: str
    name: Text
    polygons: tuple[Polygon, ...]
    middle: Location


def _none() -> Backlinks:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Which records point at which, seen from the far end: id to ids, in order of title.

    Only records that may be listed stand on the right: an overdue opportunity keeps its page and
    its own links, but nothing leads to it.
    """

    run_by: Backlinks = field(default_factory=_none)
    """Organisation to the opportunities it runs."""
    issued_by: Backlinks = field(default_factory=_none)
    """Organisation to the badges it issues."""
    held_at: Backlinks = field(default_factory=_none)
    """Venue to the opportunities that happen there."""
    earned_in: Backlinks = field(default_factory=_none)
    """Badge to the opportunities that award it."""
    required_by: Backlinks = field(default_factory=_none)
    """Badge to the badges that need it first."""
    led_to_by: Backlinks = field(default_factory=_none)
    """Badge to the badges that lead to it."""
    pathways_of_opportunity: Backlinks = field(default_factory=_none)
    """Opportunity to the pathways that it is a step of."""
    pathways_of_badge: Backlinks = field(default_factory=_none)
    """Badge to the pathways that it is a step of."""
    opportunities_by_term: Mapping[str, Backlinks] = field(default_factory=dict)
    """Scheme (topics, skills, careers) to its terms to the opportunities under them."""
    badges_by_term: Mapping[str, Backlinks] = field(default_factory=dict)
    """Scheme (topics, skills, careers, layers) to its terms to the badges under them."""
    opportunities_in: Backlinks = field(default_factory=_none)
    """Neighbourhood to the opportunities that happen in it."""
    venues_in: Backlinks = field(default_factory=_none)
    """Neighbourhood to its venues."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A withdrawn record: its address answers "gone", and nothing else of it is left."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old id of a record."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place, understood, checked and linked.

    The mappings go from id to record, in order of id, and hold what is published: no drafts unless
    they were asked for, nothing withdrawn. ``standing`` says where an opportunity, badge,
    organisation, venue or pathway is in its life, by ``(kind, id)``; ``prospects`` what can still
    be joined. Both were derived from today's date, which goes no further than this. ``pictures``
    are those that records name, by the path they name (``images/robots.jpg``).
    """

    settings: Settings
    taxonomy: Taxonomy
    opportunities: Mapping[str, Opportunity]
    badges: Mapping[str, Badge]
    organisations: Mapping[str, Organisation]
    venues: Mapping[str, Venue]
    pathways: Mapping[str, Pathway]
    written_pages: Mapping[str, WrittenPage]
    neighbourhoods: Mapping[str, Neighbourhood]
    standing: Mapping[tuple[str, str], Standing] = field(default_factory=dict)
    prospects: Mapping[str, Prospect] = field(default_factory=dict)
    links: Links = Links()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    street_map: StreetMap | None = None
    gone: tuple[Gone, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    def listed(self, kind: str, identifier: str) -> bool:
        """Say whether a record may stand in lists, search, map and feeds."""
        standing = self.standing.get((kind, identifier))
        return standing is None or standing.listed
