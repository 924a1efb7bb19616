"""Stage 6: Pages to Artifacts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.model.artifact import Artifact, Page
from generator.ports import Renderer, Workers


def render(pages: Sequence[Page], renderer: Renderer, workers: Workers) -> tuple[Artifact, ...]:
    """Return each page drawn by its template, and the theme's own files."""
    drawn = workers.map(partial(draw, renderer=renderer), pages)
    return (*drawn, *renderer.assets())


def draw(page: Page, renderer: Renderer) -> Artifact:
    """Return one page as a finished file."""
    text = renderer.render(page.template, page.view, page.language)
    return Artifact(page.path, text.encode("utf-8"), page.source)
