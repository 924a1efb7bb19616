"""Markdown that has been rendered and made safe, with its own links still to be pointed.

A body's links to other pages of the site depend on which page shows the body, so the safe HTML is
kept in pieces with the internal addresses between them. Replacing them in the finished HTML text
was rejected: text that merely looks like a link would be rewritten too.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.problem import Mark


class SafeHtml(str):
    """HTML that may be put into a page as it is: only what the Markdown adapter made safe."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class InternalLink:
    """An address of the site's own from its root, ``/badges/robotics-1/#how``, and its mark."""

    target: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Prose:
    """One language's body: safe HTML pieces with one internal link between each two of them.

    ``text`` is the same without tags, for search and summaries. ``len(pieces) == len(links) + 1``,
    or both are empty.
    """

    pieces: tuple[str, ...] = ()
    links: tuple[InternalLink, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.text.strip())
