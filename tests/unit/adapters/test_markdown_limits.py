from __future__ import annotations

import time

import pytest

from generator.adapters import markdown_nh3
from generator.adapters.markdown_nh3 import MarkdownNh3
from tests.support.calls import calls_made


@pytest.mark.parametrize("text", ["[" * 8000, "<![" * 8000])
def test_text_that_takes_too_long_is_a_problem_and_others_are_still_rendered(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_nh3, "TIME_LIMIT", 0.3)
    renderer = MarkdownNh3({})
    begun = time.process_time()

    prose, problems = renderer.render("content/a.md", text, 7)

    assert not prose
    assert [(problem.code, problem.mark.line) for problem in problems] == [("slow-text", 7)]
    assert time.process_time() - begun < 5
    assert renderer.render("content/b.md", "*Words*")[0].text.strip() == "Words"


def test_lists_nested_beyond_measure_are_a_problem() -> None:
    prose, problems = MarkdownNh3({}).render("content/a.md", "- " * 5000 + "x")

    assert not prose
    assert [problem.code for problem in problems] == ["slow-text"]


def test_however_much_is_taken_away_each_is_named_in_its_place() -> None:
    _, problems = MarkdownNh3({}).render("content/a.md", "<div>" * 6_000, 7)

    assert [problem.mark.column for problem in problems] == list(range(1, 30_000, 5))


@pytest.mark.parametrize("part", ["<div>", "Some *words* in a line.\n\n"])
def test_work_grows_with_the_text_and_no_faster(part: str) -> None:
    renderer = MarkdownNh3({})
    renderer.render("content/a.md", part)

    little = calls_made(lambda: renderer.render("content/a.md", part * 200))
    much = calls_made(lambda: renderer.render("content/a.md", part * 2_000))

    assert much < 11 * little


def test_the_longest_ordinary_text_is_within_the_limit() -> None:
    _, problems = MarkdownNh3({}).render("content/a.md", "Some *words* in a line.\n\n" * 2600)

    assert problems == ()
