"""Stage 3: Records to a Place. What they name is checked, and seen from both ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from generator.model.badge import Badge
from generator.model.catalogue import Catalogue
from generator.model.life import Standing
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.picture import Picture
from generator.model.place import Gone, Links, Neighbourhood, Place, Redirect
from generator.model.problem import Problem
from generator.model.prospect import Prospect
from generator.model.record import Kept, Record
from generator.model.registry import KINDS, VENUE, kind_of
from generator.model.settings import Settings
from generator.model.shapes import ImagePath, Ref
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage
from generator.rules.backlinks import backlinks
from generator.rules.checks.addresses import check_addresses
from generator.rules.checks.freshness import check_freshness
from generator.rules.checks.geocodes import check_geocodes
from generator.rules.checks.pictures import without_stale_pictures
from generator.rules.checks.prose_links import check_prose_links, site_addresses
from generator.rules.checks.references import Known, check_references
from generator.rules.checks.rings import check_rings
from generator.rules.checks.safeguarding import check_safeguarding
from generator.rules.checks.secrets import check_secrets
from generator.rules.checks.taxonomy import check_taxonomy
from generator.rules.joining import JoinTerms, next_joinable
from generator.rules.life import Upkeep, standing
from generator.rules.references import pruned, references
from generator.rules.schedules import last_day
from generator.rules.timetable import without_venues

HORIZON = timedelta(days=92)
"""How far ahead pages, lists and calendars show dates: a school term and its holidays."""

Key = tuple[str, str]
Of = TypeVar("Of", bound=Record)


def link(
    catalogue: Catalogue, today: date, *, drafts: bool = False
) -> tuple[Place, tuple[Problem, ...]]:
    """Return the catalogue as one place, seen from ``today``; with ``drafts``, drafts too."""
    settings = catalogue.settings
    records = {(kind_of(record).name, record.id): record for record in catalogue.records}
    hidden = {
        key: why for key, record in records.items() if (why := _hidden(record, drafts=drafts))
    }
    published = _published(records, hidden, catalogue.unread)
    standings = {
        key: _standing(record, settings, today)
        for key, record in published.items()
        if isinstance(record, Kept)
    }
    problems = [
        *(check_taxonomy(catalogue.taxonomy) if catalogue.taxonomy_read else ()),
        *check_geocodes(catalogue.geocodes, _known(records, hidden, catalogue)),
        *_record_problems(records, hidden, catalogue),
        *_together(records, published, settings),
        *_freshness(published, standings, settings, today),
    ]
    shown = {key: without_stale_pictures(record, today) for key, record in published.items()}
    place = Place(
        settings=settings,
        taxonomy=catalogue.taxonomy,
        opportunities=_of(shown, Opportunity),
        badges=_of(shown, Badge),
        organisations=_of(shown, Organisation),
        venues=_of(shown, Venue),
        pathways=_of(shown, Pathway),
        written_pages=_of(shown, WrittenPage),
        neighbourhoods={area.id: area for area in _in_order(catalogue.neighbourhoods)},
        standing=standings,
        prospects={
            opportunity.id: _prospect(opportunity, settings, today)
            for opportunity in _of(published, Opportunity).values()
        },
        links=_links(published, standings, settings.language),
        pictures=_pictures(shown, catalogue),
        street_map=catalogue.street_map,
        gone=tuple(Gone(*key) for key in sorted(hidden) if hidden[key] == WITHDRAWN),
        redirects=tuple(_redirects(published)),
    )
    half_done = {record.path for record in records.values() if record.draft}
    return place, tuple(
        problem.softened() if problem.mark.path in half_done else problem for problem in problems
    )


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


def _published(
    records: Mapping[Key, Record], hidden: Mapping[Key, str], unread: frozenset[Key]
) -> dict[Key, Record]:
    """Return what is on the site, without its references to what is not."""

    def kept(shape: Ref, identifier: str) -> bool:
        keys = [(kind, identifier) for kind in shape.kinds]
        return any(key in records and key not in hidden for key in keys) and not any(
            key in unread for key in keys
        )

    def left(record: Record) -> Record:
        record = pruned(record, kept)
        if isinstance(record, Pathway):
            steps = [reached for step in record.steps if (reached := step.within_reach())]
            return replace(record, steps=tuple(steps))
        if isinstance(record, Badge) and record.requires:
            return replace(record, requires=record.requires.within_reach())
        if not isinstance(record, Opportunity):
            return record
        venues = Ref((VENUE.name,))
        timetable = without_venues(record.schedule, lambda venue: kept(venues, venue))
        return replace(record, schedule=timetable)

    return {key: left(record) for key, record in sorted(records.items()) if key not in hidden}


def _known(records: Mapping[Key, Record], hidden: Mapping[Key, str], catalogue: Catalogue) -> Known:
    """Return every name that a record may use, or None for what could not be read."""
    unread = catalogue.neighbourhoods_unread
    areas = frozenset(area.id for area in catalogue.neighbourhoods)
    return Known(
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


def _record_problems(
    records: Mapping[Key, Record], hidden: Mapping[Key, str], catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield each name that leads nowhere. Drafts and withdrawn records get notes alone."""
    known = _known(records, hidden, catalogue)
    yield from check_references(catalogue.settings, "place", known)
    shown = {key: record for key, record in records.items() if key not in hidden}
    pages = site_addresses(shown, catalogue.taxonomy, catalogue.neighbourhoods)
    for key, record in sorted(records.items()):
        for problem in (
            *check_references(record, key[0], known),
            *check_prose_links(record, pages, known),
        ):
            yield problem.softened() if record.draft or key in hidden else problem


