from __future__ import annotations

from generator.rules.suggestions import MOST_HINTS, Hints, did_you_mean, one_of
from tests.support.calls import calls_made

NAMES = [f"opportunity-number-{number}" for number in range(10_000)]


def test_nearest_name_is_asked_about() -> None:
    assert did_you_mean("robotcs-1", ["robotics-1", "reading"]) == '; did you mean "robotics-1"?'
    assert did_you_mean("xyz", ["robotics-1"]) == ""


def test_few_names_are_listed_and_many_are_not() -> None:
    assert one_of("a", ["b", "c"]) == "; expected one of b, c"
    assert one_of("opportunity-number-x", NAMES[:20]).startswith("; did you mean")


def test_thousands_of_wrong_names_in_one_record_are_not_each_sought() -> None:
    hints = Hints()

    said = [hints.did_you_mean(f"opportunity-number-{n}x", NAMES) for n in range(2_000)]

    assert all(said[:MOST_HINTS])
    assert not any(said[MOST_HINTS:])
    assert calls_made(lambda: hints.did_you_mean("opportunity-number-1x", NAMES)) < 10
