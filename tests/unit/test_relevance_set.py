"""The questions that judge the finder are fair: every answer is there to be found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.demonstration import demonstration, listed

QUESTIONS = Path(__file__).parents[1] / "relevance" / "newport.yaml"
EXPECTATIONS = ("expect_first", "expect_within", "expect_none", "harmless")
KINDS = {
    "word": 10, "prefix": 5, "typo": 8, "synonym": 8, "phrase in quotes": 4, "postcode": 6,
    "neighbourhood": 5, "Welsh": 4, "mutation": 4, "plural or stem": 4, "accent": 2,
    "organisation": 3, "venue": 3, "skill": 2, "career": 2, "nonsense": 5, "hostile": 5,
}  # fmt: skip
FIRST_FEW = 5


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    return found


def test_there_are_enough_of_every_kind_and_none_is_asked_twice(
    questions: list[dict[str, Any]],
) -> None:
    kinds = Counter(question["why"] for question in questions)
    asked = Counter(question["query"] for question in questions)

    assert len(questions) >= 70
    assert set(kinds) == set(KINDS)
    assert {kind: kinds[kind] for kind, least in KINDS.items() if kinds[kind] < least} == {}
    assert asked.most_common(1)[0][1] == 1


def test_each_expects_something_and_nothing_that_contradicts_it(
    questions: list[dict[str, Any]],
) -> None:
    odd = [
        question["query"]
        for question in questions
        if set(question) - {"query", "why", *EXPECTATIONS}
        or not any(question.get(name) for name in EXPECTATIONS)
        or (question.get("expect_none") and len(question) > 3)
        or len(question.get("expect_within", ())) > FIRST_FEW
    ]

    assert odd == []


def test_each_answer_is_in_the_lists_of_the_demonstration(
    questions: list[dict[str, Any]],
) -> None:
    there = {record.id for record in listed()}

    lost = [
        (question["query"], answer)
        for question in questions
        for name in ("expect_first", "expect_within")
        for answer in question.get(name, ())
        if answer not in there
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("query", "topic"),
    [("cerddoriaeth", "music"), ("garddio", "growing"), ("dysgu Cymraeg", "welsh")],
)
def test_a_question_about_a_topic_may_be_answered_by_anything_under_it(
    questions: list[dict[str, Any]], query: str, topic: str
) -> None:
    under = set(demonstration().place.links.opportunities_by_term["topics"][topic])
    [question] = [question for question in questions if question["query"] == query]

    assert under <= set(question["expect_first"])
