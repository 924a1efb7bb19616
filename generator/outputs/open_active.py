"""What happens in the place as OpenActive feeds, for apps and directories of activities.

Outside rule: openactive.io, Realtime Paged Data Exchange 1.0. A feed is read from its first page to
its last, which is empty and leads to itself; whoever has come there asks for it again and again, to
be told what has changed since. A folder cannot tell that: it does not know what it said before. So
there are several last pages, and from what a feed holds it follows which of them is the last. The
others lead to the first page: whoever waits at one reads the feed again once it has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from generator.model.artifact import Artifact
from generator.model.digest import digest
from generator.model.edition import Edition, Produced
from generator.model.life import Life, Standing
from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY
from generator.rules.addresses import absolute
from generator.rules.json_text import json_beside, json_head, json_line, json_of_lines
from generator.rules.licences import licence_url
from generator.views.data_files import open_active_path
from generator.views.open_active import KINDS, in_open_active, open_active
from generator.views.structured_parts import Description

MOST_ITEMS = 1000
LAST_PAGES = 4
"""Where a change leads to the same last page as before, whoever waits there learns of it with the
next change."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a feed. They stand in order of when they changed, then of id."""

    modified: int
    id: str
    line: str


def open_active_feeds(edition: Edition) -> Produced:
    """Make a feed for each type under ``data/openactive/``.

    Once, in the place's main language, and only of data that has a licence, which every page of a
    feed must name.
    """
    licence = edition.place.settings.licence
    if not edition.main or licence is None:
        return Produced()
    rights = licence_url(licence) or licence.name
    feeds = (
        artifact
        for kind, records in in_open_active(edition).items()
        for artifact in _feed(edition, kind, rights, _items(edition, kind, records))
    )
    return Produced(artifacts=tuple(feeds))


def _items(edition: Edition, kind: str, records: Iterable[Opportunity]) -> list[Item]:
    """Return what a feed says of every opportunity that was ever in it, as far as one can know.

    That is each that could be: whoever was told of it as an event has to hear that it is a series
    now, or gone. Of a withdrawn one no day is known, so it goes last.
    """
    place = edition.place
    held = {record.id: record for record in records}
    items = [
        _updated(edition, kind, record) if record.id in held else _deleted(kind, record.id, day)
        for record in place.opportunities.values()
        if record.kind in KINDS and not record.draft
        for day in [_left_on(edition, record)]
    ]
    newest = max((item.modified for item in items), default=1)
    items += [
        _deleted(kind, gone.id, newest) for gone in place.gone if gone.kind == OPPORTUNITY.name
    ]
    return sorted(items, key=lambda item: (item.modified, item.id))


def _left_on(edition: Edition, record: Opportunity) -> int:
    """Return when an opportunity left the feed: when it was overdue or over, else when checked."""
    standing = edition.place.standing.get((OPPORTUNITY.name, record.id), Standing())
    known = [day for day in (record.checked_on, _end(standing)) if day]
    return _second(max(known, default=None))


def _end(standing: Standing) -> date | None:
    if standing.listed:
        return None
    return standing.ended_on if standing.life is Life.ENDED else standing.overdue_on


def _updated(edition: Edition, kind: str, record: Opportunity) -> Item:
    modified = _second(record.checked_on)
    about: Description = {"state": "updated", "kind": kind, "id": record.id, "modified": modified}
    line = json_beside(about, "data", json_line(open_active(edition, record)))
    return Item(modified, record.id, line)


def _deleted(kind: str, identifier: str, modified: int) -> Item:
    about: Description = {"state": "deleted", "kind": kind, "id": identifier, "modified": modified}
    return Item(modified, identifier, json_line(about))


def _second(day: date | None) -> int:
    """Return the first second of a day since 1970; 1 where none is known, as 0 is no timestamp."""
    return int(datetime.combine(day, time(), UTC).timestamp()) if day else 1


def _feed(edition: Edition, kind: str, rights: str, items: Sequence[Item]) -> Iterator[Artifact]:
    """Yield the pages of a feed, then those of which one is its last."""
    site = edition.place.settings.url
    last = int(digest(*(item.line for item in items)), 16) % LAST_PAGES
    ends = [open_active_path(kind, f"-end-{number}") for number in range(LAST_PAGES)]
    begins = range(0, max(len(items), 1), MOST_ITEMS)
    pages = [
        open_active_path(kind, f"-{number}" if number else "") for number in range(len(begins))
    ]
    for path, begin, following in zip(pages, begins, [*pages[1:], ends[last]], strict=True):
        lines = [item.line for item in items[begin : begin + MOST_ITEMS]]
        yield Artifact(path, _page(absolute(site, following), rights, lines))
    for number, path in enumerate(ends):
        following = path if number == last else pages[0]
        yield Artifact(path, _page(absolute(site, following), rights, ()))


def _page(following: str, rights: str, lines: Iterable[str]) -> bytes:
    return json_of_lines(json_head({"next": following, "license": rights}), "items", lines)
