"""Write docs/pictures: ``python -m scripts.pictures [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from scripts.pictures.hour import ROOT
from scripts.pictures.taking import take_pictures
from tests.support.visits import launch


def main() -> None:
    """Take every picture and say how large each came out."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, content in take_pictures(browser, Path(folder)):
            (target / name).write_bytes(content)
            print(f"{name}: {len(content)} bytes")
        browser.close()


if __name__ == "__main__":
    main()
