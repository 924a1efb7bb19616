"""Pages that only lead elsewhere: the 404, old addresses, and records that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.model.edition import Edition
from generator.model.place import Gone, Redirect
from generator.model.registry import KINDS, Kind
from generator.model.said import Said
from generator.rules.addresses import absolute
from generator.views.frame import Frame, frame, unlisted
from generator.views.here import Here
from generator.views.labels import label, marked
from generator.views.links import Link

_GONE = MappingProxyType({
    "opportunity": marked("This opportunity is no longer here"),
    "badge": marked("This badge is no longer here"),
    "organisation": marked("This organisation is no longer here"),
    "venue": marked("This venue is no longer here"),
    "pathway": marked("This pathway is no longer here"),
    "page": marked("This page is no longer here"),
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class InWords:
    """What is the matter, in another of the site's languages."""

    language: str
    """Its language tag."""
    direction: str
    """Which way it is written: ``ltr`` or ``rtl``."""
    title: str
    """What is the matter."""
    lead: str
    """Why that may be."""
    ways: tuple[Link, ...]
    """Where to go from here, in that language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What ``not_found.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: str
    """What is the matter."""
    lead: str
    """Why that may be."""
    ways: tuple[Link, ...]
    """Where to go from here."""
    others: tuple[InWords, ...]
    """The same in the site's other languages: a host shows one such page under all addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostPage:
    """What ``gone.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: str
    """What is the matter."""
    ways: tuple[Link, ...]
    """Where to go from here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """What ``moved.html`` is given."""

    frame: Frame
    """What stands around the page; ``frame.canonical`` is the new address."""
    link_to: Link
    """Where it is now."""


def not_found_page(here: Here) -> NotFoundPage:
    """Return the page that a host shows for an address it does not know."""
    own, *others = (
        _not_found(replace(here, edition=edition)) for edition in _every_edition(here.edition)
    )
    return NotFoundPage(
        frame=unlisted(frame(here, own.title)),
        title=own.title,
        lead=own.lead,
        ways=own.ways,
        others=tuple(others),
    )


def _every_edition(edition: Edition) -> Iterator[Edition]:
    yield edition
    for wording in edition.others:
        yield replace(edition, language=wording.language, wording=wording)


def _not_found(here: Here) -> InWords:
    return InWords(
        language=here.language,
        direction=here.wording.direction,
        title=here.say("There is no such page"),
        lead=here.say("The address may be mistyped, or what was here has moved."),
        ways=_ways(here),
    )


def gone_page(here: Here, gone: Gone) -> SignpostPage:
    """Return what stands where a withdrawn record was: not a word of it."""
    title = label(here, _GONE, gone.kind)
    return SignpostPage(frame=unlisted(frame(here, title)), title=title, ways=_ways(here))


def moved_page(here: Here, redirect: Redirect) -> MovedPage:
    """Return what stands at an old address: the way to the new one."""
    address = kind_named(redirect.kind).page(redirect.new)
    title = _title(here, redirect)
    around = frame(here, title.words)
    canonical = absolute(here.settings.url, here.edition.prefix + address)
    return MovedPage(
        frame=replace(around, canonical=canonical, twins=()),
        link_to=Link(title, here.page(address)),
    )


def kind_named(name: str) -> Kind:
    """Return the kind of record that has this name."""
    return next(kind for kind in KINDS if kind.name == name)


def _title(here: Here, redirect: Redirect) -> Said:
    place = here.place
    for records in (
        place.opportunities,
        place.badges,
        place.organisations,
        place.venues,
        place.pathways,
        place.written_pages,
    ):
        record = records.get(redirect.new)
        if record is not None and isinstance(record, kind_named(redirect.kind).type):
            return here.said(record.title)
    return here.own(redirect.new)


def _ways(here: Here) -> tuple[Link, ...]:
    return (
        Link(here.own(here.say("Explore everything")), here.page("explore/")),
        Link(here.own(here.say("What’s on")), here.page("whats-on/")),
        Link(here.own(here.say("Home")), here.page("")),
    )
