"""What we wrote: the manifest inside a site, and what its files looked like on the disk.

The manifest lies in the tree that it describes, so that one exchange of folders moves both and
they can never disagree; beside the folder, a kill between two renames would part them. It holds
relative paths and SHA-256 digests, one a line and sorted, and so is the same for the same site.
What the disk says of each file (size, time, inode) differs by machine and stays outside the site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.adapters.publishing.disk import Found, Site
from generator.model.fault import Refused
from generator.model.site_path import why_unsafe

MANIFEST = ".doorstep-manifest.json"
INNER = ".doorstep-staging"
"""The workroom's name where it has to be inside the published folder."""

_FORMAT = 1
_RACY = 2_000_000_000
"""Nanoseconds within which two changes may bear one time (FAT's clock has steps of 2 s)."""


def is_bookkeeping(path: str) -> bool:
    """Say whether a path of a published tree is the manifest or in an inner workroom."""
    return path.partition("/")[0] in (MANIFEST, INNER)


def manifest_bytes(files: Mapping[str, str]) -> bytes:
    """Write a manifest of ``path -> digest``."""
    value = {"format": _FORMAT, "files": dict(sorted(files.items()))}
    return (json.dumps(value, ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(site: Site) -> dict[str, str] | None:
    """Return ``path -> digest``, or None where the folder has no manifest.

    A manifest that cannot be understood raises Refused: without it nothing says which files are
    ours, and a hostile one must not name files outside the folder.
    """
    path = f"{site.root}/{MANIFEST}"
    found = site.disk.look(path)
    if found is None:
        return None
    try:
        return _checked(json.loads(site.disk.read(path) if found.kind == "file" else b""))
    except (ValueError, RecursionError):
        raise Refused(
            f"{site.label}/{MANIFEST} is damaged, so it cannot be told which files are Doorstep's; "
            "move the folder away and build again"
        ) from None


def _checked(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        raise ValueError
    files = value.get("files")
    if not isinstance(files, dict):
        raise ValueError  # noqa: TRY004 - one kind of error for everything damaged
    for path, digest in files.items():
        if why_unsafe(path) or not isinstance(digest, str):
            raise ValueError
    return files


@dataclass(frozen=True, slots=True)
class Seen:
    """What files looked like when their digests were last known; it only saves reading them.

    A file whose size, time and inode are as they were is taken to have the digest that it had,
    as make and rsync do, unless it changed so shortly before the note was taken that a later
    change could bear the same time.
    """

    taken_at: int = 0
    files: Mapping[str, tuple[int, int, int, str]] = field(default_factory=dict)

    @property
    def settled_before(self) -> int:
        """The last time of a file that could not have changed again and bear the same time."""
        return self.taken_at - _RACY

    def digest(self, path: str, found: Found) -> str | None:
        """Return the digest that the file must still have, or None where it has to be read."""
        known = self.files.get(path)
        if known is None or found.changed_at > self.settled_before:
            return None
        size, changed_at, inode, digest = known
        same = (size, changed_at, inode) == (found.size, found.changed_at, found.inode)
        return digest if same else None


def seen_bytes(seen: Seen) -> bytes:
    """Write down what files looked like."""
    return json.dumps({"taken_at": seen.taken_at, "files": dict(seen.files)}).encode()


def seen_from(content: bytes) -> Seen:
    """Read it back; anything not understood is forgotten, which costs only reading the files."""
    try:
        value = json.loads(content)
        files = {
            str(path): (int(size), int(changed_at), int(inode), str(digest))
            for path, (size, changed_at, inode, digest) in value["files"].items()
        }
        return Seen(int(value["taken_at"]), files)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Seen()
