"""A stemmer that remembers gives what the one it wraps gives, and asks it for what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from generator.adapters.remembered_stems import RememberedStemmer
from tests.support.memos import Kept


@dataclass
class Halves:
    """Its stem of a word is the first half, and the language it was asked in."""

    asked: list[str] = field(default_factory=list)

    def stems(self, language: str, words: Sequence[str]) -> Sequence[str]:
        self.asked += words
        return [f"{word[: (len(word) + 1) // 2]} {language}" for word in words]

    def browser_module(self, language: str) -> bytes:
        return language.encode()

    def licence(self) -> bytes:
        return b"free"


@pytest.fixture
def halves() -> Halves:
    return Halves()


@pytest.fixture
def stemmer(halves: Halves) -> RememberedStemmer:
    return RememberedStemmer(halves, Kept(), "this program")


def test_words_have_their_stems_in_the_order_asked(stemmer: RememberedStemmer) -> None:
    words = ["robots", "a", "robin", "ŵyn", "3d", "robots"]
    expected = ["rob en", "a en", "rob en", "ŵy en", "3 en", "rob en"]

    assert stemmer.stems("en", words) == expected
    assert stemmer.stems("en", words) == expected


def test_only_what_begins_as_a_new_word_does_is_asked_again(
    stemmer: RememberedStemmer, halves: Halves
) -> None:
    stemmer.stems("en", ["robots", "robin", "maps"])
    halves.asked.clear()

    assert stemmer.stems("en", ["maps", "robes", "robin", "robots"]) == [
        "ma en", "rob en", "rob en", "rob en",
    ]  # fmt: skip
    assert halves.asked == ["robes", "robin", "robots"]


def test_each_language_has_its_own(stemmer: RememberedStemmer) -> None:
    assert stemmer.stems("en", ["maps"]) == ["ma en"]
    assert stemmer.stems("cy", ["maps"]) == ["ma cy"]


def test_of_another_program_nothing_is_known(halves: Halves) -> None:
    kept = Kept()
    RememberedStemmer(halves, kept, "this program").stems("en", ["maps"])
    RememberedStemmer(halves, kept, "that program").stems("en", ["maps"])

    assert halves.asked == ["maps", "maps"]


def test_what_browsers_run_is_that_of_the_stemmer(stemmer: RememberedStemmer) -> None:
    assert stemmer.browser_module("cy") == b"cy"
    assert stemmer.licence() == b"free"
