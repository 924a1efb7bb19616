"""Have every directory listed in another order than it is, as another file system would."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class _Listing:
    """What os.scandir gives, in reversed order."""

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - as os.scandir takes them
        with _scandir(*arguments) as listing:
            self._entries = iter(sorted(listing, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> _Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def close(self) -> None:
        """Do nothing: the listing was closed when it had been read."""


_scandir = os.scandir
_listdir = os.listdir


def _listed(*arguments: Any) -> list[Any]:  # noqa: ANN401 - as os.listdir takes them
    return sorted(_listdir(*arguments), reverse=True)


@contextmanager
def backward_directories() -> Iterator[None]:
    """List every directory backwards, until this is left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", _Listing)
        patch.setattr(os, "listdir", _listed)
        yield
