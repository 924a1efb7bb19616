"""Plain words where Markdown is expected: whatever they hold, they are read as themselves."""

from __future__ import annotations

import re

# Any ASCII punctuation may be escaped (CommonMark 0.31, 2.4). Only what can begin something is:
# where a program shows the source instead of rendering it, ordinary sentences stay clean.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>#&|~])")
_AT_START = re.compile(r"^([+=-]|\d{1,9}(?=[.)]))")


def as_markdown(words: str) -> str:
    """Return one line of Markdown that renders as these words."""
    escaped = _ANYWHERE.sub(r"\\\1", " ".join(words.split()))
    match = _AT_START.match(escaped)
    if match is None:
        return escaped
    head, tail = escaped[: match.end()], escaped[match.end() :]
    return f"{head}\\{tail}" if head[0].isdigit() else f"\\{head}{tail}"


def as_list(items: tuple[str, ...]) -> str:
    """Return a Markdown list of plain words, one item a line."""
    return "\n".join(f"- {as_markdown(item)}" for item in items)
