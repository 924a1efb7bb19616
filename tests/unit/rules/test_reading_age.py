"""The reading age of an English text, by the length of its words and sentences."""

from __future__ import annotations

from generator.rules.reading_age import FEWEST_WORDS, reading_age

EASY = "You build a robot. It can move. You take it home with you. "
HARD = (
    "Participants familiarise themselves with fundamental electronic components while "
    "subsequently constructing sophisticated programmable mechanisms under supervision, "
)


def test_short_words_in_short_sentences_are_for_the_young() -> None:
    age = reading_age([EASY * 6])

    assert age is not None
    assert age < 9


def test_long_words_in_long_sentences_are_not() -> None:
    age = reading_age([HARD * 5])

    assert age is not None
    assert age > 18


def test_index_is_the_published_formula() -> None:
    # 60 words of 5 letters in 4 sentences: 4.71 * 5 + 0.5 * 15 - 21.43 = 9.62, a school year
    text = " ".join(["robot"] * 15) + ". "

    assert reading_age([text * 4]) == 5 + 10


def test_list_items_are_sentences_of_their_own() -> None:
    items = ["Bring a coat and something to eat"] * 10

    assert reading_age(items) == reading_age([". ".join(items)])


def test_short_text_is_not_judged() -> None:
    assert reading_age([" ".join(["robot"] * (FEWEST_WORDS - 1))]) is None
    assert reading_age([]) is None


# Looked for from each of its dots, the end of such a row took a minute.
def test_row_of_dots_ends_one_sentence_however_long() -> None:
    before = ["Come and try pottery with us by the river on Saturday. " * 12]

    with_dots = reading_age([before[0] + "." * 60_000 + "a"])

    assert with_dots == reading_age([before[0] + "a"])


def test_endless_sentence_is_for_no_one_older_than_students() -> None:
    assert reading_age(["and then we go on to the next of them " * 200]) == 22
