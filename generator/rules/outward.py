"""Links of a body that leave the site, made to say so: by the host that they lead to.

Whoever follows one comes to where other rules hold, and "their form" does not say whose (WCAG 2.2,
2.4.4). The name is put in as words, which can be seen, heard and printed; a sign after the link
would tell that it leaves, and not where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from generator.model.web_address import unsaid_host

_LINK = re.compile(r'(<a href="(https?://[^"]*)"[^>]*>)(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def named(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return pieces of sanitised HTML whose links to other sites name the site.

    A link is never in two pieces: what stands between them are links to pages of our own.
    """
    return tuple(_LINK.sub(_named, piece) for piece in pieces)


def _named(link: re.Match[str]) -> str:
    start, url, words = link.groups()
    host = unsaid_host(unescape(url), unescape(_TAG.sub("", words)))
    if not host:
        return link[0]
    return f'{start}{words} <span class="host">(<bdi dir="ltr">{escape(host)}</bdi>)</span></a>'
