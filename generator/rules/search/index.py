"""The index as files: core, filters, words by shard, result cards by chunk, or all in one.

The format is described in docs/search-index.md; ``search_index.js`` and ``search_files.js`` read
it. Everything follows from the rows alone, so equal rows give equal files, and a file's name bears
a digest of its content, so a host may let browsers keep it for ever.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from generator.model.finding import Findable, FinderScope, IndexFile, SearchIndex, WordField
from generator.rules.folding import tokens
from generator.rules.json_text import Json
from generator.rules.numbering import numbered
from generator.rules.search.cards import card_part, chunk_files, chunk_span
from generator.rules.search.columns import core_columns, filter_columns
from generator.rules.search.files import FORMAT, Part, compact_json, named, named_piece
from generator.rules.search.words import (
    CLOSENESS,
    WEIGHTS,
    Stems,
    Vocabulary,
    places_part,
    shards,
    vocabulary,
    words_part,
)

SINGLE_FILE_LIMIT = 40_000

_GZIP = 31
"""zlib's name for its widest window with gzip's head and foot around it."""
_PIECE = 65_536

SHORTEST_PREFIX = 2
SHORTEST_PREFIX_IN_PARTS = 3
"""Letters that must be typed before longer words are found too: of two letters, a large place has
so many that fetching them would cost more than the next keystroke."""


def index(
    rows: Iterable[Findable],
    scope: FinderScope,
    stems: Stems,
    single_file_limit: int = SINGLE_FILE_LIMIT,
) -> SearchIndex:
    """Return the files of one index. ``stems`` stem in the scope's language.

    Up to ``single_file_limit`` bytes, gzipped, there is one file for everything but phrases: one
    request for everything beats several for parts.
    """
    by_id = {row.id: row for row in rows}
    numbers = numbered(by_id)
    ordered = [by_id[identifier] for identifier in numbers]
    words = vocabulary(ordered, numbers, stems)
    core: dict[str, Json] = {
        "weights": [WEIGHTS[field] for field in WordField],
        "closeness": list(CLOSENESS.values()),
        "common": list(words.common),
        "name": list(dict.fromkeys(tokens(scope.name))),
        "welsh": scope.welsh or scope.language == "cy",
        **core_columns(ordered, numbers, scope),
    }
    filters = filter_columns(ordered, scope)
    cards = {numbers[row.id]: card_part(row.card) for row in ordered}
    return _single(core, filters, words, cards, single_file_limit) or _in_parts(
        core, filters, words, cards
    )


def _single(
    core: Part, filters: Part, words: Vocabulary, cards: dict[int, Part], limit: int
) -> SearchIndex | None:
    """Return the index as one file, and one more for phrases; None where it would be too large."""
    if _gzipped_is_longer(compact_json({"format": FORMAT, **core})[:-1], limit):
        return None  # it would begin so, and what follows only adds to it
    places = named(places_part(words.words))
    by_number: dict[str, Json] = {str(number): card for number, card in cards.items()}
    single = named(
        {
            **core,
            "shortest": SHORTEST_PREFIX,
            "places": places.name,
            "whole": {"filters": filters, "words": words_part(words.words), "cards": by_number},
        }
    )
    if _gzipped_is_longer(single.content, limit):
        return None
    return SearchIndex(single.name, "", _sorted((single, places)))


def _gzipped_is_longer(content: bytes, limit: int) -> bool:
    """Say whether content is of more than so many bytes when gzipped; stop once it is."""
    packer = zlib.compressobj(9, wbits=_GZIP)
    size = 0
    for begin in range(0, len(content), _PIECE):
        size += len(packer.compress(content[begin : begin + _PIECE]))
        if size > limit:
            return True
    return size + len(packer.flush()) > limit


def _in_parts(core: Part, filters: Part, words: Vocabulary, cards: dict[int, Part]) -> SearchIndex:
    """Return core, filters, lexicon, shards and cards as files of their own."""
    keys, word_digests, place_digests = [], [], []
    files: list[IndexFile] = []
    for key, held in shards(words.words).items():
        piece = key.encode().hex()
        word_digest, word_file = named_piece(f"w{piece}", words_part(held))
        place_digest, place_file = named_piece(f"p{piece}", places_part(held))
        keys.append(key)
        word_digests.append(word_digest)
        place_digests.append(place_digest)
        files += (word_file, place_file)
    span = chunk_span(len(cards))
    card_digests, card_files = chunk_files(cards, span)
    lexicon = named({"words": " ".join(word.word for word in words.words)})
    filter_file = named(filters)
    first = named(
        {
            **core,
            "shortest": SHORTEST_PREFIX_IN_PARTS,
            "filters": filter_file.name,
            "lexicon": lexicon.name,
            "shards": {
                "keys": keys,
                "words": "".join(word_digests),
                "places": "".join(place_digests),
            },
            "span": span,
            "cards": card_digests,
        }
    )
    every = (first, filter_file, lexicon, *files, *card_files)
    return SearchIndex(first.name, filter_file.name, _sorted(every))


def _sorted(files: Iterable[IndexFile]) -> tuple[IndexFile, ...]:
    by_name = {file.name: file for file in files}
    return tuple(by_name[name] for name in sorted(by_name))
