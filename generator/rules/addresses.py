"""Addresses within the site: relative POSIX paths from its root, and links between them.

A page's address ends with a slash and its file is ``index.html`` below it. Links between pages are
always relative, so that the folder works under any path and from a disk.
"""

from __future__ import annotations


def page_file(address: str) -> str:
    """Return the file behind a page's address: ``badges/`` to ``badges/index.html``."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def relative(here: str, target: str) -> str:
    """Return how the file at ``here`` links to ``target``, both from the site's root.

    ``target`` may carry a fragment or a query. ``relative("badges/index.html", "badges/a/")`` is
    ``a/``; a page links to itself as ``./``.
    """
    path, mark, rest = _split(target)
    start = here.split("/")[:-1]
    parts = [part for part in path.split("/") if part]
    shared = 0
    for ours, theirs in zip(start, parts, strict=False):
        if ours != theirs:
            break
        shared += 1
    link = "../" * (len(start) - shared) + "/".join(parts[shared:])
    if parts[shared:] and path.endswith("/"):
        link += "/"
    return (link or "./") + mark + rest


def absolute(site: str, address: str) -> str:
    """Return the full address of a page or file under the place's ``url``."""
    return site + address


def _split(target: str) -> tuple[str, str, str]:
    marks = [at for at in (target.find("#"), target.find("?")) if at >= 0]
    if not marks:
        return target, "", ""
    at = min(marks)
    return target[:at], target[at], target[at + 1 :]
