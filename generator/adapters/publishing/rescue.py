"""Giving back what somebody else put into a tree while it was exchanged.

Between the survey and the exchange a person, or a program of theirs, may still write into the
published folder; and a shell whose working folder was the published one stands in the other tree
afterwards. Whatever is found there that we did not write goes back to the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.adapters.publishing.disk import Disk, Found, Site
from generator.adapters.publishing.manifest import is_bookkeeping, read_manifest
from generator.adapters.publishing.workroom import Workroom
from generator.model.digest import sha256
from generator.model.fault import Refused
from generator.model.site_path import parents_of


def rescue(
    site: Site,
    room: Workroom,
    *,
    beside: Mapping[str, Found] = MappingProxyType({}),
    settled: Mapping[str, Found] = MappingProxyType({}),
) -> bool:
    """Leave in the tree that is not published only what is ours; give the rest back to the site.

    Say whether anything was given back. ``beside`` is what was just seen in the site. ``settled``
    are files that were ours in this tree when it was last surveyed: as they were, they still are.
    """
    disk = site.disk
    try:
        ours = read_manifest(Site(disk, room.staged, "")) or {}
        published = read_manifest(site) or {}
    except Refused:
        _set_aside(disk, room, room.staged)  # nothing says whose it is: keep it all
        return False
    gave = False

    def plain(path: str, what: Found) -> bool:
        """Say whether it is ours beyond doubt: nearly all of them are."""
        if what.folder or what == settled.get(path):
            return True
        return path in ours and path in published and what.same_file(beside.get(path))

    doubtful = [(path, what) for path, what in disk.walk(room.staged) if not plain(path, what)]
    for path, what in sorted(doubtful):
        if is_bookkeeping(path):
            continue
        here = f"{room.staged}/{path}"
        there = beside.get(path) or disk.look(f"{site.root}/{path}")
        if what.same_file(there):
            # A page that somebody changed is theirs now, though the older manifest has its name.
            if path not in ours or path not in published:
                disk.remove(here)
        elif not _ours(disk, here, what, ours.get(path)):
            _give_back(site, room, path, what, is_page=path in published)
            gave = True
    return gave


def _ours(disk: Disk, path: str, what: Found, digest: str | None) -> bool:
    return digest is not None and what.kind == "file" and sha256(disk.read(path)) == digest


def _give_back(site: Site, room: Workroom, path: str, what: Found, *, is_page: bool) -> None:
    """Put a foreign file where it was; where something else is, the newer of two foreign ones.

    Not where a page is to be: one that somebody changed, which changed it here too, and then took
    out of the way as they were asked to, would be in the way again.
    """
    here, there = f"{room.staged}/{path}", site.disk.look(f"{site.root}/{path}")
    older = there is not None and (there.folder or there.changed_at > what.changed_at)
    if is_page or older or not _folders_for(site, path):
        _set_aside(site.disk, room, here)
    else:
        site.disk.rename(here, f"{site.root}/{path}")


def _folders_for(site: Site, path: str) -> bool:
    for folder in sorted(parents_of([path])):
        found = site.disk.look(f"{site.root}/{folder}")
        if found is None:
            site.disk.make_folder(f"{site.root}/{folder}")
        elif not found.folder:
            return False
    return True


def _set_aside(disk: Disk, room: Workroom, path: str) -> None:
    """Keep a file that has no place to go back to, for its owner to find."""
    if disk.look(room.kept) is None:
        disk.make_folder(room.kept)
    name = path.rpartition("/")[2]
    number = 1
    while disk.look(f"{room.kept}/{number}-{name}") is not None:
        number += 1
    disk.rename(path, f"{room.kept}/{number}-{name}")
