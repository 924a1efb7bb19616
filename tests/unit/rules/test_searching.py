from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

from generator.model.finding import (
    Findable,
    MappedVenue,
    ResultCard,
    SearchIndex,
    When,
    WordField,
)
from generator.model.location import Location
from generator.rules.searching import SINGLE_FILE_LIMIT, chunk_span, index, points_of

HALL = MappedVenue("hall", "Village hall", "venues/hall/", Location(51.58761, -2.99452))
PARK = MappedVenue("park", "Park", "venues/park/", Location(51.6, -3.0), approximate=True)


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
    return index(rows, (HALL, PARK), "en", "Europe/London", single_file_limit=limit)


def content(found: SearchIndex, name: str) -> Any:  # noqa: ANN401  JSON is of any type
    return json.loads(next(file.content for file in found.files if file.name == name))


def test_a_small_place_is_one_file() -> None:
    found = made(ROWS[:60])

    assert [file.name for file in found.files] == [found.core]
    assert found.terms == ""
    assert len(gzip.compress(found.files[0].content)) < SINGLE_FILE_LIMIT


def test_a_large_place_is_many_and_every_name_leads_to_a_file() -> None:
    found = made(ROWS)
    names = {file.name for file in found.files}

    core, terms = content(found, found.core), content(found, found.terms)

    assert len(names) > 10
    assert {found.core, core["terms"], terms["lexicon"]} <= names
    assert set(core["cards"].values()) | set(terms["shards"].values()) <= names
    assert core["terms"] == found.terms


def test_the_order_of_rows_changes_nothing() -> None:
    assert made(ROWS[::-1]) == made(ROWS)


def test_an_edit_changes_few_files() -> None:
    before = {file.name for file in made(ROWS, 0).files}

    edited = [*ROWS[:700], replace(row(700, "Robots elsewhere"), facets=()), *ROWS[701:]]
    after = {file.name for file in made(edited, 0).files}

    # core, directory, lexicon, a chunk of cards, and a shard for each word that came or went
    assert len(after - before) <= 10
    assert len(before & after) > 15


def test_a_new_record_changes_few_chunks_of_cards() -> None:
    before, after = made(ROWS, 0), made([*ROWS, row(1500)], 0)

    chunks_before = set(content(before, before.core)["cards"].values())
    chunks_after = set(content(after, after.core)["cards"].values())

    assert len(chunks_after) > 10
    assert len(chunks_after - chunks_before) <= 2


def test_chunks_grow_with_the_place_so_that_their_list_does_not() -> None:
    assert chunk_span(100) == 128
    assert chunk_span(10_000) == 128
    assert chunk_span(50_000) == 512


def test_no_rows_make_an_index_all_the_same() -> None:
    found = made([])

    assert content(found, found.core)["numbers"] == []


def test_the_most_telling_field_of_a_word_is_kept() -> None:
    both = replace(
        row(1, "Robots"), words=((WordField.BODY, "robots"), (WordField.TITLE, "Robots"))
    )

    found = made([both], 0)
    terms = content(found, found.terms)

    [posting] = content(found, terms["shards"]["ro"])["terms"]["robots"]
    assert posting & 7 == WordField.TITLE


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
