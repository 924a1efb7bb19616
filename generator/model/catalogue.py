"""Everything that was understood, before it is linked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.location import Geocode
from generator.model.picture import Picture
from generator.model.place import Neighbourhood
from generator.model.record import Record
from generator.model.settings import Settings
from generator.model.street_map import StreetMap
from generator.model.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Records and what they are read against. A record that could not be read is not among them.

    ``unread`` names those, as ``(kind, id)``, so that a reference to one is not called unknown. For
    the same reason ``taxonomy_read`` is False where taxonomy.yaml could not be read, and
    ``neighbourhoods_unread`` holds the ids of those that could not, or None: then none could.
    ``images`` are the paths of all pictures there are, ``pictures`` those that records name.
    """

    settings: Settings
    taxonomy: Taxonomy
    records: tuple[Record, ...] = ()
    unread: frozenset[tuple[str, str]] = frozenset()
    taxonomy_read: bool = True
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    neighbourhoods_unread: frozenset[str] | None = frozenset()
    geocodes: tuple[Geocode, ...] = ()
    images: frozenset[str] = frozenset()
    pictures: tuple[tuple[str, Picture], ...] = ()
    street_map: StreetMap | None = None
