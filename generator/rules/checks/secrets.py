"""Whether the address of a venue that must not be found stands somewhere else in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.problem import Mark, Problem, error
from generator.model.record import Record
from generator.model.venue import Venue
from generator.rules.postcodes import normalise
from generator.rules.references import spoken

_SHORTEST_STREET = 6


def check_secrets(records: Iterable[Record], venues: Iterable[Venue]) -> Iterator[Problem]:
    """Yield each place where a text gives away the address or postcode of a withheld venue."""
    needles = [
        (needle, venue)
        for venue in venues
        if venue.location_shown != "exact"
        for needle in _needles(venue)
    ]
    if not needles:
        return
    for record in records:
        for words, mark, own in _words(record):
            squeezed = _squeezed(words)
            for needle, venue in needles:
                if needle in squeezed and not (own and record.id == venue.id):
                    message = (
                        f'this gives away the address of "{venue.id}", which is not to be shown '
                        "exactly"
                    )
                    yield error("address-given-away", mark, message)
                    break


def _needles(venue: Venue) -> Iterator[str]:
    """Yield the postcode, and the street with its number: a town alone gives nothing away."""
    if postcode := normalise(venue.postcode):
        yield _squeezed(postcode)
    street = _squeezed(venue.address.split(",")[0])
    if len(street) >= _SHORTEST_STREET and any(letter.isdigit() for letter in street):
        yield street


def _words(record: Record) -> Iterator[tuple[str, Mark, bool]]:
    """Yield every text, where it stands, and whether it is a venue's own withheld field."""
    for words, path in spoken(record):
        own = isinstance(record, Venue) and path[0] in ("address", "postcode")
        yield words, record.marks.at(*path), own
    for _, prose in record.body:
        yield prose.text, record.marks.start, False


def _squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
