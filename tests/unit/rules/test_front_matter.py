from __future__ import annotations

import pytest

from generator.rules.front_matter import Parts, says_draft, split


def test_parts_know_on_which_line_they_begin() -> None:
    parts, problems = split("a.md", "---\ntitle: x\nkind: y\n---\nOne\n---\nTwo")

    assert parts == Parts("title: x\nkind: y", 2, "One\n---\nTwo", 5)
    assert problems == ()


@pytest.mark.parametrize("text", ["", "title: x", " ---\ntitle: x\n---", "---\ntitle: x"])
def test_fields_without_their_fences_are_told(text: str) -> None:
    _, problems = split("a.md", text)

    assert [problem.code for problem in problems] == ["no-front-matter"]


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("---\ntitle: [\ndraft: true\n---\n", True),
        ("---\ndraft: true # not yet\n", True),
        ("---\ndraft: false\n---\n", False),
        ("---\nimage:\n  draft: true\n---\n", False),
        ("---\ntitle: x\n---\ndraft: true\n", False),
        ("---\ndraft: trueish\n---\n", False),
    ],
)
def test_broken_file_can_still_say_that_it_is_a_draft(text: str, draft: bool) -> None:  # noqa: FBT001 - expected
    assert says_draft(text) is draft
