from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pytest

from generator.model.finding import (
    Findable,
    FinderScope,
    MappedVenue,
    ResultCard,
    SearchIndex,
    When,
    WordField,
)
from generator.model.location import Location
from generator.rules.search import words
from generator.rules.search.cards import chunk_span
from generator.rules.search.index import SINGLE_FILE_LIMIT, index
from generator.rules.search.points import points_of

HALL = MappedVenue("hall", "Village hall", "venues/hall/", Location(51.58761, -2.99452))
PARK = MappedVenue("park", "Park", "venues/park/", Location(51.6, -3.0), approximate=True)


SCOPE = FinderScope(language="en", zone="Europe/London", venues=(HALL, PARK))


def row(at: int, title: str = "") -> Findable:
    words = title or f"Robots and word{at * 7919 % 5003} with thing{at * 104729 % 4001}"
    return Findable(
        id=f"row-{at}",
        card=ResultCard(words, f"opportunities/row-{at}/", f"A summary of {words}, number {at}."),
        words=((WordField.TITLE, words),),
        facets=(("topic", ("art" if at % 2 else "code",)),),
        when=When.ANYTIME,
        venues=("hall",),
    )


ROWS = [row(at) for at in range(1500)]


def made(rows: list[Findable], limit: int = SINGLE_FILE_LIMIT) -> SearchIndex:
    return index(rows, SCOPE, stems, single_file_limit=limit)


def stems(words: Sequence[str]) -> list[str]:
    return [*map(stem, words)]


def stem(word: str) -> str:
    return {"dying": "die"}.get(word, word.removesuffix("s"))


def content(found: SearchIndex, name: str) -> Any:  # noqa: ANN401  JSON is of any type
    return json.loads(next(file.content for file in found.files if file.name == name))


def keys(core: Any) -> list[str]:  # noqa: ANN401
    return list(core["shards"]["keys"])


def shard(found: SearchIndex, key: str) -> Any:  # noqa: ANN401
    core = content(found, found.core)
    at = keys(core).index(key) * 6
    digest = core["shards"]["words"][at : at + 6]
    return content(found, f"w{key.encode().hex()}-{digest}.json")


def chunks(found: SearchIndex) -> set[str]:
    digests = content(found, found.core)["cards"]
    return {
        f"c{at}-{digests[at * 6 : at * 6 + 6]}.json"
        for at in range(len(digests) // 6)
        if digests[at * 6 : at * 6 + 6] != "000000"
    }


def test_a_small_place_is_one_file_and_one_for_phrases() -> None:
    found = made(ROWS[:60])

    core = content(found, found.core)

    assert {file.name for file in found.files} == {found.core, core["places"]}
    assert found.filters == ""
    size = len(gzip.compress(next(it.content for it in found.files if it.name == found.core)))
    assert size < SINGLE_FILE_LIMIT


def test_a_large_place_is_many_and_every_name_leads_to_a_file() -> None:
    found = made(ROWS)
    names = {file.name for file in found.files}

    core = content(found, found.core)

    assert len(names) > 10
    assert {found.core, core["filters"], core["lexicon"]} | chunks(found) <= names
    for kind in ("words", "places"):
        for at, key in enumerate(keys(core)):
            digest = core["shards"][kind][at * 6 : at * 6 + 6]
            assert f"{kind[0]}{key.encode().hex()}-{digest}.json" in names


def test_shards_are_few_and_none_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "SHARD_BYTES", 4000)

    names = [f"{at * 7919 % 1_679_616:04x}{at * 104729 % 65_536:04x}" for at in range(1500)]

    found = made([row(at, name) for at, name in enumerate(names)], 0)

    sizes = [len(file.content) for file in found.files if file.name.startswith("w")]
    assert 1 < len(sizes) < 200
    assert max(sizes) < 12_000


def test_a_word_whose_stem_begins_otherwise_is_found_by_either() -> None:
    found = made([row(1, "dying"), row(2, "die"), row(3, "robots")], 0)

    assert shard(found, "d")["words"].split() == ["die", "dying"]
    assert shard(found, "d")["stems"] == [3, "die"]


def test_the_order_of_rows_changes_nothing() -> None:
    assert made(ROWS[::-1]) == made(ROWS)


def test_an_edit_changes_few_files() -> None:
    before = {file.name for file in made(ROWS, 0).files}

    edited = [*ROWS[:700], replace(row(700, "Robots elsewhere"), facets=()), *ROWS[701:]]
    after = {file.name for file in made(edited, 0).files}

    # core, filters, lexicon, a chunk of cards, and a shard for each word that came or went, with
    # another for where the words stand in their rows
    assert len(after - before) <= 12
    assert len(before & after) > 15


def test_a_new_record_changes_few_chunks_of_cards() -> None:
    before, after = made(ROWS, 0), made([*ROWS, row(1500)], 0)

    assert len(chunks(after)) > 10
    assert len(chunks(after) - chunks(before)) <= 2


def test_chunks_grow_with_the_place_so_that_their_list_does_not() -> None:
    assert chunk_span(100) == 16
    assert chunk_span(10_000) == 32
    assert chunk_span(50_000) == 128


def test_no_rows_make_an_index_all_the_same() -> None:
    found = made([])

    assert content(found, found.core)["numbers"] == []


def test_the_most_telling_fields_of_a_word_are_kept_one_of_a_kind() -> None:
    fields = (
        *(WordField.BODY, WordField.SUMMARY, WordField.RELATED),
        *(WordField.TITLE, WordField.TOPIC, WordField.VENUE),
    )
    everywhere = replace(row(1, "Robots"), words=tuple((field, "Robots") for field in fields))

    found = made([everywhere], 0)

    [postings] = shard(found, "r")["postings"]
    kept = [posting & 7 for posting in accumulate(postings)]
    assert kept == [WordField.TITLE, WordField.SUMMARY, WordField.RELATED]


def test_what_a_word_stands_for_in_nearly_every_row_narrows_all_the_same() -> None:
    free = replace(ROWS[0], words=((WordField.RELATED, "free"),))
    rows = [replace(free, id=f"row-{at}") for at in range(60)]

    core = content(found := made(rows, 0), found.core)

    assert core["common"] == []
    assert "free" in content(found, core["lexicon"])["words"].split()


def test_words_that_nearly_every_row_has_are_named_and_not_kept() -> None:
    found = made(ROWS[:100], 0)

    core = content(found, found.core)

    assert core["common"] == ["and", "robots", "with"]
    assert "robots" not in content(found, core["lexicon"])["words"].split()


def test_points_keep_to_the_metre_and_say_what_is_approximate() -> None:
    found: Any = points_of((HALL, PARK), {"hall": 3})

    at = found["names"].index("Village hall")

    assert sum(found["latitude"][: at + 1]) == 5158761
    assert sum(found["longitude"][: at + 1]) == -299452
    assert found["counts"][at] == 3
    assert found["approximate"] == [found["names"].index("Park")]


def test_points_and_index_number_venues_alike() -> None:
    found = made(ROWS[:5])

    core = content(found, found.core)["venues"]
    points = points_of((PARK, HALL), {})

    assert core["numbers"] == points["numbers"]
    assert core["latitude"] == points["latitude"]
