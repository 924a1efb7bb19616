"""A Memo in a dict."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Kept:
    """Port Memo: everything, and where a test can look at it."""

    entries: dict[str, bytes] = field(default_factory=dict)

    def recall(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def remember(self, key: str, value: bytes) -> None:
        self.entries[key] = value
