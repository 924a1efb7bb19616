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
        for words, mark in _words(record):
            squeezed = _squeezed(words)
            for needle, venue in needles:
                if needle in squeezed:
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


def _words(record: Record) -> Iterator[tuple[str, Mark]]:
    """Yield every text that is shown, and where it stands.

    A withheld venue's own address is not. A venue's own postcode gives nothing away: others lie in
    the same one, and nothing says which of them it is.
    """
    withheld = isinstance(record, Venue) and record.location_shown != "exact"
    kept_back = {"address", "postcode", "transport"} if withheld else {"postcode"}
    for words, path in spoken(record):
        if not (isinstance(record, Venue) and path[0] in kept_back):
            yield words, record.marks.at(*path)
    for _, prose in record.body:
        yield prose.text, record.marks.start


def _squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
