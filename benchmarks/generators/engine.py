"""A generator as the benchmark drives it: what starts it, what it leaves, what it is to forget."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measuring import Command


@dataclass(frozen=True, slots=True)
class Engine:
    """One generator with a city laid out for it in ``folder``."""

    name: str
    folder: Path
    command: Sequence[str | Path]
    output: str
    """The built site, within the folder."""

    records: str
    """The folder of opportunities, within the folder."""

    kept: Sequence[str] = ()
    """What it keeps between builds beside its output."""

    server: Sequence[str | Path] = ()
    """What shows the site and builds it again on every save, where that is measured too."""

    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        """The built site."""
        return self.folder / self.output

    @property
    def build(self) -> Command:
        """One build."""
        return Command(self.command, self.folder, self.environment)

    def forget(self) -> None:
        """Leave only what the records and templates are."""
        for name in (self.output, *self.kept):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def record(self, number: int) -> Path:
        """Return an opportunity's file; after the last comes the first again."""
        files = sorted((self.folder / self.records).glob("*.md"))
        return files[number % len(files)]


def add(record: Path, sentence: str) -> None:
    """Add a sentence to a record, in one write."""
    with record.open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}\n")
