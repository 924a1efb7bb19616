from __future__ import annotations

import pytest

from generator.rules.cycles import rings


@pytest.mark.parametrize(
    ("leads_to", "found"),
    [
        ({}, ()),
        ({"a": ("b",), "b": ("c",)}, ()),
        ({"a": ("b", "c"), "b": ("d",), "c": ("d",)}, ()),
        ({"a": ("a",)}, (("a",),)),
        ({"c": ("a",), "a": ("b",), "b": ("c",)}, (("a", "b", "c"),)),
        ({"x": ("b",), "b": ("c",), "c": ("b",)}, (("b", "c"),)),
        ({"a": ("b",), "b": ("a",), "c": ("d",), "d": ("c",)}, (("a", "b"), ("c", "d"))),
        ({"a": ("nowhere",)}, ()),
    ],
)
def test_each_ring_is_found_once(
    leads_to: dict[str, tuple[str, ...]], found: tuple[tuple[str, ...], ...]
) -> None:
    assert rings(leads_to) == found


def test_chain_of_ten_thousand_is_no_ring() -> None:
    assert rings({f"{number:05}": (f"{number + 1:05}",) for number in range(10_000)}) == ()


def test_ring_of_ten_thousand_is_one() -> None:
    count = 10_000

    found = rings({f"{number:05}": (f"{(number + 1) % count:05}",) for number in range(count)})

    assert [len(ring) for ring in found] == [count]
