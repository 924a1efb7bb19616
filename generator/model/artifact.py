"""What a build makes: pages still to be rendered, and finished files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a template will draw: path in the site, template name, its view, its language.

    ``path`` is a relative POSIX path such as ``opportunities/robotics/index.html``. ``source``
    is the record it came from, or "" for a page that sums up many.
    """

    path: str
    template: str
    view: object
    language: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: relative POSIX path in the site, and its bytes."""

    path: str
    content: bytes
    source: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in relative POSIX paths: enough for a summary and for a reload."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
