"""Pieces of Markdown that every page of the reference is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

HEAD = "<!-- Written by `make reference` from the program itself. Changes here are overwritten. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def fenced(text: str, language: str) -> str:
    """Return text as it is typed, with what cannot be seen in it named."""
    shown = "".join(letter if _is_seen(letter) else f"⟨U+{ord(letter):04X}⟩" for letter in text)
    return f"```{language}\n{shown.rstrip()}\n```"


def anchor(heading: str) -> str:
    """Return the fragment that leads to a heading of letters, digits, spaces and hyphens."""
    return heading.lower().replace(" ", "-")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _is_seen(letter: str) -> bool:
    return letter == "\n" or letter.isprintable()
