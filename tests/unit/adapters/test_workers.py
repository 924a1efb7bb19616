from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters.workers import ProcessWorkers, SerialWorkers, workers
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


@pytest.fixture(scope="module")
def two() -> Iterator[ProcessWorkers]:
    with ProcessWorkers(2, worth_it=1) as pool:
        yield pool


def test_results_do_not_depend_on_the_count(two: ProcessWorkers) -> None:
    for items in ([], [7], list(range(101))):
        assert two.map(doubled, items) == SerialWorkers().map(doubled, items)


def test_work_is_done_in_other_processes(two: ProcessWorkers) -> None:
    made = two.map(place_of_work, list(range(50)))

    assert [number for number, _ in made] == list(range(50))
    assert os.getpid() not in {process for _, process in made}


def test_little_work_is_done_here() -> None:
    with ProcessWorkers(2) as pool:
        assert {process for _, process in pool.map(place_of_work, [1, 2])} == {os.getpid()}


def test_first_exception_in_order_comes_through(two: ProcessWorkers) -> None:
    with pytest.raises(ValueError, match=r"^1 is odd$"):
        two.map(odd_ones_fail, list(range(100)))

    assert two.map(doubled, [1, 2]) == [2, 4]


def test_worker_that_is_killed_is_a_fault_and_the_next_work_is_done() -> None:
    with ProcessWorkers(2, worth_it=1) as pool:
        with pytest.raises(Fault, match="worker process ended"):
            pool.map(dies, list(range(8)))

        assert pool.map(doubled, [1, 2]) == [2, 4]


def test_one_job_needs_no_processes() -> None:
    assert isinstance(workers(1), SerialWorkers)
    assert isinstance(workers(2), ProcessWorkers)


def test_workers_of_a_killed_build_end(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(
        "from generator.adapters.workers import ProcessWorkers\n"
        "from tests.unit.adapters.test_workers import place_of_work\n"
        "import time\n"
        "if __name__ == '__main__':\n"
        "    pool = ProcessWorkers(2, worth_it=1)\n"
        "    print(*{process for _, process in pool.map(place_of_work, list(range(50)))})\n"
        "    print(flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}

    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment
    ) as build:
        assert build.stdout is not None
        processes = [int(word) for word in build.stdout.readline().split()]
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
