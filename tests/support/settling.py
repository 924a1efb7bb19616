"""Waiting for a page to be done with what it was asked, whatever else the machine has to do."""

from __future__ import annotations

from playwright.sync_api import Page

_SETTLED = """
quiet => new Promise((done) => {
  let waiting = setTimeout(done, quiet);
  new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(done, quiet);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})
"""


def settled(page: Page, quiet: int = 300) -> None:
    """Wait until nothing of the page has changed for so many milliseconds.

    By the page's own clock, which a busy machine slows as it slows what is waited for.
    """
    page.evaluate(_SETTLED, quiet)
