"""Files of an index: compact JSON whose name says its content, so that browsers may keep it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from operator import sub

from generator.model.finding import IndexFile
from generator.rules.json_text import Json

FORMAT = 2

DIGEST_LENGTH = 12
SHORT_DIGEST_LENGTH = 6
"""Of files that also bear what they are the part of: the digest only tells its versions apart."""

Part = Mapping[str, Json]


def named(part: Part) -> IndexFile:
    """Return a part as a file whose name is a digest of its content."""
    content = compact_json({"format": FORMAT, **part})
    return IndexFile(f"{_digest(content)[:DIGEST_LENGTH]}.json", content)


def named_piece(piece: str, part: Part) -> tuple[str, IndexFile]:
    """Return a short digest of one piece of many, and its file: ``<piece>-<digest>.json``."""
    content = compact_json({"format": FORMAT, **part})
    digest = _digest(content)[:SHORT_DIGEST_LENGTH]
    return digest, IndexFile(f"{piece}-{digest}.json", content)


def deltas(values: Iterable[int]) -> list[int]:
    """Return each value less the one before it: small numbers compress well."""
    every = tuple(values)
    return [*map(sub, every, (0, *every))]


def compact_json(part: Part) -> bytes:
    """Return JSON for a script to read, without room for people."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
