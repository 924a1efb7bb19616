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
from generator.rules.json_text import Json
from generator.rules.numbering import numbered, table_size

FORMAT = 1
SINGLE_FILE_LIMIT = 40_000

CHUNK = 128
MOST_CHUNKS = 256
DIGEST_LENGTH = 12
DEGREE_SCALE = 100_000
"""Coordinates in units of 0.00001 degrees: about a metre, as fine as a map marker can show."""

Part = Mapping[str, Json]

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
    terms = _terms(ordered, numbers)
    cards = {numbers[row.id]: _card(row.card) for row in ordered}
    core: dict[str, Json] = {
        "format": FORMAT,
        "language": language,
        "zone": zone,
        "epoch": EPOCH.isoformat(),
        "weights": [WEIGHTS[field] for field in WordField],
        **_columns(ordered, numbers, venues),
    }
    by_number: dict[str, Json] = {str(number): card for number, card in cards.items()}
    single = named({**core, "whole": {"terms": terms, "cards": by_number}})
    # mtime=0, or gzip writes the clock into what is measured
    if len(gzip.compress(single.content, 9, mtime=0)) <= single_file_limit:
        return SearchIndex(single.name, "", (single,))
    return _in_parts(core, terms, cards)


def _in_parts(core: Part, terms: Mapping[str, Json], cards: Mapping[int, Part]) -> SearchIndex:
    """Return core, directory, lexicon, shards and cards as files of their own."""
    shards = {key: named(part) for key, part in _shards(terms).items()}
    lexicon = named({"format": FORMAT, "terms": list(terms)})
    directory = named(
        {
            "format": FORMAT,
            "lexicon": lexicon.name,
            "shards": {key: file.name for key, file in shards.items()},
        }
    )
    span = chunk_span(len(cards))
    chunks = {chunk: named(part) for chunk, part in _chunks(cards, span).items()}
    first = named(
        {
            **core,
            "terms": directory.name,
            "span": span,
            "cards": {str(chunk): file.name for chunk, file in chunks.items()},
        }
    )
    files = (first, directory, lexicon, *shards.values(), *chunks.values())
    by_name = {file.name: file for file in files}
    ordered = tuple(by_name[name] for name in sorted(by_name))
    return SearchIndex(first.name, directory.name, ordered)


def points_of(venues: Iterable[MappedVenue], counts: Mapping[str, int]) -> dict[str, Json]:
    """Return the points that a map draws: venues in the order of the index's numbers.

    ``counts`` says how many opportunities each venue holds where no search narrows them.
    """
    numbers, ordered = _venue_order(venues)
    return {
        "format": FORMAT,
        **_coordinates(ordered, numbers),
        "names": [venue.name for venue in ordered],
        "paths": [venue.path for venue in ordered],
        "counts": [counts.get(venue.id, 0) for venue in ordered],
        "approximate": [at for at, venue in enumerate(ordered) if venue.approximate],
    }


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


def named(part: Part) -> IndexFile:
    """Return a part as a file whose name is a digest of its content."""
    content = compact_json(part)
    return IndexFile(f"{hashlib.sha256(content).hexdigest()[:DIGEST_LENGTH]}.json", content)


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
) -> dict[str, Json]:
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


def _coordinates(venues: Sequence[MappedVenue], numbers: Mapping[str, int]) -> dict[str, Json]:
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


def _terms(rows: Sequence[Findable], numbers: Mapping[str, int]) -> dict[str, Json]:
    """Return every word with its postings. A row's number and field share one integer."""
    found: dict[str, list[int]] = {}
    for row in rows:
        for token, field in _postings(row).items():
            found.setdefault(token, []).append((numbers[row.id] << FIELD_BITS) | field)
    return {term: deltas(found[term]) for term in sorted(found)}


def _shards(terms: Mapping[str, Json]) -> dict[str, Part]:
    shards: dict[str, dict[str, Json]] = {}
    for term, postings in terms.items():
        shards.setdefault(shard_key(term), {})[term] = postings
    return {key: {"format": FORMAT, "terms": shard} for key, shard in shards.items()}


def _chunks(cards: Mapping[int, Part], span: int) -> dict[int, Part]:
    """Return the cards by chunk; a chunk covers ``span`` numbers, however many are taken."""
    chunks: dict[int, dict[str, Json]] = {}
    for number, card in cards.items():
        chunks.setdefault(number // span, {})[str(number)] = card
    return {chunk: {"format": FORMAT, "cards": held} for chunk, held in chunks.items()}


def _card(card: ResultCard) -> Part:
    """Return a card without what it leaves empty."""
    whole: dict[str, Json] = {
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


def compact_json(part: Part) -> bytes:
    """Return JSON for a script to read, without room for people."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
