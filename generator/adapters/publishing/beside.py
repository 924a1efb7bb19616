"""Publishing by exchange: the next site is made beside the published one and takes its place."""

from __future__ import annotations

import errno

from generator.adapters.publishing.disk import Disk, Site
from generator.adapters.publishing.exchange import IMPOSSIBLE
from generator.adapters.publishing.rescue import rescue
from generator.adapters.publishing.staging import CannotExchange, bring_up_to_date
from generator.adapters.publishing.survey import Plan, Survey
from generator.adapters.publishing.workroom import (
    Workroom,
    close_journal,
    read_journal,
    write_journal,
)

_NOT_MOVABLE = frozenset({errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES})


def recover_beside(site: Site, room: Workroom) -> bool:
    """Finish or undo what a killed build left, so that the site is whole.

    Say whether there is a tree that was published before, for ``search_beside`` to look through.
    """
    disk, published = site.disk, site.root
    if disk.look(room.previous) is not None:
        if disk.look(published) is None:
            disk.rename(room.previous, published)  # killed between two renames: the old site
        elif disk.look(room.staged) is None:
            disk.rename(room.previous, room.staged)  # killed after the second one
    journal = read_journal(disk, room)
    here = disk.look(published)
    unfinished = journal is not None and not (
        here is not None and journal.get("incoming") == here.inode
    )
    # What an unfinished tree holds is ours or still published too. In any other, somebody may
    # have left a file of their own, through a shell that stood in the folder as it was exchanged.
    # The journal of an unfinished tree stays, for whoever looks at that tree next.
    if unfinished:
        return False
    if here is not None and disk.look(room.staged) is not None:
        return True
    close_journal(disk, room)
    return False


def search_beside(site: Site, room: Workroom, there: Survey) -> bool:
    """Give back what is not ours in the tree that was published before; say whether there was any.

    ``there`` is what was just seen in the site, which is then no longer all of it.
    """
    gave = rescue(site, room, beside=there.found)
    close_journal(site.disk, room)
    return gave


def publish_beside(site: Site, room: Workroom, there: Survey, plan: Plan) -> None:
    """Carry out the plan in one step; raise CannotExchange, nothing done, where that cannot be."""
    disk, published = site.disk, site.root
    root = disk.look(published)
    if root is not None and any(what.device != root.device for what in there.found.values()):
        raise CannotExchange("another disk is mounted inside the folder")
    staged = disk.look(room.staged)
    if staged is None:
        disk.make_folder(room.staged)
        staged = disk.look(room.staged)
    if staged is not None:
        write_journal(disk, room, {"incoming": staged.inode})
        if root is not None and staged.mode != root.mode:
            disk.set_mode(room.staged, root.mode)
    bring_up_to_date(site, room.staged, there, plan)
    _take_place(disk, room, published, new=root is None)
    disk.flush(published.rpartition("/")[0] or "/")
    if disk.look(room.staged) is not None:
        rescue(site, room, settled=there.settled)
    close_journal(disk, room)


def _take_place(disk: Disk, room: Workroom, published: str, *, new: bool) -> None:
    try:
        if new:
            disk.rename(room.staged, published)
        else:
            disk.exchange(room.staged, published)
    except OSError as fault:
        if fault.errno in _NOT_MOVABLE:
            raise CannotExchange(fault.strerror) from fault
        if new or fault.errno not in IMPOSSIBLE:
            raise
        _rename_twice(disk, room, published)


def _rename_twice(disk: Disk, room: Workroom, published: str) -> None:
    """Exchange in two steps, where the system has no single one.

    For a moment there is no site, never a mixed one. Killed then, the next build puts the old
    site back before it does anything else.
    """
    disk.rename(published, room.previous)
    try:
        disk.rename(room.staged, published)
    except OSError:
        disk.rename(room.previous, published)
        raise
    disk.rename(room.previous, room.staged)
