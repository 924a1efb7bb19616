from __future__ import annotations

import pytest

from generator.rules.headings import fitted


@pytest.mark.parametrize(
    ("levels", "top", "expected"),
    [
        ([2, 3, 2], 2, [2, 3, 2]),
        ([3, 3], 2, [2, 2]),
        ([2, 3], 3, [3, 4]),
        ([2, 4, 6], 2, [2, 3, 4]),
        ([4, 2], 2, [2, 2]),
        ([2, 3, 4, 5, 6], 5, [5, 6, 6, 6, 6]),
        ([], 2, []),
    ],
)
def test_no_level_is_missing_below_the_heading_above(
    levels: list[int], top: int, expected: list[int]
) -> None:
    body = "".join(f'<h{level} id="a">x</h{level}>' for level in levels)

    assert fitted([body], top) == ("".join(f'<h{level} id="a">x</h{level}>' for level in expected),)


def test_heading_that_a_link_divides_is_closed_as_it_was_opened() -> None:
    pieces = ['<h3>See <a href="', '">this</a></h3><p>and</p>']

    assert fitted(pieces, 2) == ('<h2>See <a href="', '">this</a></h2><p>and</p>')


def test_text_that_looks_like_a_heading_stays() -> None:
    assert fitted(["<p>&lt;h4&gt; <hr></p>"], 2) == ("<p>&lt;h4&gt; <hr></p>",)
