"""Bringing the tree of the build before last up to date, beside the published one.

A file that does not change is one file with two names, one in each tree: nothing is written for
it, its time stays, and a foreign file that somebody changes in place changes in both.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from contextlib import suppress

from generator.adapters.publishing.disk import Disk, Found, Site
from generator.adapters.publishing.manifest import MANIFEST
from generator.adapters.publishing.survey import Plan, Survey
from generator.model.artifact import Artifact, Laid
from generator.model.site_path import parents_of

_FEW = 40
"""Up to so many flushes one by one; beyond, one flush of the file system is quicker."""

_NO_LINK = frozenset(
    {errno.EPERM, errno.EACCES, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS}
)


class CannotExchange(Exception):
    """The folder cannot be published by exchange; it has to be done in place."""


def bring_up_to_date(site: Site, staged: str, there: Survey, plan: Plan) -> None:
    """Make ``staged`` what the published folder is to be, foreign files included, and flush it.

    Whatever ``staged`` held, were it the leavings of a killed build, is kept only where it is the
    very file that is published.
    """
    disk = site.disk
    carried = {path for path in plan.foreign if not there.found[path].folder} | plan.kept.keys()
    folders = set(parents_of([*carried, *plan.fresh]))
    folders |= {path for path in plan.foreign if there.found[path].folder}
    folders |= set(parents_of(folders))
    right, standing = _clear(disk, staged, there, carried, folders)
    _make_folders(disk, staged, there, folders - standing.keys())
    for path, what in standing.items():
        _match_mode(disk, f"{staged}/{path}", what, there.found.get(path))
    for path in sorted(carried - right):
        _carry(site, staged, there, plan, path)
    try:
        for path in sorted(plan.fresh):
            bring(disk, plan.made[path], f"{staged}/{path}")
        disk.create(f"{staged}/{MANIFEST}", plan.manifest)
        flush(disk, staged, [*plan.fresh, MANIFEST], folders)
    except OSError:
        # A full disk must not stay full because of a site that was never published.
        for path in plan.fresh:
            with suppress(OSError):
                disk.remove(f"{staged}/{path}")
        raise


def _clear(
    disk: Disk, staged: str, there: Survey, carried: set[str], folders: set[str]
) -> tuple[set[str], dict[str, Found]]:
    """Remove what does not belong; return the files that are right and the folders that stand."""
    right: set[str] = set()
    standing: dict[str, Found] = {}
    # Reversed, what is in a folder comes before the folder.
    for path, what in sorted(disk.walk(staged), reverse=True):
        if what.folder:
            if path in folders:
                standing[path] = what
            else:
                disk.remove_folder(f"{staged}/{path}")
        elif path in carried and what.same_file(there.found.get(path)):
            right.add(path)
        else:
            disk.remove(f"{staged}/{path}")
    return right, standing


def _make_folders(disk: Disk, staged: str, there: Survey, folders: set[str]) -> None:
    for path in sorted(folders):
        disk.make_folder(f"{staged}/{path}")
        made = disk.look(f"{staged}/{path}")
        if made is not None:
            _match_mode(disk, f"{staged}/{path}", made, there.found.get(path))


def _match_mode(disk: Disk, path: str, what: Found, model: Found | None) -> None:
    if model is not None and model.folder and model.mode != what.mode:
        disk.set_mode(path, model.mode)


def _carry(site: Site, staged: str, there: Survey, plan: Plan, path: str) -> None:
    """Give a published file its name in the staged tree.

    A file of ours is copied where the disk has no links, its time with it. A foreign one never
    is: a copy could lose its owner or its attributes, so the site is then published in place.
    """
    try:
        site.disk.link(f"{site.root}/{path}", f"{staged}/{path}")
    except FileNotFoundError:
        if path in plan.foreign:
            return  # its owner removed it since the survey
        raise
    except OSError as fault:
        if path in plan.foreign and fault.errno in _NO_LINK | {errno.EXDEV}:
            raise CannotExchange(path) from fault
        if fault.errno not in _NO_LINK:
            raise
        site.disk.create(f"{staged}/{path}", site.disk.read(f"{site.root}/{path}"))
        site.disk.set_time(f"{staged}/{path}", there.found[path].changed_at)


def bring(disk: Disk, file: Artifact | Laid, target: str) -> None:
    """Put a new file where it is to stand; what lies on the same disk gets a second name there."""
    if isinstance(file, Artifact):
        disk.create(target, file.content)
        return
    try:
        disk.link(file.at, target)
    except OSError as fault:
        if fault.errno not in _NO_LINK | {errno.EXDEV}:
            raise
        disk.create(target, disk.read(file.at))


def flush(disk: Disk, root: str, files: Iterable[str], folders: Iterable[str]) -> None:
    """Wait until the files and the names in the folders would survive a loss of power."""
    paths = [*files, *folders]
    if len(paths) <= _FEW or not disk.flush_everything(root):
        for path in paths:
            disk.flush(f"{root}/{path}")
        disk.flush(root)
