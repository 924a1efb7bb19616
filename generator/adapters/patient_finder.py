"""Asking a network geocoder politely: pauses, retries, limits, and when to give up.

Our own loop. geopy's RateLimiter returns None for an error, which then looks like "no such
address" and would be remembered as one; and it knows nothing of other processes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from generator.adapters.turnstile import Turnstile
from generator.model.fault import Fault, Stopped
from generator.model.location import Bounds, Candidate

LONGEST_FAILURE = 60.0
"""Seconds of nothing but failure after which a run stops."""

MOST_RETRIES = 2
_FIRST_PAUSE = 2.0


class Trouble(Exception):  # not a Fault: none of these may leave this room unhandled
    """One request that brought no answer.

    ``again`` says that another try may help, ``wait`` how many seconds the service asked for
    first, ``stop`` that nothing at all may be asked any more.
    """

    def __init__(
        self, reason: str, *, again: bool = False, wait: float | None = None, stop: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.wait = wait
        self.stop = stop


class Service(Protocol):
    """Something that answers one question with one request, or raises Trouble."""

    @property
    def name(self) -> str:
        """The kind of service and its host."""

    def ask(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        """Return what was found, best first; empty where the service knows that it has nothing."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Clock and sleep, so that a test need not wait. ``clock`` never goes back."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class PatientFinder:
    """The port AddressFinder over a service. One object is one run: it counts what it has asked."""

    def __init__(
        self, service: Service, turnstile: Turnstile, limit: int, pace: Pace = Pace()
    ) -> None:
        self._service = service
        self._turnstile = turnstile
        self._limit = limit
        self._pace = pace
        self._asked = 0
        self._failing_since: float | None = None

    @property
    def source(self) -> str:
        """The service and its host, as ``geocodes.yaml`` names them."""
        return self._service.name

    def find(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        """Return what the service has in the box; see the port."""
        for retry in range(MOST_RETRIES + 1):
            try:
                found = self._ask_once(question, bounds)
            except Trouble as trouble:
                self._failed(trouble)
                if not trouble.again or retry == MOST_RETRIES:
                    raise Fault(f"{self.source}: {trouble.reason}") from None
                self._pause(trouble, _FIRST_PAUSE * 2**retry)
            else:
                self._failing_since = None
                return tuple(one for one in found if bounds.contains(one.location))
        raise AssertionError("the last retry returns or raises")

    def _ask_once(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        if self._asked >= self._limit:
            raise Stopped(
                f"{self.source} was asked {self._limit} times, the limit of one run: run again "
                "for the rest"
            )
        with self._turnstile.passing():
            self._asked += 1
            return self._service.ask(question, bounds)

    def _failed(self, trouble: Trouble) -> None:
        if self._failing_since is None:
            self._failing_since = self._pace.clock()
        if trouble.stop:
            raise Stopped(f"{self.source}: {trouble.reason}") from None
        if self._failing_for(0) >= LONGEST_FAILURE:
            raise Stopped(self._worn_out(trouble)) from None

    def _pause(self, trouble: Trouble, usual: float) -> None:
        """Wait before the next try, unless the wait alone would use up the patience."""
        wait = usual if trouble.wait is None else trouble.wait
        if self._failing_for(wait) >= LONGEST_FAILURE:
            asked = f"{self.source} asks for a pause of {wait:.0f} seconds: try again later"
            raise Stopped(self._worn_out(trouble) if trouble.wait is None else asked)
        self._pace.sleep(wait)

    def _failing_for(self, wait: float) -> float:
        """Return how long nothing but failure will have come, after so much more waiting."""
        now = self._pace.clock()
        return now + wait - (now if self._failing_since is None else self._failing_since)

    def _worn_out(self, trouble: Trouble) -> str:
        return (
            f"{self.source} has given nothing but failure for {LONGEST_FAILURE:.0f} seconds: "
            f"{trouble.reason}"
        )
