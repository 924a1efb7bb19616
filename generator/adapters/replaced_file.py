"""One file on disk that is replaced in one step."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from generator.model.fault import Fault


class FileOnDisk:
    """Port ReplacedFile. ``shown`` is the path as messages name it."""

    def __init__(self, path: Path, shown: str) -> None:
        self._path = path
        self._shown = shown

    @property
    def path(self) -> str:
        """Its path, as messages name it."""
        return self._shown

    def read(self) -> str:
        """Return its text, or "" where there is no such file."""
        try:
            return self._path.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError:
            raise Fault(f"{self._shown} is not UTF-8 text") from None
        except OSError as reason:
            raise Fault(f"cannot read {self._shown}: {reason.strerror}") from None

    def replace(self, text: str) -> None:
        """Write beside it, settle the bytes on disk, and rename: a crash leaves old or new."""
        try:
            mode = self._path.stat().st_mode & 0o777 if self._path.exists() else 0o644
            file, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        except OSError as reason:
            raise Fault(f"cannot write {self._shown}: {reason.strerror}") from None
        try:
            with os.fdopen(file, "wb") as opened:
                opened.write(text.encode("utf-8"))
                opened.flush()
                os.fsync(opened.fileno())
            Path(name).chmod(mode)
            Path(name).replace(self._path)
        except OSError as reason:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise Fault(f"cannot write {self._shown}: {reason.strerror}") from None


class FileInAnyFolder(FileOnDisk):
    """The same where the folder that it lies in may not be there yet."""

    def replace(self, text: str) -> None:
        """Make the folder, and write as into any other."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            raise Fault(f"cannot write {self._shown}: {reason.strerror}") from None
        super().replace(text)
