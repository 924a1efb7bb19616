"""The folder in which a site is got ready: lock, journal, and the tree that is next."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass

from generator.adapters.publishing.disk import Disk, Site
from generator.adapters.publishing.manifest import Seen, seen_bytes, seen_from
from generator.model.fault import Refused

_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Workroom:
    """Where things stand in the workroom. Losing it while no build runs loses only time."""

    folder: str

    @property
    def lock(self) -> str:
        """Locked by whoever publishes."""
        return f"{self.folder}/lock"

    @property
    def staged(self) -> str:
        """The site of the build before last, or the next one while it is being made."""
        return f"{self.folder}/next"

    @property
    def previous(self) -> str:
        """Where the published folder stands between two renames."""
        return f"{self.folder}/previous"

    @property
    def journal(self) -> str:
        """What is under way; absent while nothing is."""
        return f"{self.folder}/journal"

    @property
    def seen(self) -> str:
        """What published files looked like."""
        return f"{self.folder}/seen"

    @property
    def trays(self) -> str:
        """Folders of builds that are under way, with their finished files."""
        return f"{self.folder}/trays"

    @property
    def kept(self) -> str:
        """Foreign files that had no place to go back to."""
        return f"{self.folder}/kept"


def open_workroom(site: Site, room: Workroom) -> None:
    """Make the workroom, readable by its owner alone: what it holds is not published yet."""
    disk = site.disk
    found = disk.look(room.folder)
    if found is not None and not found.folder:
        raise Refused(f"the folder beside {site.label} that Doorstep works in is a file or a link")
    if found is None:
        with suppress(FileExistsError):  # another build was quicker
            disk.make_folder(room.folder, _PRIVATE)
    if disk.look(f"{room.folder}/.gitignore") is None:
        with suppress(FileExistsError):
            disk.create(f"{room.folder}/.gitignore", b"*\n")


def write_note(disk: Disk, path: str, content: bytes, *, lasting: bool) -> None:
    """Write a file of the workroom, whole or not at all; ``lasting`` survives a loss of power."""
    draft = f"{path}.draft"
    if disk.look(draft) is not None:
        disk.remove(draft)
    disk.create(draft, content)
    if lasting:
        disk.flush(draft)
    disk.rename(draft, path)
    if lasting:
        disk.flush(path.rpartition("/")[0])


def read_journal(disk: Disk, room: Workroom) -> dict[str, object] | None:
    """Return what was under way when a build was interrupted, or None."""
    if disk.look(room.journal) is None:
        return None
    try:
        value = json.loads(disk.read(room.journal))
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def write_journal(disk: Disk, room: Workroom, value: dict[str, object]) -> None:
    """Say what is under way, before it is."""
    write_note(disk, room.journal, json.dumps(value).encode(), lasting=True)


def close_journal(disk: Disk, room: Workroom) -> None:
    """Say that nothing is under way."""
    if disk.look(room.journal) is not None:
        disk.remove(room.journal)


def read_seen(disk: Disk, room: Workroom) -> Seen:
    """Return what files looked like after the last build, as far as that is known."""
    found = disk.look(room.seen)
    return seen_from(disk.read(room.seen)) if found is not None and found.kind == "file" else Seen()


def write_seen(disk: Disk, room: Workroom, seen: Seen) -> None:
    """Note what files look like now; a torn or lost note costs only reading them again."""
    write_note(disk, room.seen, seen_bytes(seen), lasting=False)
