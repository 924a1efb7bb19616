"""What the last build made of what, kept in a Memo by what it published.

Both belong together: what was made is of use only while its files stand, and a folder that is
published to by turns from two places then has the history of whichever was there last.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from generator.model.artifact import Published
from generator.model.digest import digest
from generator.model.history import History, Made
from generator.model.page import Listing
from generator.model.tracing import Read
from generator.ports import Memo

Standing = Callable[[], tuple[str, Mapping[str, str]]]


class NoArchive:
    """Port Archive that knows and keeps nothing."""

    def recall(self) -> History:
        """Return an empty History."""
        return History()

    def keep(self, made: Sequence[Made], published: Published) -> None:
        """Forget it."""


@dataclass(frozen=True, slots=True)
class MemoArchive:
    """Port Archive. ``drawn_by`` stands for the program and for the words of its themes."""

    memo: Memo
    drawn_by: str
    standing: Standing

    def recall(self) -> History:
        """Return what the published site was made of; an empty History where that is not known."""
        published, files = self.standing()
        known = self.memo.recall(self._key(published)) if published else None
        if known is None:
            return History(standing=files)
        return History(dict(_all(_made_from(json.loads(known)))), files)

    def keep(self, made: Sequence[Made], published: Published) -> None:
        """Keep what a site that has just been published was made of."""
        self.memo.remember(self._key(published.digest), json.dumps(_as_json(made)).encode())

    def _key(self, published: str) -> str:
        return digest("archive", self.drawn_by, published)


@dataclass(slots=True)
class HeldArchive:
    """Port Archive that holds what was made last, for who publishes again and again.

    Writing it down is a second's work for ten thousand records: ``close`` does, once.
    """

    archive: MemoArchive
    _made: Sequence[Made] = ()
    _published: Published | None = None

    def recall(self) -> History:
        """Return what the published site was made of; an empty History where that is not known."""
        if self._published is None:
            return self.archive.recall()
        published, files = self.archive.standing()
        if published != self._published.digest:
            return self.archive.recall()
        return History(dict(_all(self._made)), files)

    def keep(self, made: Sequence[Made], published: Published) -> None:
        """Hold what a site that has just been published was made of."""
        self._made, self._published = made, published

    def close(self) -> None:
        """Keep it for who comes after."""
        if self._published is not None:
            self.archive.keep(self._made, self._published)


def _all(made: Iterable[Made]) -> Iterable[tuple[str, Made]]:
    for one in made:
        yield one.key, one
        yield from _all(one.within)


def _as_json(made: Sequence[Made]) -> dict[str, object]:
    """Return plain lists; what is read many times is written once and told by its number."""
    numbers: defaultdict[Read, int] = defaultdict(count().__next__)
    rows = [_row(one, numbers) for one in made]
    return {"reads": list(numbers), "made": rows}


def _row(made: Made, numbers: Mapping[Read, int]) -> list[object]:
    return [
        made.key,
        [*map(numbers.__getitem__, made.reads)],
        made.sum,
        made.view,
        made.files,
        [(it.canonical, it.language, it.alternates, it.source) for it in made.listings],
        made.templates,
        [_row(within, numbers) for within in made.within],
    ]


def _made_from(value: dict) -> list[Made]:  # type: ignore[type-arg] # JSON of our own
    reads = [(name, tuple(key) if isinstance(key, list) else key) for name, key in value["reads"]]
    return [_from_row(row, reads) for row in value["made"]]


def _from_row(row: list, reads: Sequence[Read]) -> Made:  # type: ignore[type-arg] # as above
    key, read, total, view, files, listings, templates, within = row
    return Made(
        key,
        tuple(map(reads.__getitem__, read)),
        total,
        view,
        tuple((path, its, source) for path, its, source in files),
        tuple(
            Listing(canonical, language, tuple((tag, url) for tag, url in alternates), source)
            for canonical, language, alternates, source in listings
        ),
        tuple(templates),
        tuple(_from_row(one, reads) for one in within),
    )
