"""Stage 3: Records to a Place. What they name is checked, and seen from both ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter
from typing import TypeVar

from generator.model.badge import Badge
from generator.model.catalogue import Catalogue
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.picture import Picture
from generator.model.place import Gone, Neighbourhood, Place, Redirect
from generator.model.problem import Problem
from generator.model.recollection import AFRESH, Recollection
from generator.model.record import Record
from generator.model.registry import KINDS, ORGANISATION, kind_of
from generator.model.settings import Settings
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage
from generator.rules.backlinks import Points, backlinks
from generator.rules.checks.addresses import check_addresses
from generator.rules.checks.geocodes import check_geocodes
from generator.rules.checks.prose_links import site_addresses
from generator.rules.checks.references import Known, check_references
from generator.rules.checks.rings import check_rings
from generator.rules.checks.safeguarding import check_safeguarding
from generator.rules.checks.secrets import secrets_of
from generator.rules.checks.taxonomy import check_taxonomy
from generator.rules.examining import Around, Examined, examine
from generator.rules.host_bounds import without_room
from generator.rules.references import pictures_named

Key = tuple[str, str]
Of = TypeVar("Of", bound=Record)


def link(
    catalogue: Catalogue,
    today: date,
    recollection: Recollection = AFRESH,
    *,
    drafts: bool = False,
) -> tuple[Place, tuple[Problem, ...]]:
    """Return the catalogue as one place, seen from ``today``; with ``drafts``, drafts too."""
    settings = catalogue.settings
    records = _by_key(catalogue.records)
    hidden = {
        key: why for key, record in records.items() if (why := _hidden(record, drafts=drafts))
    }
    around = _around(records, hidden, catalogue, today, recollection)
    seen_each = recollection.all(
        "examined", records, around, lambda todo: [examine(it, around) for it in todo]
    )
    examined = dict(zip(records, seen_each, strict=True))
    published = {key: seen for key, seen in examined.items() if key not in hidden}
    shown = {key: seen.shown for key, seen in published.items()}
    by_kind = _by_kind(shown.items())
    standings = {key: seen.standing for key, seen in published.items() if seen.standing}
    problems = [
        *(check_taxonomy(catalogue.taxonomy) if catalogue.taxonomy_read else ()),
        *check_geocodes(catalogue.geocodes, around.known),
        *check_references(settings, "place", around.known),
        *(problem for seen in examined.values() for problem in seen.problems),
        *_together(records, published, settings),
    ]
    place = Place(
        settings=settings,
        taxonomy=catalogue.taxonomy,
        opportunities=_of(by_kind, Opportunity),
        badges=_of(by_kind, Badge),
        organisations=_of(by_kind, Organisation),
        venues=_of(by_kind, Venue),
        pathways=_of(by_kind, Pathway),
        written_pages=_of(by_kind, WrittenPage),
        neighbourhoods={area.id: area for area in _in_order(catalogue.neighbourhoods)},
        standing=standings,
        prospects={
            key[1]: seen.prospect for key, seen in published.items() if seen.prospect is not None
        },
        links=recollection.one("links", _listed_points(published), backlinks),
        pictures=_pictures(published, catalogue),
        street_map=catalogue.street_map,
        gone=tuple(Gone(*key) for key in sorted(hidden) if hidden[key] == WITHDRAWN),
        redirects=tuple(_redirects(shown)),
    )
    half_done = {record.path for record in records.values() if record.draft}
    return place, tuple(
        problem.softened() if problem.mark.path in half_done else problem
        for problem in (*problems, *without_room(place))
    )


def _by_key(records: Iterable[Record]) -> dict[Key, Record]:
    """Return records by kind and id, in that order."""
    return dict(sorted((((kind_of(it).name, it.id), it) for it in records), key=itemgetter(0)))


def _redirects(published: Mapping[Key, Record]) -> Iterator[Redirect]:
    for (kind, identifier), record in sorted(published.items()):
        for alias in record.aliases:
            yield Redirect(kind, alias, identifier)


DRAFT = "a draft"
WITHDRAWN = "withdrawn"


def _hidden(record: Record, *, drafts: bool) -> str:
    """Return why a record is not on the site, or "" for one that is."""
    if record.draft and not drafts:
        return DRAFT
    return WITHDRAWN if getattr(record, "status", "") == "withdrawn" else ""


def _around(
    records: Mapping[Key, Record],
    hidden: Mapping[Key, str],
    catalogue: Catalogue,
    today: date,
    recollection: Recollection,
) -> Around:
    """Return what each record is examined against, the very same while no name has changed."""
    outline = (
        tuple(kind for kind, _ in records),
        tuple(record.id for record in records.values()),
        tuple(record.aliases for record in records.values()),
        tuple(hidden.items()),
        tuple(sorted(catalogue.unread)),
        catalogue.taxonomy,
        catalogue.taxonomy_read,
        catalogue.neighbourhoods,
        catalogue.neighbourhoods_unread,
        catalogue.images,
    )
    known, pages = recollection.one("names", outline, lambda _: _names(records, hidden, catalogue))
    secrets = secrets_of(record for record in records.values() if isinstance(record, Venue))
    return Around(known, pages, secrets, catalogue.settings, today)


def _names(
    records: Mapping[Key, Record], hidden: Mapping[Key, str], catalogue: Catalogue
) -> tuple[Known, frozenset[str]]:
    """Return every name that a record may use, and every address that there will be."""
    unread = catalogue.neighbourhoods_unread
    areas = frozenset(area.id for area in catalogue.neighbourhoods)
    known = Known(
        records={
            kind.name: frozenset(identifier for its, identifier in records if its == kind.name)
            for kind in KINDS
        },
        hidden=hidden,
        unread=catalogue.unread,
        taxonomy=catalogue.taxonomy if catalogue.taxonomy_read else None,
        neighbourhoods=None if unread is None else areas | unread,
        images=catalogue.images,
    )
    shown = {key: record for key, record in records.items() if key not in hidden}
    return known, site_addresses(shown, catalogue.taxonomy, catalogue.neighbourhoods)


def _together(
    records: Mapping[Key, Record], published: Mapping[Key, Examined], settings: Settings
) -> Iterator[Problem]:
    """Yield what is wrong between records. Drafts bring no such problem on any other record."""
    finished = {key: seen for key, seen in published.items() if not seen.linked.draft}
    yield from check_rings({key: records[key] for key in finished})
    complete = [record for record in records.values() if not record.draft]
    yield from check_addresses(complete, settings.languages)
    concerned = _by_kind(
        (key, seen.linked)
        for key, seen in finished.items()
        if seen.for_children or key[0] == ORGANISATION.name
    )
    for_children = _of(concerned, Opportunity).values()
    yield from check_safeguarding(_of(concerned, Organisation), for_children)


def _listed_points(published: Mapping[Key, Examined]) -> tuple[Points, ...]:
    """Return what the records point at that may be listed."""
    return tuple(
        seen.points
        for seen in published.values()
        if seen.points and seen.standing and seen.standing.listed
    )


def _by_kind(records: Iterable[tuple[Key, Record]]) -> dict[str, dict[str, Record]]:
    """Return records by kind and by id, in the order in which they are given."""
    found: dict[str, dict[str, Record]] = {kind.name: {} for kind in KINDS}
    for (kind, identifier), record in records:
        found[kind][identifier] = record
    return found


def _of(by_kind: Mapping[str, Mapping[str, Record]], record_type: type[Of]) -> dict[str, Of]:
    """Return the records of one type by id."""
    name = next(kind.name for kind in KINDS if kind.type is record_type)
    return {its: record for its, record in by_kind[name].items() if isinstance(record, record_type)}


def _pictures(published: Mapping[Key, Examined], catalogue: Catalogue) -> dict[str, Picture]:
    """Return the pictures that are seen, the place's logo among them.

    Not a draft's, nor one whose people no longer agree.
    """
    named = {path for seen in published.values() for path in seen.pictures}
    named |= {path for path, _ in pictures_named(catalogue.settings)}
    return {path: picture for path, picture in catalogue.pictures if path in named}


def _in_order(neighbourhoods: Iterable[Neighbourhood]) -> list[Neighbourhood]:
    return sorted(neighbourhoods, key=lambda area: area.id)
