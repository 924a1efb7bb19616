from __future__ import annotations

import pytest

from generator.rules.lookalikes import mixed_word, odd_letters


@pytest.mark.parametrize("words", ["Robots", "Café Llŷr", "Москва и Oxford", "東京タワー", "5µm"])
def test_honest_words_are_left_alone(words: str) -> None:
    assert mixed_word(words) == ""


@pytest.mark.parametrize(
    ("words", "word", "letters"),
    [
        ("Our Rоbots", "Rоbots", '"о" (Cyrillic)'),
        ("Αrts", "Αrts", '"Α" (Greek)'),
        ("pаypаl", "pаypаl", '"а" (Cyrillic)'),
    ],
)
def test_word_of_two_alphabets_is_found_with_its_odd_letters(
    words: str, word: str, letters: str
) -> None:
    assert mixed_word(words) == word
    assert odd_letters(word) == letters
