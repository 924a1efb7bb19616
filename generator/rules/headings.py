"""Headings of a body, fitted under the heading that the body stands under.

An author begins with ``#`` or with ``##``, and on another page the same body stands deeper. A
reader who goes from heading to heading must not meet a missing level (WCAG 2.2, 1.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TAG = re.compile(r"<(/?)h([1-6])(?=[ >])")
_DEEPEST = 6


def fitted(pieces: Iterable[str], top: int) -> tuple[str, ...]:
    """Return pieces of sanitised HTML with the highest heading at level ``top`` and none skipped.

    A heading may begin in one piece and end in another, where a link stands in it.
    """
    whole = tuple(pieces)
    used = sorted({int(level) for piece in whole for _, level in _TAG.findall(piece)})
    fit = {level: top + place for place, level in enumerate(used)}
    opened = [top - 1]

    def renamed(tag: re.Match[str]) -> str:
        if not tag[1]:
            opened.append(min(fit[int(tag[2])], opened[-1] + 1, _DEEPEST))
        return f"<{tag[1]}h{opened[-1]}"

    return tuple(_TAG.sub(renamed, piece) for piece in whole)
