"""What is known of each kind of Problem besides the one that was found."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.model.problem import Severity

OPPORTUNITY = "opportunities/robotics.md"
BADGE = "badges/robot-builder.md"
ORGANISATION = "organisations/makers.md"
VENUE = "venues/workshop.md"
PATHWAY = "pathways/engineering.md"


class Part(enum.StrEnum):
    """What the text of an example is."""

    FIELDS = "fields"
    """Some fields of a file that is otherwise right."""
    BODY = "body"
    """The text below the fields of a record that is otherwise right."""
    FILE = "file"
    """The whole file."""
    WORDS = "words"
    """A description, of what cannot be shown as text: a file's size, a symbolic link."""


@dataclass(frozen=True, slots=True)
class Example:
    """A mistake and how it is put right. ``line`` and ``column`` are in ``wrong``, from 1.

    ``beside`` are other files that it takes, each path with the fields that matter.
    """

    path: str
    line: int
    column: int
    wrong: str
    right: str
    part: Part = Part.FIELDS
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of Problem: what it means in a line, why it matters, and an example.

    ``severity`` is the usual one: a draft's problems are notes. ``passing`` marks what only the
    passing of time causes.
    """

    id: str
    severity: Severity
    meaning: str
    why: str
    example: Example
    passing: bool = False
