"""Opening hours come out as words a person would say, or not at all."""

from __future__ import annotations

import pytest

from scripts.newport import opening


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "Mo off; Tu-Fr 09:30-17:30; Sa 09:00-16:00; Su off",
            "Tuesday to Friday 9:30 to 17:30; Saturday 9:00 to 16:00",
        ),
        ("Mo-Th 09:30-12:00,13:00-17:00", "Monday to Thursday 9:30 to 12:00 and 13:00 to 17:00"),
        ("Mo-Su 08:00-21:00", "Every day 8:00 to 21:00"),
        ("24/7", "Open at all times"),
    ],
)
def test_simple_hours_are_put_into_words(written: str, expected: str) -> None:
    said = opening.words(written)

    assert said == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Mo-Su dawn-dusk",
        'Mo 10:00-15:00; Tu "by appointment"',
        "Apr-Sep sunrise-20:30",
        "Mo 10:00-11:00, Tu 09:30-11:30",
    ],
)
def test_anything_less_than_certain_gives_no_words(written: str) -> None:
    said = opening.words(written)

    assert said == ""
