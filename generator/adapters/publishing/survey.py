"""What stands in the published folder, and what a build would change there."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.adapters.publishing.disk import Found, Site
from generator.adapters.publishing.manifest import (
    MANIFEST,
    Seen,
    is_bookkeeping,
    manifest_bytes,
    read_manifest,
)
from generator.model.artifact import Artifact, File, Kept, Laid, Published, Vanished
from generator.model.digest import sha256
from generator.model.fault import Refused
from generator.model.site_path import parents_of

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Survey:
    """A published tree, told apart.

    ``ours`` are the files that still are as we wrote them, with their digests; ``foreign`` all
    other files, links and folders, among them files of ours that somebody changed since.
    ``missing`` counts what we wrote and is not there as we wrote it, ``read`` the files that had
    to be read to know. ``taken_at`` is when it was begun, in nanoseconds.
    """

    found: Mapping[str, Found]
    ours: Mapping[str, str]
    foreign: frozenset[str]
    missing: int = 0
    read: int = 0
    taken_at: int = 0

    @property
    def settled(self) -> Mapping[str, Found]:
        """What of ours could not have changed since and look the same."""
        before = Seen(self.taken_at).settled_before
        return {
            path: self.found[path] for path in self.ours if self.found[path].changed_at <= before
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build makes of a published tree: every path is in exactly one of the four.

    ``made`` has all that is new, and some of what is kept, with its bytes or where they lie.
    """

    made: Mapping[str, Artifact | Laid]
    kept: Mapping[str, str]
    fresh: Mapping[str, str]
    gone: tuple[str, ...]
    foreign: frozenset[str]
    changed: bool

    @property
    def manifest(self) -> bytes:
        """The manifest of the site that is to be."""
        return manifest_bytes({**self.kept, **self.fresh})

    @property
    def published(self) -> Published:
        """What carrying out the plan does, for a summary."""
        written = tuple(sorted(self.fresh))
        size = sum(size_of(self.made[path]) for path in written)
        return Published(written, self.gone, len(self.kept), sha256(self.manifest), size)


def survey(site: Site, seen: Seen) -> Survey:
    """Look at everything in the published folder; tell what is ours by manifest and content."""
    disk, root, now = site.disk, site.root, time.time_ns()
    if disk.look(root) is None:
        return Survey({}, {}, frozenset(), taken_at=now)
    manifest = read_manifest(site) or {}
    found = {path: what for path, what in disk.walk(root) if not is_bookkeeping(path)}
    known = {
        path: seen.digest(path, what)
        for path in manifest
        if (what := found.get(path)) is not None and what.kind == "file"
    }
    ours = {
        path: manifest[path]
        for path, digest in known.items()
        if (digest or sha256(disk.read(f"{root}/{path}"))) == manifest[path]
    }
    folders = set(parents_of(manifest))
    foreign = frozenset(
        path
        for path, what in found.items()
        if path not in ours and not (what.folder and path in folders)
    )
    read = sum(digest is None for digest in known.values())
    return Survey(found, ours, foreign, len(manifest) - len(ours), read, now)


def untouched(site: Site, manifest: Mapping[str, str], seen: Seen) -> int | None:
    """Return how many files had to be read to know that all are as a manifest has them.

    None where one is not; what then stands there ``survey`` knows. Most builds of a site that many
    people look after have nothing to do, and this is what each waits for: it looks at names and
    times, and makes nothing of them. Read is what was so new when it was seen that a later change
    could bear the same time: just after a build, the last files of it.
    """
    known, before = seen.files, seen.settled_before
    whole = 0
    doubtful = []
    for path, size, changed_at, inode in site.disk.files(site.root):
        it = known.get(path)
        if it is None or path not in manifest:
            continue
        if (size, changed_at, inode, manifest[path]) != it:
            return None
        if changed_at > before:
            doubtful.append(path)
        whole += 1
    same = whole == len(manifest) and all(
        sha256(site.disk.read(f"{site.root}/{path}")) == manifest[path] for path in doubtful
    )
    return len(doubtful) if same else None


def plan(site: Site, there: Survey, artifacts: Sequence[File]) -> Plan:
    """Say what to write, keep and remove; raise Refused where a foreign file is in the way.

    A foreign file that already has an artifact's very bytes becomes ours: nothing is lost.
    """
    kept: dict[str, str] = {}
    fresh: dict[str, str] = {}
    blocking: list[str] = []
    for artifact in artifacts:
        digest = _digest(artifact)
        if there.ours.get(artifact.path) == digest:
            kept[artifact.path] = digest
        elif isinstance(artifact, Kept):
            raise Vanished(artifact.path)
        elif (obstacle := _obstacle(there, artifact.path)) is None:
            fresh[artifact.path] = digest
        elif _equal(site, there, obstacle, artifact):
            kept[artifact.path] = digest
        else:
            blocking.append(obstacle)
    if blocking:
        raise _refusal(site.label, sorted(set(blocking)))
    named = kept.keys() | fresh.keys()
    gone = tuple(sorted(there.ours.keys() - named))
    return Plan(
        made={it.path: it for it in artifacts if not isinstance(it, Kept)},
        kept=kept,
        fresh=fresh,
        gone=gone,
        foreign=there.foreign - named,
        changed=bool(fresh or gone or kept.keys() != there.ours.keys()),
    )


def _digest(artifact: File) -> str:
    if isinstance(artifact, Artifact) and not artifact.digest:
        return sha256(artifact.content)
    return artifact.digest


def size_of(file: Artifact | Laid) -> int:
    """Return how many bytes a new file has."""
    return file.size if isinstance(file, Laid) else len(file.content)


def _obstacle(there: Survey, path: str) -> str | None:
    """Return the foreign path that writing ``path`` would overwrite, if there is one."""
    for folder in parents_of([path]):
        if folder in there.foreign and not there.found[folder].folder:
            return folder
    if path in there.foreign:
        return path
    what = there.found.get(path)
    if what is not None and what.folder:
        return next((name for name in sorted(there.foreign) if name.startswith(f"{path}/")), None)
    return None


def _equal(site: Site, there: Survey, obstacle: str, artifact: Artifact | Laid) -> bool:
    what = there.found[obstacle]
    return (
        obstacle == artifact.path
        and what.kind == "file"
        and what.size == size_of(artifact)
        and sha256(site.disk.read(f"{site.root}/{obstacle}")) == _digest(artifact)
    )


def _refusal(label: str, paths: Sequence[str]) -> Refused:
    names = ", ".join(f"{label}/{path}" for path in paths[:_NAMED])
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return Refused(
        f"{names}{more}: not written by Doorstep, or changed since, and in the way of a page; "
        "move it elsewhere, or delete it, and build again"
    )


def nothing_published(site: Site) -> bool:
    """Say whether there is no site of ours in the folder yet."""
    return site.disk.look(f"{site.root}/{MANIFEST}") is None
