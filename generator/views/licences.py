"""Licences by the names that people know them by, and where a record was taken from."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from generator.model.record import Provenance
from generator.model.web_address import host_of
from generator.rules.licences import DEFAULT, TEXTS
from generator.views.here import Here
from generator.views.labels import marked
from generator.views.links import Link

_NAMES = MappingProxyType({
    DEFAULT: marked("Open Government Licence 3.0"),
    "ODbL-1.0": marked("Open Database Licence 1.0"),
    "CC-BY-4.0": marked("Creative Commons Attribution 4.0"),
    "CC-BY-SA-4.0": marked("Creative Commons Attribution-ShareAlike 4.0"),
    "CC0-1.0": marked("Creative Commons Zero 1.0"),
})  # fmt: skip
_SITES = MappingProxyType({"openstreetmap.org": "OpenStreetMap"})


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Where a record was taken from, if it was not written for this site."""

    where: Link
    """Whose it is, by the name of their site, with the page it was taken from; else its id."""
    licence: Link | None
    """The licence it came under."""


def licence_link(here: Here, name: str, url: str = "") -> Link | None:
    """Return a licence by the name that people know; None where there is none."""
    if not name:
        return None
    words = here.say(_NAMES[name]) if name in _NAMES else name
    return Link(here.own(words), url or TEXTS.get(name, ""))


def source_facts(here: Here, source: Provenance | None) -> SourceFacts | None:
    """Return where a record was taken from; None for one that was written for this site."""
    if source is None or not (source.url or source.id):
        return None
    host = host_of(source.url)
    where = Link(here.own(_SITES.get(host, host) or source.id), source.url)
    return SourceFacts(where, licence_link(here, source.licence))
