"""Digests of several things at once, for the keys of a Memo."""

from __future__ import annotations

import hashlib


def sha256(content: bytes) -> str:
    """Return what a manifest says of a file's bytes; ``sha256sum`` prints the same."""
    return hashlib.sha256(content).hexdigest()


def digest(*parts: str | bytes) -> str:
    """Return 64 hex digits that stand for exactly these parts, in this order and of these kinds.

    Each part is framed by its kind and length, so that ``("ab", "c")``, ``("a", "bc")`` and
    ``("ab", b"c")`` differ; joining with a separator would let a part that contains it collide.
    """
    framed = hashlib.sha256()
    for part in parts:
        kind, data = (
            (b"t", part.encode("utf-8", "surrogatepass")) if isinstance(part, str) else (b"b", part)
        )
        framed.update(b"%s%d:" % (kind, len(data)))
        framed.update(data)
    return framed.hexdigest()
