"""What is added to a page on its way to the author's browser, and never to a published file."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.adapters.problem_formats import visible
from generator.model.shown import Rebuilt

PREFIX = "/_doorstep/"
"""Addresses of the overlay's own files; no page of a site begins with an underscore."""

_SHOWN = 50
"""Problems that the overlay lists; one mistake in the taxonomy can have hundreds of echoes."""

_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)

_SCRIPTS = (
    f'<script src="/livereload.js" defer></script><script src="{PREFIX}overlay.js" defer></script>'
).encode()

NOTHING_YET = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nothing built yet</title>'
    b"</head><body><h1>Nothing built yet</h1><p>This page changes as soon as a build succeeds."
    b"</p></body></html>"
)


def with_scripts(page: bytes) -> bytes:
    """Return the page with the two scripts that reload it and show problems.

    Both are files of the site's own origin, and livereload's connects to where it came from, so
    that a page's policy (``default-src 'self'``) lets them.
    """
    match = _HEAD_END.search(page)
    if match is None:
        return page + _SCRIPTS
    return page[: match.start()] + _SCRIPTS + page[match.start() :]


def overlay_file(name: str) -> bytes | None:
    """Return one of the overlay's own files, or None."""
    if name not in ("overlay.js", "overlay.css"):
        return None
    return (Path(__file__).parent / name).read_bytes()


def outcome_json(outcome: Rebuilt) -> bytes:
    """Return what the overlay shows of a build."""
    value = {
        "stopped": visible(outcome.stopped),
        "problems": [
            {
                "severity": str(problem.severity),
                "where": visible(f"{problem.mark.path}:{problem.mark.line}:{problem.mark.column}"),
                "code": problem.code,
                "message": visible(problem.message),
                "excerpt": visible(problem.excerpt.rstrip("\r\n").replace("\t", " ")),
            }
            for problem in outcome.problems[:_SHOWN]
        ],
        "more": max(0, len(outcome.problems) - _SHOWN),
    }
    return json.dumps(value).encode()
