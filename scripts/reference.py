"""Write docs/reference from what the program declares: run by `make reference`."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.cli import main
from generator.workflows.reference import reference

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def write(folder: Path) -> None:
    """Make the folder hold exactly the pages of the reference."""
    pages = reference(main.commands)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE)
