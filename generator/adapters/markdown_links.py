"""Where the links of a Markdown text lead: to a heading of its own, a page of this site, beyond."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass, field
from hashlib import blake2b
from urllib.parse import SplitResult, unquote, urlsplit

from generator.model.problem import Mark, Problem, error
from generator.model.prose import InternalLink

ID_PREFIX = "text-"
"""Ids made from an author's headings begin so, and can never be those of the page around them."""


def headings(raw: str) -> frozenset[str]:
    """Return the ids of the headings in rendered Markdown."""
    return frozenset(re.findall(rf'<h[2-6] id="({ID_PREFIX}[^"]*)"', raw))


@dataclass(frozen=True, slots=True)
class Source:
    """An author's text, and where it begins in its file."""

    path: str
    text: str
    first_line: int
    starts: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Where each pattern asked for so far stands: 10,000 <div> would be sought 10,000 times."""

    def find(self, pattern: str, nth: int = 0) -> Mark:
        """Return where a pattern stands for the n-th time, else where the text begins."""
        found = self.starts.get(pattern)
        if found is None:
            found = self.starts[pattern] = self._starts(pattern, 0) or self._starts(
                pattern, re.IGNORECASE
            )
        if not found:
            return Mark(self.path, self.first_line)
        start = found[min(nth, len(found) - 1)]
        before = self.text[:start]
        column = start - (before.rfind("\n") + 1) + 1
        return Mark(self.path, self.first_line + before.count("\n"), column)

    def _starts(self, pattern: str, flags: int) -> tuple[int, ...]:
        return tuple(match.start() for match in re.finditer(pattern, self.text, flags))


@dataclass(slots=True)
class Links:
    """Sorts the targets of links while nh3 walks over them.

    ``problems`` and ``targets`` are whole once it has.
    """

    source: Source
    addresses: dict[str, str]
    headings: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    targets: list[InternalLink] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    marker: str = ""

    def __post_init__(self) -> None:
        # No text can hold its own digest, so no author can write something that looks like this.
        self.marker = "doorstep-" + blake2b(self.source.text.encode(), digest_size=12).hexdigest()

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """Return what nh3 is to keep of an attribute; a page's address becomes a marker."""
        if name == "id":
            return value if value.startswith(ID_PREFIX) else None
        if tag != "a" or name != "href":
            return value
        parts = _parts(value)
        if parts and parts.scheme:
            return value
        pattern = re.escape(html.escape(value, quote=False)) + "|" + re.escape(value)
        nth = self.seen.get(value, 0)
        self.seen[value] = nth + 1
        mark = self.source.find(pattern, nth)
        if value.startswith("#"):
            return self.fragment(value, mark)
        address = self.address(value)
        if address is None:
            message = f'"{value}" leads nowhere; link to a record as ../badges/its-id.md'
            self.problems.append(error("invalid-link", mark, message))
            return None
        self.targets.append(InternalLink(address, mark))
        return f"{self.marker}-{len(self.targets) - 1}"

    def fragment(self, value: str, mark: Mark) -> str | None:
        """Return the link to a heading of the same text, by its words or by its whole id."""
        words = unquote(value[1:])
        for wanted in (words, ID_PREFIX + words):
            if wanted in self.headings:
                return f"#{wanted}"
        message = f'"{value}" leads nowhere; this text has no such heading'
        self.problems.append(error("invalid-link", mark, message))
        return None

    def address(self, value: str) -> str | None:
        """Return the page's address from the site's root, for a path in content or in the site."""
        parts = _parts(value)
        if parts is None or parts.netloc or "\\" in value:
            return None
        behind = (f"?{parts.query}" if parts.query else "") + (
            f"#{parts.fragment}" if parts.fragment else ""
        )
        path = unquote(parts.path)
        if path.startswith("/"):
            tidy = posixpath.normpath(path).lstrip("/")
            address = "" if tidy in ("", ".") else tidy + ("" if "." in tidy else "/")
            return address + behind
        # As in an editor's file tree: from the record's own folder, inside the content folder.
        inside = posixpath.basename(posixpath.dirname(self.source.path))
        whole = posixpath.normpath(posixpath.join(inside, path))
        if whole.startswith(".."):
            return None
        if path.endswith("/"):
            return ("" if whole == "." else f"{whole}/") + behind
        folder, name = posixpath.split(whole)
        begins = self.addresses.get(folder)
        if begins is None or not name.endswith(".md"):
            return None
        return f"{begins}{name.removesuffix('.md')}/{behind}"

    def split(self, safe: str) -> tuple[tuple[str, ...], tuple[InternalLink, ...]]:
        """Return the pieces of text between the markers, and the link that each marker is."""
        parts = re.split(rf"{self.marker}-(\d+)", safe)
        return tuple(parts[::2]), tuple(self.targets[int(index)] for index in parts[1::2])


def _parts(value: str) -> SplitResult | None:
    """Return the parts of an address, or None where it cannot be one."""
    try:
        return urlsplit(value)
    except ValueError:  # brackets, where only a numeric host may have them
        return None
