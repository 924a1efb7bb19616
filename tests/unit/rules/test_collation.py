from __future__ import annotations

import pytest

from generator.rules.collation import collated

# The Welsh alphabet, a word for each letter: a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh …
ALPHABET = [
    "afal", "bara", "cyw", "chwarae", "dŵr", "Ddoe", "eira", "fory", "ffa", "gwlad", "ngŵr",
    "haul", "iâ", "jam", "lwc", "llong", "mam", "nain", "oen", "pysgod", "phren", "rŵan",
    "rhaff", "sain", "tywydd", "theatr", "uwd", "wy", "ysgol",
]  # fmt: skip


def in_order(language: str, words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: collated(language, word))


def test_welsh_letters_of_two_signs_stand_where_the_alphabet_has_them() -> None:
    assert in_order("cy", sorted(ALPHABET)) == ALPHABET
    assert in_order("cy-GB", ["llan", "lôn"]) == ["lôn", "llan"]


def test_other_languages_take_them_for_two_letters() -> None:
    assert in_order("en", ["llama", "lunch", "chess", "city"]) == [
        "chess",
        "city",
        "llama",
        "lunch",
    ]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_accents_and_case_decide_only_between_words_else_the_same(language: str) -> None:
    words = ["zebra", "Éclair", "eclair", "Apple", "ecru", "apple"]

    assert in_order(language, words) == ["Apple", "apple", "eclair", "Éclair", "ecru", "zebra"]
