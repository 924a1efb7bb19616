"""The index that a reader's browser searches: columns, words by shard, and result cards.

The format is described in docs/search-index.md; ``search_index.js`` and ``search_files.js`` read
it. Everything follows from the rows alone, so equal rows give equal files, and a file's name is a
digest of its content, so a host may let browsers keep it for ever.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from generator.model.finding import (
    Findable,
    IndexFile,
    MappedVenue,
    ResultCard,
    SearchIndex,
    WordField,
)
from generator.rules.coming import EPOCH, minute, runs
from generator.rules.folding import shard_key, tokens
from generator.rules.numbering import numbered, table_size

FORMAT = 1
SINGLE_FILE_LIMIT = 40_000

CHUNK = 128
MOST_CHUNKS = 256
DIGEST_LENGTH = 12
DEGREE_SCALE = 100_000
"""Coordinates in units of 0.00001 degrees: about a metre, as fine as a map marker can show."""

FIELD_BITS = 3
WEIGHTS = {
    WordField.TITLE: 40,
    WordField.TOPIC: 30,
    WordField.SKILL: 25,
    WordField.ORGANISATION: 20,
    WordField.VENUE: 15,
    WordField.SUMMARY: 10,
    WordField.BODY: 4,
}

Json = Mapping[str, object]


def index(
    rows: Iterable[Findable],
    venues: Iterable[MappedVenue],
    language: str,
    zone: str,
    single_file_limit: int = SINGLE_FILE_LIMIT,
) -> SearchIndex:
    """Return the files of one language's index. ``zone`` is the place's, an IANA key.

    Up to ``single_file_limit`` bytes, gzipped, there is one file: one request for everything beats
    several for parts.
    """
    numbers, ordered = _ordered(rows)
    span = chunk_span(len(ordered))
    shards = [(key, named(part)) for key, part in _shards(ordered, numbers)]
    lexicon = named(_lexicon(ordered))
    terms = named(
        {
            "format": FORMAT,
            "lexicon": lexicon.name,
            "shards": {key: file.name for key, file in shards},
        }
    )
    cards = [(chunk, named(part)) for chunk, part in _chunks(ordered, numbers, span)]
    core = {
        "format": FORMAT,
        "language": language,
        "zone": zone,
        "epoch": EPOCH.isoformat(),
        "weights": [WEIGHTS[field] for field in WordField],
        "span": span,
        "terms": terms.name,
        "cards": {str(chunk): file.name for chunk, file in cards},
        **_columns(ordered, numbers, venues),
    }
    parts = (terms, lexicon, *(file for _, file in shards), *(file for _, file in cards))
    return _packed(core, parts, terms.name, single_file_limit)


def points(venues: Iterable[MappedVenue], counts: Mapping[str, int]) -> IndexFile:
    """Return the file of points that maps load: venues in the order of the index's numbers.

    ``counts`` says how many opportunities each venue holds where no search narrows them.
    """
    numbers, ordered = _venue_order(venues)
    return named(
        {
            "format": FORMAT,
            **_coordinates(ordered, numbers),
            "ids": [venue.id for venue in ordered],
            "names": [venue.name for venue in ordered],
            "paths": [venue.path for venue in ordered],
            "counts": [counts.get(venue.id, 0) for venue in ordered],
            "approximate": [at for at, venue in enumerate(ordered) if venue.approximate],
        }
    )


def chunk_span(count: int) -> int:
    """Return how many numbers one file of cards covers, a power of two."""
    return max(CHUNK, table_size(count) // MOST_CHUNKS)


def deltas(values: Iterable[int]) -> list[int]:
    """Return each value less the one before it: small numbers compress well."""
    steps, last = [], 0
    for value in values:
        steps.append(value - last)
        last = value
    return steps


def named(part: Json) -> IndexFile:
    """Return a part as a file whose name is a digest of its content."""
    content = _json(part)
    return IndexFile(f"{hashlib.sha256(content).hexdigest()[:DIGEST_LENGTH]}.json", content)


def _packed(core: Json, parts: Sequence[IndexFile], terms: str, limit: int) -> SearchIndex:
    """Put everything into one file where that is small, else leave the parts beside the core."""
    together = {part.name: json.loads(part.content) for part in parts}
    single = named({**core, "parts": dict(sorted(together.items()))})
    # mtime=0, or gzip writes the clock into what is measured
    if len(gzip.compress(single.content, 9, mtime=0)) <= limit:
        return SearchIndex(single.name, "", (single,))
    apart = named(core)
    by_name = {part.name: part for part in (apart, *parts)}
    return SearchIndex(apart.name, terms, tuple(by_name[name] for name in sorted(by_name)))


def _ordered(rows: Iterable[Findable]) -> tuple[dict[str, int], list[Findable]]:
    by_id = {row.id: row for row in rows}
    numbers = numbered(by_id)
    return numbers, [by_id[identifier] for identifier in numbers]


def _venue_order(venues: Iterable[MappedVenue]) -> tuple[dict[str, int], list[MappedVenue]]:
    by_id = {venue.id: venue for venue in venues}
    numbers = numbered(by_id)
    return numbers, [by_id[identifier] for identifier in numbers]


def _columns(
    rows: Sequence[Findable], numbers: Mapping[str, int], venues: Iterable[MappedVenue]
) -> dict[str, object]:
    venue_numbers, ordered_venues = _venue_order(venues)
    places = {venue.id: at for at, venue in enumerate(ordered_venues)}
    row_runs = [runs(row.meetings) for row in rows]
    return {
        "numbers": deltas(numbers[row.id] for row in rows),
        "facets": _facets(rows),
        "youngest": [_or_none(row.youngest) for row in rows],
        "oldest": [_or_none(row.oldest) for row in rows],
        "least": [_or_none(row.least) for row in rows],
        "when": [int(row.when) for row in rows],
        "closes": [-1 if row.closes is None else minute(row.closes) for row in rows],
        "run_counts": [len(found) for found in row_runs],
        "runs": [
            number
            for found in row_runs
            for run in found
            for number in (run.day, run.step, run.count, run.start, run.length)
        ],
        "venues": _coordinates(ordered_venues, venue_numbers),
        "at": [sorted({places[venue] for venue in row.venues if venue in places}) for row in rows],
    }


def _facets(rows: Sequence[Findable]) -> dict[str, dict[str, list[int]]]:
    """Return, by filter and value, the positions of the rows that have it."""
    found: dict[str, dict[str, list[int]]] = {}
    for position, row in enumerate(rows):
        for facet, values in row.facets:
            by_value = found.setdefault(facet, {})
            for value in sorted(set(values)):
                by_value.setdefault(value, []).append(position)
    return {
        facet: {value: deltas(positions) for value, positions in sorted(by_value.items())}
        for facet, by_value in sorted(found.items())
    }


def _coordinates(venues: Sequence[MappedVenue], numbers: Mapping[str, int]) -> dict[str, object]:
    return {
        "numbers": deltas(numbers[venue.id] for venue in venues),
        "latitude": deltas(round(venue.location.latitude * DEGREE_SCALE) for venue in venues),
        "longitude": deltas(round(venue.location.longitude * DEGREE_SCALE) for venue in venues),
    }


def _postings(row: Findable) -> dict[str, WordField]:
    """Return each word of a row with the most telling field that it stands in."""
    best: dict[str, WordField] = {}
    for field, text in row.words:
        for token in tokens(text):
            best[token] = min(field, best.get(token, field))
    return best


def _shards(rows: Sequence[Findable], numbers: Mapping[str, int]) -> list[tuple[str, Json]]:
    """Return the words by shard. A row's number and field share one integer."""
    found: dict[str, dict[str, list[int]]] = {}
    for row in rows:
        for token, field in _postings(row).items():
            shard = found.setdefault(shard_key(token), {})
            shard.setdefault(token, []).append((numbers[row.id] << FIELD_BITS) | field)
    return [
        (
            key,
            {"format": FORMAT, "terms": {term: deltas(shard[term]) for term in sorted(shard)}},
        )
        for key, shard in sorted(found.items())
    ]


def _lexicon(rows: Sequence[Findable]) -> Json:
    """Return every word, for guessing at what a mistyped one meant."""
    return {"format": FORMAT, "terms": sorted({token for row in rows for token in _postings(row)})}


def _chunks(
    rows: Sequence[Findable], numbers: Mapping[str, int], span: int
) -> list[tuple[int, Json]]:
    """Return the cards by chunk; a chunk covers ``span`` numbers, however many are taken."""
    found: dict[int, dict[str, Json]] = {}
    for row in rows:
        number = numbers[row.id]
        found.setdefault(number // span, {})[str(number)] = _card(row.card)
    return [(chunk, {"format": FORMAT, "cards": cards}) for chunk, cards in sorted(found.items())]


def _card(card: ResultCard) -> Json:
    """Return a card without what it leaves empty."""
    whole = {
        "title": card.title,
        "path": card.path,
        "summary": card.summary,
        "when": card.when,
        "language": card.language,
        "facts": [[fact.kind, fact.words] for fact in card.facts],
    }
    return {key: value for key, value in whole.items() if value}


def _or_none(number: int | None) -> int:
    """Return the number, or -1 for none: columns hold integers only."""
    return -1 if number is None else number


def _json(part: Json) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
