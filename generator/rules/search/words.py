"""Words of an index: in which rows each stands, where in them, and what it has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import Findable, WordField
from generator.rules.folding import tokens
from generator.rules.json_text import Json
from generator.rules.search.files import deltas

FIELD_BITS = 3
WEIGHTS = {
    WordField.TITLE: 50,
    WordField.TOPIC: 30,
    WordField.SKILL: 25,
    WordField.ORGANISATION: 20,
    WordField.VENUE: 15,
    WordField.SUMMARY: 10,
    WordField.BODY: 4,
    WordField.RELATED: 8,
}
"""What a word is worth by where it stands. The best of what a row is called, of what it says and of
what is related to it are added, so that of all that a topic finds, what speaks of it comes first; a
word in the title is worth more than one in all the rest. What is related is worth less than a
summary, or "swimming", a synonym of sport, would find every sport before the pool."""

CLOSENESS = {"exact": 6, "stem": 5, "prefix": 2, "mutation": 3, "slip": 1}
"""What a match is worth, times the weight of its field. Any whole word in a title beats the
beginning of one, and nothing that had to be guessed comes before what was typed."""

COMMON_SHARE = 0.4
FEWEST_ROWS_WITH_COMMON = 50
"""A word of more than this share of the rows narrows nothing and weighs as much as all others."""

SHARD_BYTES = 24_000
LONGEST_KEY = 4

SHORT = 80
"""Characters of a text that is likely to stand in several rows."""

Stems = Callable[[Sequence[str]], Sequence[str]]
"""What gives the stem of each of some words, in their order."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an index.

    ``postings`` are ascending: a row's number and a field share one integer. A row has up to three:
    the most telling field of what it is called, that of what it says, and RELATED. ``places`` are
    the word's positions for each posting, for phrases.
    """

    word: str
    stem: str
    postings: tuple[int, ...]
    places: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word, in order, and those that are too common to be kept."""

    words: tuple[Word, ...]
    common: tuple[str, ...]


def vocabulary(rows: Sequence[Findable], numbers: Mapping[str, int], stems: Stems) -> Vocabulary:
    """Return the words of rows that are in ascending order of number."""
    found: dict[str, tuple[list[int], list[tuple[int, ...]]]] = {}
    known: dict[str, tuple[str, ...]] = {}
    for row in rows:
        number = numbers[row.id] << FIELD_BITS
        for token, held in _standing(row, known).items():
            its = found.get(token)
            if its is None:
                its = found[token] = [], []
            postings, all_places = its
            for field, places in sorted(held.items()) if len(held) > 1 else held.items():
                postings.append(number | field)
                all_places.append(tuple(places))
    most = len(rows) if len(rows) < FEWEST_ROWS_WITH_COMMON else len(rows) * COMMON_SHARE
    common = tuple(sorted(token for token, (held, _) in found.items() if _in_own(held) > most))
    for token in common:
        del found[token]
    every = sorted(found)
    return Vocabulary(
        tuple(
            Word(token, stem, tuple(found[token][0]), tuple(found[token][1]))
            for token, stem in zip(every, stems(every), strict=True)
        ),
        common,
    )


def words_part(words: Iterable[Word]) -> dict[str, Json]:
    """Return words, and in their order the stem and the postings of each.

    A stem is a number where it is that many letters of its word, and else itself. Words are one
    text and not the keys of an object: JavaScript would put those that are numbers first.
    """
    words = tuple(words)
    return {
        "words": " ".join(word.word for word in words),
        "stems": [_short_stem(word) for word in words],
        "postings": [deltas(word.postings) for word in words],
    }


def places_part(words: Iterable[Word]) -> dict[str, Json]:
    """Return where words stand, in their order: for each posting how often, then the positions."""
    return {
        "places": [
            [
                number
                for held in word.places
                for number in ((1, held[0]) if len(held) == 1 else (len(held), *deltas(held)))
            ]
            for word in words
        ]
    }


def shards(words: Sequence[Word]) -> dict[str, tuple[Word, ...]]:
    """Return words by the first letters that they share, few enough for one request.

    A word stands in the shard with the longest key that it begins with; and if its stem would
    stand in another, there too, so that whoever looks for the stem alone finds it.
    """
    by_key: dict[str, list[Word]] = {}
    for key, held in _split("", words):
        by_key[key] = list(held)
    keys = frozenset(by_key)
    for word in words:
        home, other = shard_of(word.word, keys), shard_of(word.stem, keys)
        if other and other != home:
            by_key[other].append(word)
    return {key: tuple(sorted(by_key[key], key=lambda word: word.word)) for key in sorted(by_key)}


def shard_of(word: str, keys: frozenset[str]) -> str:
    """Return the longest key that the word begins with, or "" where there is none."""
    for length in range(LONGEST_KEY, 0, -1):
        if word[:length] in keys:
            return word[:length]
    return ""


def _split(key: str, words: Sequence[Word]) -> Iterator[tuple[str, Sequence[Word]]]:
    """Yield shards: cut by the next letter until small enough or the key is long enough."""
    small = sum(len(word.word) + 2 * len(word.postings) for word in words) <= SHARD_BYTES
    if key and (small or len(key) == LONGEST_KEY):
        yield key, words
        return
    by_next: dict[str, list[Word]] = {}
    for word in words:
        by_next.setdefault(word.word[: len(key) + 1], []).append(word)
    for longer, held in sorted(by_next.items()):
        if longer == key:
            yield key, held  # the word that is no longer than the key
        else:
            yield from _split(longer, held)


def _in_own(postings: Iterable[int]) -> int:
    """Count the rows that say a word themselves: "free" narrows, however many it stands for."""
    fields = (1 << FIELD_BITS) - 1
    return len({it >> FIELD_BITS for it in postings if it & fields != WordField.RELATED})


def _standing(
    row: Findable, known: dict[str, tuple[str, ...]]
) -> dict[str, dict[WordField, list[int]]]:
    """Return each word of a row with its places, by the most telling field of each kind.

    Between two texts one place stays empty, so that no phrase reaches from one into the next. The
    words of short texts are ``known`` from row to row: names of topics, venues and organisations.
    """
    found: dict[str, dict[int, tuple[WordField, list[int]]]] = {}
    place = 0
    for field, text in row.words:
        kind = _kind(field)
        its = known.get(text)
        if its is None:
            its = tokens(text)
            if len(text) <= SHORT:
                known[text] = its
        for token in its:
            held = found.setdefault(token, {})
            if kind not in held:
                held[kind] = field, [place]
            else:
                best, places = held[kind]
                places.append(place)
                if field < best:
                    held[kind] = field, places
            place += 1
        place += 1
    return {token: dict(held.values()) for token, held in found.items()}


def _kind(field: WordField) -> int:
    """Tell what a row is called from what it says and from what is related to it."""
    return (field > WordField.VENUE) + (field > WordField.BODY)


def _short_stem(word: Word) -> int | str:
    return len(word.stem) if word.word.startswith(word.stem) else word.stem
