from __future__ import annotations

import collections
import itertools
import re
import signal
import threading
import time

import pytest

from generator.adapters.deadline import AGAIN, TookTooLong, deadline


def test_work_within_its_time_is_left_alone() -> None:
    with deadline(5):
        made = sum(range(1000))

    assert made == 499500
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_work_that_would_never_end_is_stopped() -> None:
    with pytest.raises(TookTooLong), deadline(0.1):
        collections.deque((1 for _ in itertools.repeat(1)), maxlen=0)


def test_a_pattern_that_tries_everything_is_stopped() -> None:
    with pytest.raises(TookTooLong), deadline(0.1):
        re.match(r"(a+)+$", "a" * 60 + "b")


def work_for_ever(*, dropping: int) -> int:
    """Work on however often it is stopped, up to ``dropping`` times, as a callback of C does."""
    for dropped in range(dropping):
        try:
            collections.deque((1 for _ in itertools.repeat(1)), maxlen=0)
        except TookTooLong:
            continue
        return dropped
    return sum(1 for _ in itertools.repeat(1))


def test_work_that_drops_what_is_raised_in_it_is_stopped_all_the_same() -> None:
    begun = time.process_time()

    with pytest.raises(TookTooLong), deadline(0.05):
        work_for_ever(dropping=2)

    # The timer counts whole ticks, of which a process that shares its core may have had a part.
    assert time.process_time() - begun > 0.75 * (0.05 + 2 * AGAIN)


def test_waiting_costs_nothing() -> None:
    with deadline(0.05):
        time.sleep(0.2)


def test_no_signal_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGVTALRM)

    with pytest.raises(ZeroDivisionError), deadline(5):
        raise ZeroDivisionError

    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_other_threads_work_without_a_limit() -> None:
    made: list[int] = []

    def work() -> None:
        with deadline(0.001):
            made.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert made == [4999950000]
