from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.city.folder import city_of
from benchmarks.city.listings import listings
from tests.support.sites import TODAY, doorstep

SIZE = 50


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city") / "content"
    city_of(SIZE).write(folder)
    return folder


def test_the_same_size_gives_the_same_files() -> None:
    first, second = (dict(city_of(SIZE).files()) for _ in range(2))

    assert first == second
    assert len([path for path in first if path.startswith("opportunities/")]) == SIZE


def test_a_city_has_no_problem_under_strict_rules(written: Path) -> None:
    ended = doorstep("check", "--content", written, "--today", TODAY, "--strict")

    assert ended.stdout == "no problems\n", ended.stderr
    assert ended.status == 0


def test_bodies_are_as_long_as_listings_are() -> None:
    lengths = [len(body.split()) for _, _, body in city_of(SIZE).records["opportunities"]]

    assert min(lengths) >= 60
    assert max(lengths) <= 165


def test_most_words_are_rare_as_in_any_language() -> None:
    counts: dict[str, int] = {}
    for _, _, body in city_of(400).records["opportunities"]:
        for word in body.lower().split():
            counts[word] = counts.get(word, 0) + 1

    once = sum(1 for count in counts.values() if count == 1)

    assert once > len(counts) / 3


def test_peers_are_given_what_the_records_say() -> None:
    city = city_of(SIZE)
    identifier, fields, body = city.records["opportunities"][0]

    listing = listings(city)[0]

    assert listing.path == f"opportunities/{identifier}/"
    assert (listing.title, listing.summary, listing.body) == (
        fields["title"],
        fields["summary"],
        body,
    )
    assert list(listing.facets["topic"]) == fields["topics"]
