"""What was made before of values that are here again: found, or made afresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

Given = TypeVar("Given")
Key = TypeVar("Key")
Result = TypeVar("Result")


class Recollection(Protocol):
    """Results of pure functions as the objects they are, by ``what`` was done with what was given.

    A value that equals the one given before under the same key has the same result; those of one
    ``what`` that are not given again are forgotten. Losing all of it loses only time.
    """

    def all(
        self,
        what: str,
        given: Mapping[Key, Given],
        around: object,
        work: Callable[[Sequence[Given]], Sequence[Result]],
    ) -> Sequence[Result]:
        """Return the result for each value given, in their order.

        ``work`` is asked once for those that are not known. ``around`` is all else that it reads:
        where it differs, nothing is known.
        """

    def one(self, what: str, given: Given, work: Callable[[Given], Result]) -> Result:
        """Return ``work(given)``, which reads nothing else."""


class Afresh:
    """A Recollection for who builds once: nothing is known, all is made."""

    def all(
        self,
        what: str,  # noqa: ARG002 - the protocol's argument
        given: Mapping[Key, Given],
        around: object,  # noqa: ARG002 - as above
        work: Callable[[Sequence[Given]], Sequence[Result]],
    ) -> Sequence[Result]:
        """Return what comes of each."""
        return work(list(given.values()))

    def one(self, what: str, given: Given, work: Callable[[Given], Result]) -> Result:  # noqa: ARG002 - as above
        """Return what comes of it."""
        return work(given)


AFRESH = Afresh()
