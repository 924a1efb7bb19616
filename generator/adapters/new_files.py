"""New files on disk, for a person to fill in."""

from __future__ import annotations

from pathlib import Path

from generator.model.fault import Fault, Refused


class FilesOnDisk:
    """Port NewFiles below a folder; ``shown`` is what messages call it."""

    def __init__(self, folder: Path, shown: str) -> None:
        self._folder = folder
        self._shown = shown

    def empty(self) -> bool:
        """Say whether there is nothing yet but what version control put there."""
        if not self._folder.exists():
            return True
        return all(child.name in (".git", ".gitignore") for child in self._folder.iterdir())

    def create(self, path: str, text: str) -> None:
        """Write a new file, its folders too; raise Refused where there is one already."""
        target = self._folder / path
        shown = f"{self._shown}/{path}"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            raise Refused(f"{shown} exists already; nothing was changed") from None
        except OSError as fault:
            reason = (fault.strerror or str(fault)).lower()
            raise Fault(f"{shown} cannot be written: {reason}") from fault
