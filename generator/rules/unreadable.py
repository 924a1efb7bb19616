"""Why a value cannot be read."""

from __future__ import annotations

LONGEST_SHOWN = 60


class Unreadable(Exception):
    """A value that its shape cannot hold: ``code`` and a message, for whoever knows the mark."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def shown(text: str) -> str:
    """Return a value as a message may show it: short, and on one line."""
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= LONGEST_SHOWN else tidy[: LONGEST_SHOWN - 1] + "…"
