"""The published folder: all of a build's files in one step, or none.

The parts are in ``generator.adapters.publishing``; the reasons in
docs/decisions/0007-publishing-by-exchange.md.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from generator.adapters.publishing.beside import publish_beside, recover_beside, search_beside
from generator.adapters.publishing.disk import Disk, Found, Site, not_written
from generator.adapters.publishing.in_place import publish_in_place, recover_in_place
from generator.adapters.publishing.lock import locked
from generator.adapters.publishing.manifest import INNER, MANIFEST, Seen, read_manifest
from generator.adapters.publishing.refusals import refuse_unless_ours
from generator.adapters.publishing.staging import CannotExchange
from generator.adapters.publishing.survey import (
    Plan,
    Survey,
    nothing_published,
    plan,
    survey,
    untouched,
)
from generator.adapters.publishing.tray import DiskTray, put_up
from generator.adapters.publishing.workroom import (
    Workroom,
    open_workroom,
    read_seen,
    write_seen,
)
from generator.model.artifact import File, Published
from generator.model.digest import sha256
from generator.model.site_path import why_unsafe

PATIENCE = 10.0
"""Seconds that a build waits for another one that is publishing to the same folder."""


class FolderPublication:
    """Port Publication over a folder on disk.

    ``content`` is the folder of records, which is never published to; ``label`` is what messages
    call the output folder, by default its last name. One value may publish many times.
    """

    def __init__(
        self,
        output: Path,
        content: Path | None = None,
        *,
        label: str = "",
        disk: Disk | None = None,
        patience: float = PATIENCE,
    ) -> None:
        # The last step is not resolved: whether it is a link is for the refusals to see.
        plain = output.name not in ("", "..")
        self._output = output.parent.resolve() / output.name if plain else output.resolve()
        self._content = content
        self._site = Site(disk or Disk(), str(self._output), label or output.name or str(output))
        self._patience = patience

    def ready(self) -> None:
        """Raise early what ``publish`` would refuse, and finish or undo what a killed build left.

        Worth calling before a build's long work begins; ``publish`` does it again.
        """
        with self._faults_in_one_line(), self._held():
            pass

    @contextmanager
    def tray(self) -> Iterator[DiskTray]:
        """Give a tray for the files of one build, on the disk that they are published to.

        What lies on it is gone when it is left, published or not.
        """
        with ExitStack() as stack:
            with self._faults_in_one_line(), self._locked() as room:
                tray = put_up(self._site.disk, room, self._site.label, stack)
            yield tray

    def standing(self) -> tuple[str, Mapping[str, str]]:
        """Return ``Published.digest`` of what is published, and its files with their digests.

        Only files that are as they were written; nothing where nothing is published.
        """
        with self._faults_in_one_line(), self._locked() as room:
            if nothing_published(self._site):
                return "", {}
            manifest = sha256(self._site.disk.read(f"{self._site.root}/{MANIFEST}"))
            seen, wanted = read_seen(self._site.disk, room), read_manifest(self._site) or {}
            if untouched(self._site, wanted, seen) is not None:
                return manifest, wanted
            return manifest, survey(self._site, seen).ours

    def stands(self, digest: str) -> int | None:
        """Return how many files are published, where they are those of ``Published.digest``.

        None where a file of ours is missing or was changed since, or where another site stands.
        """
        with self._faults_in_one_line(), self._locked() as room:
            manifest = self._site.disk.look(f"{self._site.root}/{MANIFEST}")
            if manifest is None:
                return None
            if sha256(self._site.disk.read(f"{self._site.root}/{MANIFEST}")) != digest:
                return None
            seen, wanted = read_seen(self._site.disk, room), read_manifest(self._site) or {}
            now = time.time_ns()
            if (read := untouched(self._site, wanted, seen)) is not None:
                if read:  # next time these need not be read again
                    with suppress(OSError):
                        write_seen(self._site.disk, room, Seen(now, seen.files))
                return len(wanted)
            there = survey(self._site, seen)
            if there.read:  # just after a build, when a change could still bear the same time
                self._note_seen(room, there.ours, there.found, there.taken_at)
            return len(there.ours) if there.missing == 0 else None

    def publish(self, artifacts: Sequence[File]) -> Published:
        """Make the folder hold exactly these files and those that are not ours.

        Raises Refused where the folder is not ours to write or a foreign file is in the way, Fault
        where the disk fails; in both cases what was published before is still there, whole.
        """
        for artifact in artifacts:
            if reason := why_unsafe(artifact.path):
                raise ValueError(f"{artifact.path!r}: {reason}")  # the write stage lets none pass
        with self._faults_in_one_line(), self._held() as (room, leftover):
            seen = read_seen(self._site.disk, room)
            there = survey(self._site, seen)
            if leftover and search_beside(self._site, room, there):
                there = survey(self._site, seen)
            planned = plan(self._site, there, artifacts)
            if planned.changed or nothing_published(self._site):
                self._carry_out(room, there, planned)
            ours = {**planned.kept, **planned.fresh}
            kept = self._as_surveyed(there, planned)
            sizes = self._note_seen(room, ours, kept, there.taken_at)
            largest = max(sizes.items(), key=lambda it: (it[1], it[0]), default=("", 0))
            return replace(planned.published, total=sum(sizes.values()), largest=largest)

    @contextmanager
    def _held(self) -> Iterator[tuple[Workroom, bool]]:
        """Hold the folder against other builds, with nothing half done by a killed one.

        With the workroom goes whether a tree stands in it that was published before.
        """
        with self._locked() as room:
            leftover = False
            if self._site.disk.look(self._inner.folder) is not None:
                recover_in_place(self._site, self._inner)
            if room != self._inner:
                leftover = recover_beside(self._site, room)
            # Again under the lock: another build may have published while this one waited.
            refuse_unless_ours(self._site, self._content)
            yield room, leftover

    @contextmanager
    def _locked(self) -> Iterator[Workroom]:
        """Hold the folder against other builds, as it is: enough for who only looks."""
        refuse_unless_ours(self._site, self._content)
        self._output.parent.mkdir(parents=True, exist_ok=True)
        room = self._room()
        open_workroom(self._site, room)
        with locked(room.lock, self._site.label, self._patience):
            yield room

    @property
    def _inner(self) -> Workroom:
        return Workroom(f"{self._site.root}/{INNER}")

    def _room(self) -> Workroom:
        """Beside the folder, on its own disk; inside it where it is a disk of its own."""
        parent = str(self._output.parent)
        here, above = self._site.disk.look(self._site.root), self._site.disk.look(parent)
        mounted = here is not None and above is not None and here.device != above.device
        if mounted or (here is not None and not os.access(parent, os.W_OK)):
            return self._inner
        return Workroom(f"{parent}/.{self._output.name}.doorstep")

    def _carry_out(self, room: Workroom, there: Survey, planned: Plan) -> None:
        if room == self._inner:
            publish_in_place(self._site, room, planned)
            return
        try:
            publish_beside(self._site, room, there, planned)
        except CannotExchange:
            self._in_place_after_all(planned)

    def _in_place_after_all(self, planned: Plan) -> None:
        if self._site.disk.look(self._site.root) is None:
            self._site.disk.make_folder(self._site.root)
        open_workroom(self._site, self._inner)
        publish_in_place(self._site, self._inner, planned)

    def _as_surveyed(self, there: Survey, planned: Plan) -> Mapping[str, Found]:
        """Return what is kept as it was surveyed; nothing where a disk without links had it copied.

        One file tells: looking at each again would take as long as the survey.
        """
        kept = {path: there.found[path] for path in planned.kept}
        first = next(iter(kept), "")
        now = self._site.disk.look(f"{self._site.root}/{first}") if first else None
        return kept if first and kept[first].same_file(now) else {}

    def _note_seen(
        self,
        room: Workroom,
        ours: Mapping[str, str],
        surveyed: Mapping[str, Found],
        taken_at: int,
    ) -> Mapping[str, int]:
        """Note what our files look like, and return how large they are.

        What was ``surveyed`` is noted as it was then; where that is no longer so, the next survey
        reads it. It reads, too, what bears a time after ``taken_at``, that survey's beginning, or
        just before it. That it cannot be noted undoes no publication.
        """
        files = {}
        with suppress(OSError):
            for path, digest in ours.items():
                found = surveyed.get(path) or self._site.disk.look(f"{self._site.root}/{path}")
                if found is not None:
                    files[path] = (found.size, found.changed_at, found.inode, digest)
            write_seen(self._site.disk, room, Seen(taken_at, files))
        return {path: size for path, (size, *_rest) in files.items()}

    @contextmanager
    def _faults_in_one_line(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise not_written(self._site.label, fault) from fault
