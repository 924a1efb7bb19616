"""Publishing file by file, where the folder itself cannot be moved (a mount point, say).

Every new file is written and flushed before the first one changes, then a journal says what will
be moved where, then each is moved in one step. A reader may meet pages of both sites for the
moment that the moves take, and a kill then leaves them so until the next build finishes the
moves: this is the price of a folder that cannot be exchanged, and docs/decisions names it.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.adapters.publishing.disk import Disk, Site
from generator.adapters.publishing.manifest import MANIFEST, read_manifest
from generator.adapters.publishing.staging import bring, flush
from generator.adapters.publishing.survey import Plan
from generator.adapters.publishing.workroom import (
    Workroom,
    close_journal,
    read_journal,
    write_journal,
)
from generator.model.digest import sha256
from generator.model.site_path import parents_of, why_unsafe


def publish_in_place(site: Site, room: Workroom, plan: Plan) -> None:
    """Carry out the plan file by file; until the journal is written nothing has changed."""
    disk = site.disk
    _discard_staged(disk, room)
    disk.make_folder(room.staged)
    digests = {**plan.fresh, MANIFEST: sha256(plan.manifest)}
    moves: dict[str, str] = {}
    for number, path in enumerate([*sorted(plan.fresh), MANIFEST]):
        if path == MANIFEST:
            disk.create(f"{room.staged}/{number}", plan.manifest)
        else:
            bring(disk, plan.made[path], f"{room.staged}/{number}")
        moves[str(number)] = path
    flush(disk, room.staged, moves, ())
    journal: dict[str, object] = {"moves": moves, "digests": digests, "gone": list(plan.gone)}
    write_journal(disk, room, journal)
    _finish(site, room, journal)


def recover_in_place(site: Site, room: Workroom) -> None:
    """Finish the moves that a killed build had begun."""
    journal = read_journal(site.disk, room)
    if journal is not None and "moves" in journal:
        _drop_unsafe(site.disk, site.root, journal, read_manifest(site) or {})
        _finish(site, room, journal)


def _finish(site: Site, room: Workroom, journal: Mapping[str, object]) -> None:
    """Make way, move, clear up: any part of it that is done already is passed over.

    What is gone goes first only where a file has to make way for a folder or a folder for a file;
    otherwise last, so that no page ever points to a file that is not there yet.
    """
    disk, published = site.disk, site.root
    moves = _words(journal.get("moves"))
    gone = [str(path) for path in _list(journal.get("gone"))]
    _make_way(disk, published, gone, moves)
    # The manifest is last: until then the old one rules, and the journal is finished first.
    for number, path in sorted(moves.items(), key=lambda move: int(move[0])):
        if disk.look(f"{room.staged}/{number}") is not None:
            disk.rename(f"{room.staged}/{number}", f"{published}/{path}")
    _remove(disk, published, gone)
    folders = sorted(set(parents_of(moves.values())))
    flush(disk, published, (), [path for path in folders if disk.look(f"{published}/{path}")])
    close_journal(disk, room)
    _discard_staged(disk, room)


def _make_way(disk: Disk, published: str, gone: list[str], moves: Mapping[str, str]) -> None:
    folders = sorted(set(parents_of(moves.values())))
    blocked = {path for path in gone if path in folders}
    for path in moves.values():
        found = disk.look(f"{published}/{path}")
        if found is not None and found.folder:
            blocked |= {name for name in gone if name.startswith(f"{path}/")}
    _remove(disk, published, sorted(blocked))
    for folder in folders:
        if disk.look(f"{published}/{folder}") is None:
            disk.make_folder(f"{published}/{folder}")


def _remove(disk: Disk, published: str, paths: list[str]) -> None:
    """Remove files of ours, then the folders of theirs that nothing is left in."""
    for path in paths:
        found = disk.look(f"{published}/{path}")
        if found is not None and not found.folder:
            disk.remove(f"{published}/{path}")
    for folder in sorted(set(parents_of(paths)), reverse=True):
        found = disk.look(f"{published}/{folder}")
        if found is not None and found.folder and not any(disk.walk(f"{published}/{folder}")):
            disk.remove_folder(f"{published}/{folder}")


def _drop_unsafe(
    disk: Disk, published: str, journal: dict[str, object], old: Mapping[str, str]
) -> None:
    """Leave out of an old journal what would now overwrite or remove a foreign file.

    Somebody may have put a file in a page's way since the build was killed. The page then differs
    from its manifest, so the next build refuses and names the file.
    """
    digests = _words(journal.get("digests"))

    def ours(path: str) -> bool:
        found = disk.look(f"{published}/{path}")
        if path == MANIFEST:
            return True
        if why_unsafe(path):
            return False
        if found is None:
            return all(
                up in gone or _passable(disk, f"{published}/{up}") for up in parents_of([path])
            )
        if found.folder:  # it may make way only if nothing stays in it
            inside = disk.walk(f"{published}/{path}")
            return all(what.folder or f"{path}/{name}" in gone for name, what in inside)
        digest = sha256(disk.read(f"{published}/{path}")) if found.kind == "file" else ""
        return digest in (old.get(path), digests.get(path))

    gone: list[str] = []
    gone.extend(path for path in map(str, _list(journal.get("gone"))) if ours(path))
    moves = _words(journal.get("moves"))
    journal["moves"] = {number: path for number, path in moves.items() if ours(path)}
    journal["gone"] = gone


def _passable(disk: Disk, folder: str) -> bool:
    found = disk.look(folder)
    return found is None or found.folder


def _discard_staged(disk: Disk, room: Workroom) -> None:
    """Remove the staged files, all of them our own."""
    if disk.look(room.staged) is None:
        return
    for path, what in sorted(disk.walk(room.staged), reverse=True):
        if what.folder:
            disk.remove_folder(f"{room.staged}/{path}")
        else:
            disk.remove(f"{room.staged}/{path}")
    disk.remove_folder(room.staged)


def _words(value: object) -> dict[str, str]:
    return {str(key): str(word) for key, word in value.items()} if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
