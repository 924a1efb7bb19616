"""Whether every record has an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.problem import Problem, error
from generator.model.record import Record
from generator.model.registry import WRITTEN_PAGE, kind_of

FIXED_PAGES = frozenset(
    {
        "accessibility/", "badges/", "careers/", "data/", "explore/", "neighbourhoods/",
        "opportunities/", "organisations/", "pathways/", "privacy/", "skills/", "topics/",
        "venues/", "whats-on/", "about/",
    }
)  # fmt: skip
"""Pages that every site has besides those of its records."""

RESERVED = frozenset(
    {page.rstrip("/") for page in FIXED_PAGES if page != "about/"}
    | {"assets", "images", "index", "offline", "saved", "404"}
)
"""Addresses at the site's root that are the generator's own, now or by its design."""


def check_addresses(records: Iterable[Record], languages: tuple[str, ...]) -> Iterator[Problem]:
    """Yield each alias that is a record's address already, and each page that takes one of ours."""
    ordered = list(records)
    taken = {(kind_of(record).name, record.id): record for record in ordered}
    old: dict[tuple[str, str], Record] = {}
    for record in ordered:
        kind = kind_of(record)
        if kind is WRITTEN_PAGE and (record.id in RESERVED or record.id in languages):
            message = f'"/{record.id}/" belongs to the site itself; give the file another name'
            yield error("reserved-address", record.marks.start, message)
        for index, alias in enumerate(record.aliases):
            mark = record.marks.at("aliases", index)
            key = (kind.name, alias)
            if key in taken:
                message = f'"{alias}" is the address of {taken[key].path}'
                yield error("alias-taken", mark, message)
            elif key in old:
                message = f'"{alias}" is an alias in {old[key].path} already'
                yield error("alias-taken", mark, message)
            elif kind is WRITTEN_PAGE and (alias in RESERVED or alias in languages):
                message = f'"/{alias}/" belongs to the site itself'
                yield error("reserved-address", mark, message)
            else:
                old[key] = record
