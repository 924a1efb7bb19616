"""Take each picture in a browser, of what ``doorstep serve`` shows when its step is done."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from scripts.pictures import hour

TODAY = "2026-11-23"
LARGEST = 60_000
PATIENCE = 30_000  # milliseconds; a first build imports everything
STEP = 100
OUTCOME = "_doorstep/outcome.json"
SIZE = (1000, 640)
_STREETS = ".map-with-streets canvas.leaflet-tile-loaded"


@dataclass(frozen=True, slots=True)
class Town:
    """The place while it is served, and the page that an editor has open."""

    folder: Path
    address: str
    page: Page

    def wait_for(self, address: str, words: str = "") -> None:
        """Wait until this address answers, with these words: a save is built a moment later."""
        for _ in range(PATIENCE // STEP):
            answer = self.page.request.get(self.address + address)
            if answer.ok and words in answer.text():
                return
            self.page.wait_for_timeout(STEP)
        raise TimeoutError(f"{address} did not come to say {words!r}")

    def open(self, address: str, words: str) -> None:
        """Open a page that says these words."""
        self.page.goto(self.address + address)
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)


def take_pictures(browser: Browser, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Do the steps of the first hour in a new folder; yield each picture's name and content."""
    with _served(browser, hour.start(folder, run)) as town:
        for name, step in STEPS.items():
            step(town)
            yield f"{name}.webp", _small(town.page.screenshot())


def run(words: list[str], folder: Path) -> None:
    """Run ``doorstep`` as of the pictures' day."""
    command = [sys.executable, "-m", "generator", *words, "--today", TODAY]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _look_at_home(town: Town) -> None:
    town.open("", "Our Town")


def _look_at_draft(town: Town) -> None:
    hour.write_records(town.folder, run)
    town.wait_for("opportunities/try-clay/", "Wear something")
    town.open("opportunities/try-clay/", "At a glance")


def _look_at_message(town: Town) -> None:
    hour.make_a_mistake(town.folder)
    town.wait_for(OUTCOME, "cannot stand here")
    town.open("opportunities/try-clay/", "2 problems to fix")


def _look_at_venue(town: Town) -> None:
    hour.mend_the_mistake(town.folder)
    town.wait_for(OUTCOME, '"stopped": ""')
    town.open("venues/central-library/", "Try clay")
    _show_map(town.page)


def _look_at_badge(town: Town) -> None:
    hour.write_badge(town.folder, run)
    town.wait_for("badges/first-pot/", "never straight")
    town.open("badges/first-pot/", "Earner has made a pot.")


def _look_at_streets(town: Town) -> None:
    for name in ("basemap.pmtiles", "neighbourhoods.geojson"):
        shutil.copy(hour.ROOT / "content" / name, town.folder / "content" / name)
    town.wait_for("neighbourhoods/stow-hill/")
    town.open("venues/central-library/", "Try clay")
    _show_map(town.page)
    expect(town.page.locator(_STREETS).first).to_be_visible(timeout=PATIENCE)
    town.page.wait_for_load_state("networkidle")
    town.page.wait_for_timeout(1500)  # what has come is drawn then, and nothing says which is last


STEPS: dict[str, Callable[[Town], None]] = {
    "starter-home": _look_at_home,
    "new-opportunity": _look_at_draft,
    "message": _look_at_message,
    "venue-map": _look_at_venue,
    "badge": _look_at_badge,
    "street-map": _look_at_streets,
}


def _show_map(page: Page) -> None:
    page.locator(".map").evaluate("map => map.scrollIntoView({ block: 'center' })")
    expect(page.locator(".map-point button")).to_be_visible(timeout=PATIENCE)


@contextmanager
def _served(browser: Browser, folder: Path) -> Iterator[Town]:
    """Run ``doorstep serve --drafts`` in the place until the pictures are taken."""
    command = [sys.executable, "-m", "generator", "serve", "--drafts", "--port", "0"]
    serving = subprocess.Popen(
        [*command, "--today", TODAY], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    width, height = SIZE
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="light",
        reduced_motion="reduce",
        locale="en-GB",
    )
    try:
        page = context.new_page()
        page.route("**/livereload.js", lambda route: route.abort())  # it would reload amid a step
        page.clock.set_fixed_time(f"{TODAY}T09:00:00Z")
        yield Town(folder, _address(serving), page)
    finally:
        context.close()
        serving.terminate()
        serving.communicate()


def _address(serving: subprocess.Popen[str]) -> str:
    assert serving.stdout is not None  # noqa: S101 - it was asked for as a pipe
    for line in serving.stdout:
        if line.startswith("http"):
            return line.split()[0]
    raise RuntimeError("doorstep serve ended without an address")


def _small(screenshot: bytes) -> bytes:
    """Return the picture as WebP: without loss where that is small, since it is mostly text."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    made = io.BytesIO()
    picture.save(made, "WEBP", method=6, lossless=True)
    for quality in (90, 80, 70):
        if made.tell() > LARGEST:
            made = io.BytesIO()
            picture.save(made, "WEBP", method=6, quality=quality)
    return made.getvalue()
