"""Cards of results, in files of some dozens, so that a page of results is one batch of requests."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.finding import IndexFile, ResultCard
from generator.rules.json_text import Json
from generator.rules.numbering import table_size
from generator.rules.search.files import SHORT_DIGEST_LENGTH, Part, named_piece

SMALLEST_SPAN = 16
MOST_CHUNKS = 1024


def card_part(card: ResultCard) -> Part:
    """Return a card without what it leaves empty."""
    whole: dict[str, Json] = {
        "title": card.title,
        "path": card.path,
        "summary": card.summary,
        "when": card.when,
        "language": card.language,
        "summaryLanguage": card.summary_language,
        "image": card.image,
        "facts": [
            [fact.kind, fact.words, *([fact.language] if fact.language else [])]
            for fact in card.facts
        ],
    }
    return {key: value for key, value in whole.items() if value}


def chunk_span(count: int) -> int:
    """Return how many numbers one file of cards covers, a power of two.

    Results are scattered over the numbers, so a page of twenty needs nearly twenty files: small
    ones cost few bytes, and so many that their list outgrows what it saves cost more.
    """
    return max(SMALLEST_SPAN, table_size(count) // MOST_CHUNKS)


def chunk_files(cards: Mapping[int, Part], span: int) -> tuple[str, tuple[IndexFile, ...]]:
    """Return the digests of all chunks in one string, and their files.

    A chunk covers ``span`` numbers, however many are taken; one that holds none has no file, and
    zeros in the string.
    """
    by_chunk: dict[int, dict[str, Json]] = {}
    for number, card in cards.items():
        by_chunk.setdefault(number // span, {})[str(number)] = card
    digests, files = [], []
    for chunk in range(max(by_chunk, default=-1) + 1):
        if chunk not in by_chunk:
            digests.append("0" * SHORT_DIGEST_LENGTH)
            continue
        digest, file = named_piece(f"c{chunk}", {"cards": by_chunk[chunk]})
        digests.append(digest)
        files.append(file)
    return "".join(digests), tuple(files)
