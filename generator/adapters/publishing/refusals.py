"""Which folders are never published to, whatever they hold."""

from __future__ import annotations

from pathlib import Path

from generator.adapters.publishing.disk import Disk, Site
from generator.adapters.publishing.manifest import INNER, MANIFEST, is_bookkeeping
from generator.model.fault import Refused


def refuse_unless_ours(site: Site, content: Path | None) -> None:
    """Raise Refused where publishing there could destroy or publish what is not ours."""
    disk, output, label = site.disk, Path(site.root), site.label
    found = disk.look(str(output))
    if found is not None and found.kind == "link":
        raise Refused(f"{label} is a symbolic link; name the folder that it points to")
    if found is not None and not found.folder:
        raise Refused(f"{label} is a file, not a folder")
    _refuse_by_place(output.resolve(), content, label)
    if found is None:
        return
    if disk.look(f"{output}/.git") is not None:
        raise Refused(f"{label} is a git repository; publish to a folder inside it, such as site")
    ours = f"{output}/{MANIFEST}", f"{output}/{INNER}/journal"  # the latter: a first one, killed
    if not any(disk.look(path) for path in ours) and _any_name(disk, output):
        raise Refused(
            f"{label} holds files and was not made by Doorstep; choose an empty or new folder"
        )


def _refuse_by_place(output: Path, content: Path | None, label: str) -> None:
    if output.parent == output:
        raise Refused(f"{label} is the root of the disk")
    home = _home()
    if home is not None and home.is_relative_to(output):
        raise Refused(f"{label} is your home folder, or one that holds it")
    if content is None:
        return
    source = content.resolve()
    if source.is_relative_to(output):
        raise Refused(f"{label} is the content folder, or one that holds it")
    if output.is_relative_to(source):
        raise Refused(f"{label} is inside the content folder; the next build would read it")


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # no HOME and no entry in the user database, as in some containers
        return None


def _any_name(disk: Disk, folder: Path) -> bool:
    return any(not is_bookkeeping(path) for path, _ in disk.walk(str(folder)))
