from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.rules.numbering import numbered, table_size

IDS = st.lists(st.text("abc-0123456789", min_size=1, max_size=6), unique=True, max_size=200)


@given(ids=IDS, seed=st.randoms())
def test_numbers_follow_from_the_ids_alone(ids: list[str], seed: object) -> None:
    shuffled = sorted(ids, key=lambda _: getattr(seed, "random")())  # noqa: B009  untyped stub

    assert numbered(ids) == numbered(shuffled)


@given(ids=IDS)
def test_every_id_has_its_own_number_in_ascending_order(ids: list[str]) -> None:
    numbers = list(numbered(ids).values())

    assert len(numbers) == len(set(ids))
    assert numbers == sorted(set(numbers))


def test_adding_an_id_moves_few_others() -> None:
    ids = [f"opportunity-{at}" for at in range(3000)]
    before = numbered(ids)

    moved = []
    for new in range(50):
        after = numbered([*ids, f"new-{new}"])
        moved.append(sum(after[identifier] != before[identifier] for identifier in ids))

    assert max(moved) <= 40
    assert sum(moved) / len(moved) < 3


def test_doubling_the_table_keeps_the_order() -> None:
    ids = [f"opportunity-{at}" for at in range(100)]

    few, many = numbered(ids), numbered([*ids, *(f"more-{at}" for at in range(400))])

    assert sorted(ids, key=few.__getitem__) == sorted(ids, key=many.__getitem__)


def test_a_table_has_room_for_twice_as_many() -> None:
    assert [table_size(count) for count in (0, 32, 33, 10_000)] == [64, 64, 128, 32_768]
