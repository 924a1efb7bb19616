"""An author's words as one page says them: chosen for its language, and marked where they differ.

Templates get these and never a Text, so that no template has to remember the fallback, nor that a
screen reader must be told when the language changes (WCAG 2.2, 3.1.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.prose import SafeHtml


@dataclass(frozen=True, slots=True)
class Said:
    """Words in some language. Templates write ``{{ it|name }}`` or ``{{ it|words }}``."""

    words: str = ""
    """The words alone, as for a ``title`` element or an attribute."""
    language: str = ""
    """The language they are in."""
    foreign: bool = False
    """Whether that is not the page's language."""

    def __bool__(self) -> bool:
        return bool(self.words)

    def __str__(self) -> str:
        return self.words


_NOTHING = SafeHtml()


@dataclass(frozen=True, slots=True)
class Passage:
    """A record's body: safe HTML whose own links already lead from this page."""

    html: SafeHtml = _NOTHING
    """HTML that the Markdown adapter made safe."""
    language: str = ""
    """The language it is in."""
    foreign: bool = False
    """Whether that is not the page's language."""

    def __bool__(self) -> bool:
        return bool(self.html)
