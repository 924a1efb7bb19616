"""Bytes of a file to text that is safe to work with."""

from __future__ import annotations

import re

from generator.model.problem import Mark, Problem, error

# C0 and C1 controls but tab and line feed; Unicode's noncharacters, which the program itself uses
# as internal markers; and lone surrogates.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")

# Unicode's own line ends, which word processors leave in pasted text. YAML 1.1 counts them as the
# end of a line and editors do not, so every mark below one would be wrong.
_LINE_ENDS = str.maketrans({"\u2028": " ", "\u2029": " "})


def decode(path: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text with Unix line ends and no byte order mark; a Problem where it is not UTF-8.

    In a file that is not UTF-8 the mark is at the first byte that cannot be read.

    Forbidden characters are reported, each line once, and replaced, so that the rest of the file
    can still be checked.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        # Not of ``content``: the codec has taken the byte order mark off before it counts.
        start = _unix(fault.object[: fault.start].decode("utf-8", "replace"))
        mark = mark_at(path, start, len(start))
        return "", (error("not-utf-8", mark, "this is not UTF-8 text; save the file as UTF-8"),)
    text = _unix(text)
    problems = tuple(_forbidden(path, text))
    return FORBIDDEN.sub("\ufffd", text) if problems else text, problems


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)


def _forbidden(path: str, text: str) -> list[Problem]:
    found: dict[int, Problem] = {}
    for match in FORBIDDEN.finditer(text):
        mark = mark_at(path, text, match.start())
        name = f"U+{ord(match.group()):04X}"
        found.setdefault(
            mark.line,
            error("forbidden-character", mark, f"there is an invisible control character ({name})"),
        )
    return list(found.values())


def mark_at(path: str, text: str, offset: int) -> Mark:
    """Return the mark of the character at ``offset`` in ``text``."""
    before = text[:offset]
    return Mark(path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
