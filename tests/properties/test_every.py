"""Whatever is typed under ``every`` is understood or answered; nothing else happens."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.schedule import Every
from generator.rules.every import ORDINALS, WEEKDAYS, parse_every

typed = st.lists(
    st.sampled_from([*WEEKDAYS, *ORDINALS, "other", "day", "15th", ",", "and", "17:00-19:00", "9"]),
    max_size=6,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | typed)
@example("٣rd 17:00-19:00")
@example("tuesday ٣٣:00-19:00")
@example("² 17:00-19:00")
def test_any_words_become_a_rule_or_a_message(words: str) -> None:
    answer = parse_every(words)

    assert isinstance(answer, Every) or (answer and not answer.endswith("."))
