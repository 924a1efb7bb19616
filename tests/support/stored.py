"""Where a page could keep something in a browser, and what it does keep."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_STORED = """
async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: await indexedDB.databases(), caches: await caches.keys(), name: window.name,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  bytes: (await navigator.storage.estimate()).usage,
})
"""
NOTHING_STORED = {
    "local": [], "session": [], "cookies": "", "databases": [], "caches": [], "name": "",
    "workers": 0, "bytes": 0,
}  # fmt: skip


def stored(page: Page) -> dict[str, Any]:
    """Return what the open page's origin keeps, everywhere that it could."""
    return page.evaluate(_STORED)  # type: ignore[no-any-return] # JSON: what _STORED names
