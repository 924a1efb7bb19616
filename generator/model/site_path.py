"""Which relative paths may be written into a site, wherever it is later unpacked or served."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST_PATH = 200
OWN_PREFIX = ".doorstep"
"""Names that publishing keeps for itself: its manifest and, in place, its staging folder."""

_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)
_NAME = r"(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:[./]|$))[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
_PLAIN = re.compile(f"{_NAME}(?:/{_NAME})*", re.IGNORECASE | re.ASCII)
"""What nearly every path of a site looks like: safe at one glance, as 100,000 of them need."""

_FORBIDDEN = frozenset('\\:*?"<>|')


def why_unsafe(path: str) -> str:
    """Say in a few words why the path may not be written, or return "" where it may.

    Windows' rules count on every system, because a site that was built on one machine is often
    copied or checked out on another.
    """
    if len(path) <= LONGEST_PATH and _PLAIN.fullmatch(path):
        return ""
    if not path:
        return "it is empty"
    try:
        length = len(path.encode())
    except UnicodeEncodeError:
        return "it is not valid Unicode"
    if length > LONGEST_PATH:
        return f"it is longer than {LONGEST_PATH} bytes"
    if path.startswith("/"):
        return "it is absolute"
    return next(filter(None, map(_why_name_unsafe, path.split("/"))), "")


def _why_name_unsafe(name: str) -> str:
    if name in ("", ".", ".."):
        return "it has an empty, . or .. step"
    if any(character in _FORBIDDEN or ord(character) < ord(" ") for character in name):
        return "it has a character that a file name may not have"
    if name.endswith((".", " ")):
        return "a name in it ends with a dot or a space"
    if name.split(".", 1)[0].lower() in _DEVICES:
        return "a name in it is reserved on Windows"
    if name.lower().startswith(OWN_PREFIX):
        return f"names that begin with {OWN_PREFIX} are Doorstep's own"
    return ""


def parents_of(paths: Iterable[str]) -> Iterator[str]:
    """Yield every folder that the paths lie in, once each."""
    known: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in known:
            known.add(folder)
            yield folder
            folder = folder.rpartition("/")[0]


def folded(path: str) -> str:
    """Return what a file system that ignores case and Unicode form would tell the path by.

    Unicode 15, 3.13, D145 (canonical caseless matching): decompose, fold, decompose; composing at
    the end instead gives the same equalities.
    """
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
