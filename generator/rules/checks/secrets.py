"""Whether the address of a venue that must not be found stands somewhere else in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_plus

from generator.model.problem import Mark, Problem, error
from generator.model.record import Record
from generator.model.shapes import Link
from generator.model.venue import Venue
from generator.rules.postcodes import normalise
from generator.rules.references import spoken, values

_SHORTEST_STREET = 6
_KEPT_BACK = ("address", "postcode", "transport", "source")
"""Fields that leave a withheld venue before any output sees it."""


@dataclass(frozen=True, slots=True)
class Needle:
    """Words that give a venue away. A postcode is shared with its neighbours, a house is not."""

    words: str
    venue: str
    is_postcode: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of a record, and how to find where they stand: only needed where they tell."""

    words: str
    mark: Callable[[], Mark]
    field: str


def check_secrets(records: Iterable[Record], venues: Iterable[Venue]) -> Iterator[Problem]:
    """Yield each place where a text gives away the address or postcode of a withheld venue."""
    secrets = secrets_of(venues)
    for record in records:
        yield from given_away(record, secrets)


def secrets_of(venues: Iterable[Venue]) -> tuple[Needle, ...]:
    """Return the words that would give withheld venues away."""
    return tuple(
        needle for venue in venues if venue.location_shown != "exact" for needle in _needles(venue)
    )


def given_away(record: Record, secrets: Sequence[Needle]) -> Iterator[Problem]:
    """Yield each place where one record gives a secret away."""
    for said in _said(record) if secrets else ():
        squeezed = _squeezed(said.words)
        for needle in secrets:
            if needle.words in squeezed and not _allowed(needle, record, said.field):
                message = (
                    f'this gives away the address of "{needle.venue}", which is not to be '
                    "shown exactly"
                )
                yield error("address-given-away", said.mark(), message)
                break


def _allowed(needle: Needle, record: Record, field: str) -> bool:
    """Let a venue have what is kept back of it, and its neighbours the postcode that they share."""
    if not isinstance(record, Venue):
        return False
    if record.location_shown != "exact" and field in _KEPT_BACK:
        return True
    return needle.is_postcode and field in ("address", "postcode")


def _needles(venue: Venue) -> Iterator[Needle]:
    """Yield the postcode, and each part with a house number: a town alone gives nothing away."""
    if postcode := normalise(venue.postcode):
        yield Needle(_squeezed(postcode), venue.id, is_postcode=True)
    for part in venue.address.split(","):
        street = _squeezed(part)
        telling = len(street) >= _SHORTEST_STREET and any(letter.isdigit() for letter in street)
        if telling and normalise(part) is None:
            yield Needle(street, venue.id, is_postcode=False)


def _said(record: Record) -> Iterator[_Said]:
    """Yield every text: a link may hold an address too, and a map's always does."""
    links = (
        (unquote_plus(str(value)), path)
        for shape, value, path in values(record)
        if isinstance(shape, Link) and value
    )
    for words, path in (*spoken(record), *links):
        yield _Said(words, lambda path=path: record.marks.at(*path), path[0])  # type: ignore[misc] # a default binds the loop's path
    for language, prose in record.body:
        yield _Said(prose.text, lambda tag=language: record.marks.at("body", tag), "body")  # type: ignore[misc] # as above


def _squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
