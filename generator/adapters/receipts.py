"""What a build came to, kept by what it had before it: with the same again there is nothing to do.

A build without a change is then over before any record is read, and before anything is imported
that reads, draws or writes one. Why times of files and not their contents: docs/decisions/0019.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.artifact import Published
from generator.model.digest import digest
from generator.model.problem import Mark, Problem, Severity

if TYPE_CHECKING:  # the ports know the whole model, which a build with nothing to do does not need
    from generator.ports import Memo

_RACY = 2_000_000_000
"""Nanoseconds within which two changes may bear one time (FAT's clock has steps of 2 s)."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A finished build: its problems, and what it published, as ``Published.digest``."""

    problems: tuple[Problem, ...]
    published: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What a build has before it, by a digest; ``settled`` where all of it is older than a moment.

    What is not settled could change once more and look the same, so that nothing is kept of it.
    Neither is where there are symbolic links: nobody looks at what they lead to.
    """

    digest: str
    settled: bool
    folders: tuple[Path, ...] = ()
    asked: str = ""

    def still_so(self) -> bool:
        """Look again: a file that came while a build went on is in the site and not in this."""
        return look(self.folders, self.asked).digest == self.digest


def look(folders: Sequence[Path], asked: str) -> Sight:
    """Look at everything in these folders; ``asked`` is all else that a build depends on."""
    now = time.time_ns()
    lines: list[str] = []
    newest = 0
    links = False
    for folder in folders:
        lines.append(f"in {folder}")
        for line, changed_at, is_link in _everything(str(folder)):
            lines.append(line)
            newest = max(newest, changed_at)
            links = links or is_link
    settled = newest < now - _RACY and not links
    return Sight(digest("sight", asked, *sorted(lines)), settled, tuple(folders), asked)


def _everything(root: str) -> Iterator[tuple[str, int, bool]]:
    """Yield a line for each thing below a folder, which differs when it does, and its last time.

    With it goes whether it is a symbolic link; those stand for themselves. The time of the last
    change of anything about a file (ctime) is in it besides that of its content, which a program
    can set back.
    """
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(f"{root}/{folder}") as listing:
                for item in listing:
                    what = item.stat(follow_symlinks=False)
                    changed_at = max(what.st_mtime_ns, what.st_ctime_ns)
                    is_folder = item.is_dir(follow_symlinks=False)
                    if is_folder:
                        waiting.append(f"{folder}{item.name}/")
                    facts = "" if is_folder else f"{what.st_size} {what.st_ino} {changed_at}"
                    line = f"{folder}{item.name} {what.st_mode:o} {facts}"
                    yield line, changed_at, item.is_symlink()
        except OSError as fault:
            yield f"{folder} {fault.errno}", 0, False


@dataclass(frozen=True, slots=True)
class Receipts:
    """Receipts in a Memo. ``today`` is given for a time zone, which only the place itself names."""

    memo: Memo
    today: Callable[[str], date]

    def find(self, sight: Sight) -> Receipt | None:
        """Return the receipt of an earlier build that had all this before it, on this day."""
        zone = self.memo.recall(_zone_key(sight))
        kept = self.memo.recall(self._key(sight, zone.decode())) if zone else None
        return _receipt(json.loads(kept)) if kept else None

    def keep(
        self, sight: Sight, zone: str, problems: Sequence[Problem], published: Published
    ) -> None:
        """Keep the receipt of a finished build in a time zone; of what is not settled none is."""
        if sight.settled and sight.still_so():
            value = {
                "problems": [asdict(problem) for problem in problems],
                "published": published.digest,
            }
            self.memo.remember(_zone_key(sight), zone.encode())
            self.memo.remember(self._key(sight, zone), json.dumps(value).encode())

    def _key(self, sight: Sight, zone: str) -> str:
        return digest("receipt", sight.digest, self.today(zone).isoformat())


def _zone_key(sight: Sight) -> str:
    return digest("zone of", sight.digest)


def _receipt(value: dict) -> Receipt:  # type: ignore[type-arg] # JSON of our own
    problems = (
        Problem(
            **{
                **problem,
                "severity": Severity(problem["severity"]),
                "mark": Mark(**problem["mark"]),
            }
        )
        for problem in value["problems"]
    )
    return Receipt(tuple(problems), value["published"])
