"""The nearest right name to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_MOST_NAMES = 14
MOST_HINTS = 20
"""Of one record: among 10,000 names each takes 20 ms to find, and a record has room for thousands
of wrong ones. Whoever wrote so many made one mistake, not many."""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """Return ``; did you mean "robotics-1"?`` to be put behind a message, or "" if none is near."""
    near = get_close_matches(word.lower(), sorted(set(names)), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def one_of(word: str, names: Iterable[str]) -> str:
    """Return ``; expected one of a, b, c`` with the nearest name asked for besides.

    A list too long to be read is left out where there is a nearest name.
    """
    every = list(names)
    near = did_you_mean(word, every)
    if near and len(every) > _MOST_NAMES:
        return near
    listed = ", ".join(every[: 3 * _MOST_NAMES])
    return f"; expected one of {listed}" + near if every else near


@dataclass(slots=True)
class Hints:
    """Nearest names for the mistakes of one record: the first few get one, the others none."""

    left: int = MOST_HINTS

    def did_you_mean(self, word: str, names: Iterable[str]) -> str:
        """Return what ``did_you_mean`` says, or "" where enough has been said."""
        if not self.left:
            return ""
        self.left -= 1
        return did_you_mean(word, names)
