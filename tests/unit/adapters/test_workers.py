from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.adapters.workers import MAY_GROW, ForkedWorkers, SerialWorkers, workers
from generator.model.fault import Fault


def doubled(number: int) -> int:
    return 2 * number


def place_of_work(number: int) -> tuple[int, int]:
    return number, os.getpid()


def odd_ones_fail(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number


def dies(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def place_of_work_after(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def fills_memory(size: int) -> int:
    held = bytearray(size)
    held[::4096] = b"x" * len(held[::4096])
    return os.getpid()


class Unsendable(Exception):
    def __init__(self, number: int) -> None:
        super().__init__(f"told {number}")


def fails_oddly(number: int) -> int:
    raise Unsendable(number)


def sleeps(seconds: float) -> int:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(seconds)
    return os.getpid()


@pytest.fixture(scope="module")
def two() -> ForkedWorkers:
    return ForkedWorkers(2, worth_it=1)


def test_results_do_not_depend_on_the_count(two: ForkedWorkers) -> None:
    for items in ([], [7], list(range(101))):
        assert two.map(doubled, items) == SerialWorkers().map(doubled, items)


def test_work_is_done_in_other_processes(two: ForkedWorkers) -> None:
    made = two.map(place_of_work, list(range(50)))

    assert [number for number, _ in made] == list(range(50))
    assert os.getpid() not in {process for _, process in made}


def test_little_work_is_done_here() -> None:
    made = ForkedWorkers(2).map(place_of_work, [1, 2])

    assert {process for _, process in made} == {os.getpid()}


def test_work_and_items_are_not_sent_anywhere(two: ForkedWorkers) -> None:
    known = {"a": 1, "b": 2}
    items = [lambda: known["a"], lambda: known["b"]]

    assert two.map(lambda ask: ask(), items) == [1, 2]


def test_large_pieces_are_handed_out_one_by_one(two: ForkedWorkers) -> None:
    begun = time.monotonic()
    made = two.map(place_of_work_after, [0.4, *[0.0] * 99], single=True)

    first = made[0]
    assert made.count(first) == 1  # nothing waited behind the long one in the same hands
    assert time.monotonic() - begun < 5


def test_few_large_pieces_are_shared_out_too() -> None:
    made = ForkedWorkers(2).map(place_of_work_after, [0.2, 0.2], single=True)

    assert len({*made, os.getpid()}) == 3


def test_worker_that_has_grown_is_followed_by_another() -> None:
    made = ForkedWorkers(2).map(fills_memory, [MAY_GROW + 2**25, *[0] * 40], single=True)

    grown, others = made[0], made[1:]
    assert grown not in others
    assert len({*others}) <= 2


def test_worker_that_has_grown_goes_on_where_others_wait_behind_it(two: ForkedWorkers) -> None:
    made = two.map(fills_memory, [MAY_GROW + 2**25, *[0] * 40])

    assert made.count(made[0]) > 1


def test_each_result_is_taken_in_as_it_comes(two: ForkedWorkers) -> None:
    for pool in (two, SerialWorkers()):
        taken: list[int] = []

        def kept(number: int, taken: list[int] = taken) -> int:
            taken.append(number)
            return -number

        assert pool.map(doubled, [1, 2, 3], taken=kept) == [-2, -4, -6]
        assert sorted(taken) == [2, 4, 6]


def test_exception_that_cannot_be_sent_says_the_same(two: ForkedWorkers) -> None:
    with pytest.raises(RuntimeError, match=r"^Unsendable: told 3$"):
        two.map(fails_oddly, [3, 4])


def test_first_exception_in_order_comes_through(two: ForkedWorkers) -> None:
    with pytest.raises(ValueError, match=r"^1 is odd$"):
        two.map(odd_ones_fail, list(range(100)))

    assert two.map(doubled, [1, 2]) == [2, 4]


def test_worker_that_is_killed_is_a_fault_and_the_next_work_is_done() -> None:
    pool = ForkedWorkers(2, worth_it=1)
    with pytest.raises(Fault, match="worker process ended"):
        pool.map(dies, list(range(8)))

    assert pool.map(doubled, [1, 2]) == [2, 4]


def test_one_job_needs_no_processes() -> None:
    assert isinstance(workers(1), SerialWorkers)
    assert isinstance(workers(2), ForkedWorkers)


def test_workers_of_a_killed_build_end(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(
        "from generator.adapters.workers import ForkedWorkers\n"
        "from tests.unit.adapters.test_workers import sleeps\n"
        "ForkedWorkers(2, worth_it=1).map(sleeps, [1.0] * 40)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}

    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment
    ) as build:
        assert build.stdout is not None
        processes = [int(build.stdout.readline()) for _ in range(2)]
        build.kill()
    deadline = time.monotonic() + 20
    while any(map(alive, processes)) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert processes
    assert not any(map(alive, processes))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