def _together(
    records: Mapping[Key, Record], published: Mapping[Key, Record], settings: Settings
) -> Iterator[Problem]:
    """Yield what is wrong between records. Drafts bring no such problem on any other record."""
    finished = {key: record for key, record in published.items() if not record.draft}
    as_written = {key: records[key] for key in finished}
    addresses = [record for _, record in sorted(records.items()) if not record.draft]
    yield from check_rings(as_written)
    yield from check_addresses(addresses, settings.languages)
    yield from check_secrets(published.values(), _of(records, Venue).values())
    organisations, opportunities = _of(finished, Organisation), _of(finished, Opportunity)
    yield from check_safeguarding(organisations, opportunities.values(), settings.nation)


def _freshness(
    published: Mapping[Key, Record],
    standings: Mapping[Key, Standing],
    settings: Settings,
    today: date,
) -> Iterator[Problem]:
    for key, record in published.items():
        if isinstance(record, Kept):
            yield from check_freshness(record, standings[key], settings, today)


def _standing(record: Kept, settings: Settings, today: date) -> Standing:
    upkeep = Upkeep(
        checked_on=record.checked_on,
        review_by=record.review_by,
        review_every=settings.review_every,
        grace_days=settings.grace_days,
    )
    if isinstance(record, Opportunity):
        upkeep = Upkeep(
            checked_on=record.checked_on,
            review_by=record.review_by,
            expires_on=record.expires_on,
            ended_on=record.ended_on,
            status=record.status,
            schedule_end=last_day(record.schedule, settings.calendar),
            review_every=settings.review_every,
            grace_days=settings.grace_days,
        )
    return standing(upkeep, today)


def _prospect(opportunity: Opportunity, settings: Settings, today: date) -> Prospect:
    terms = JoinTerms(opportunity.start_rule, opportunity.enrol_by, opportunity.status)
    return next_joinable(opportunity.schedule, settings.calendar, terms, today, today + HORIZON)


def _links(
    published: Mapping[Key, Record], standings: Mapping[Key, Standing], language: str
) -> Links:
    def listed(record_type: type[Of]) -> list[Of]:
        return [
            record
            for key, record in published.items()
            if isinstance(record, record_type) and standings[key].listed
        ]

    return backlinks(listed(Opportunity), listed(Badge), listed(Pathway), language)


def _of(records: Mapping[Key, Record], record_type: type[Of]) -> dict[str, Of]:
    """Return the records of one type by id."""
    return {
        key[1]: record for key, record in sorted(records.items()) if isinstance(record, record_type)
    }


def _pictures(shown: Mapping[Key, Record], catalogue: Catalogue) -> dict[str, Picture]:
    """Return the pictures that are seen, the place's logo among them.

    Not a draft's, nor one whose people no longer agree.
    """
    showers: tuple[Settings | Record, ...] = (catalogue.settings, *shown.values())
    named = {
        reference.value
        for shower in showers
        for reference in references(shower)
        if isinstance(reference.shape, ImagePath)
    }
    return {path: picture for path, picture in catalogue.pictures if path in named}


def _in_order(neighbourhoods: Iterable[Neighbourhood]) -> list[Neighbourhood]:
    return sorted(neighbourhoods, key=lambda area: area.id)
