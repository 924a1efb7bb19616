"""Everything that was understood, before it is linked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.location import Geocode
from generator.model.picture import Picture
from generator.model.place import Neighbourhood
from generator.model.record import Record
from generator.model.settings import Settings
from generator.model.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Records and what they are read against. A record that could not be read is not among them.

    ``unread`` names those, as ``(kind, id)``, so that a reference to one is not called unknown.
    ``vocabulary_unread`` and ``neighbourhoods_unread`` say the same of the files that records'
    words and neighbourhoods are looked up in: then nothing is called unknown for want of them.
    ``images`` are the paths of all pictures there are, ``pictures`` those that records name.
    """

    settings: Settings
    taxonomy: Taxonomy
    records: tuple[Record, ...] = ()
    unread: frozenset[tuple[str, str]] = frozenset()
    vocabulary_unread: bool = False
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    neighbourhoods_unread: bool = False
    geocodes: tuple[Geocode, ...] = ()
    images: frozenset[str] = frozenset()
    pictures: tuple[tuple[str, Picture], ...] = ()
