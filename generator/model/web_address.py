"""A web address as a reader is told of it: by its host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WEB = ("http", "https")
_TELLING = 4
"""Letters from which a site's name does not stand in other words by chance."""


def host_of(url: str) -> str:
    """Return the host that an address of another site leads to, without ``www.``; else "".

    Our own pages are linked relatively, and mail and telephone numbers lead to no site.
    """
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in _WEB else ""
    except ValueError:  # brackets, where only a numeric host may have them
        return ""


def unsaid_host(url: str, words: str) -> str:
    """Return the host, or "" where the link's words name it: “Directions, on OpenStreetMap”."""
    host = host_of(url)
    squeezed = re.sub(r"[\W_]", "", words.casefold())
    site = host.partition(".")[0].replace("-", "")
    named = host in words.casefold() or (len(site) >= _TELLING and site in squeezed)
    return "" if named else host
