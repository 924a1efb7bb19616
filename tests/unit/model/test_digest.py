from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.digest import digest

parts = st.lists(st.text(st.characters(categories=None)) | st.binary(), max_size=4)


@given(parts, parts)
def test_digests_are_equal_only_where_the_parts_are(
    one: list[str | bytes], other: list[str | bytes]
) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_where_one_part_ends_matters() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest(b"ab", "c")}) == 4


def test_digest_is_the_same_in_every_process() -> None:
    assert digest("record", b"\x00") == (
        "bae92666194a03045547a405b6636b08d4d366d2499a0968fd9512a352187486"
    )
