"""Open a page as a cheap phone on a bad connection would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.support.visits import FLAGS, chromium

_IN_PAGE = Path(__file__).resolve().parent / "in_page.js"
# A frame is drawn when there is something to draw: waiting for a screen's rhythm would round every
# figure up to the next 16.7 ms.
_UNPACED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
_PATIENCE = 300_000
"""Milliseconds: a peer that has 50,000 documents to index is to be measured, not given up."""


@dataclass(frozen=True, slots=True)
class Phone:
    """How much slower than this machine, and what its connection does."""

    slowdown: float = 4
    bits_a_second: float = 1_600_000
    round_trip_milliseconds: float = 150

    @property
    def words(self) -> str:
        """The same for a reader."""
        return (
            f"{self.slowdown:g} times slower, {self.bits_a_second / 1e6:g} Mbit/s, "
            f"{self.round_trip_milliseconds:g} ms a round trip"
        )


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start a browser that can reach nothing but the loopback interface."""
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


def _launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *_UNPACED])


@contextmanager
def visiting(browser: Browser, url: str, phone: Phone) -> Iterator[Page]:
    """Open an address with nothing in any cache; give the page as soon as it has begun to come."""
    context = browser.new_context(
        viewport={"width": 375, "height": 780}, reduced_motion="reduce", has_touch=True
    )
    try:
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.add_init_script(path=_IN_PAGE)
        devtools = context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": phone.slowdown})
        devtools.send("Network.enable")
        devtools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": phone.round_trip_milliseconds,
                "downloadThroughput": phone.bits_a_second / 8,
                "uploadThroughput": phone.bits_a_second / 8,
            },
        )
        page.goto(url, wait_until="commit")
        yield page
    finally:
        context.close()
