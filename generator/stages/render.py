"""Stage 6: Pages to Artifacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from generator.model.artifact import Artifact, Page
from generator.ports import Renderer, Workers
from generator.rules.script_modules import joined

SCRIPTS = PurePosixPath("assets/js")


def render(pages: Sequence[Page], renderer: Renderer, workers: Workers) -> tuple[Artifact, ...]:
    """Return each page drawn by its template, and the theme's own files."""
    drawn = workers.map(partial(draw, renderer=renderer), pages)
    return (*drawn, *with_joined_modules(renderer.assets()))


def with_joined_modules(assets: Iterable[Artifact]) -> Iterator[Artifact]:
    """Yield the theme's files, its browser modules joined with what they import."""
    sources: dict[str, str] = {}
    for asset in assets:
        path = PurePosixPath(asset.path)
        if path.parent == SCRIPTS and path.suffix == ".js":
            sources[path.stem] = asset.content.decode("utf-8")
        else:
            yield asset
    for name, text in joined(sources).items():
        yield Artifact(f"{SCRIPTS}/{name}.js", text.encode("utf-8"))


def draw(page: Page, renderer: Renderer) -> Artifact:
    """Return one page as a finished file."""
    text = renderer.render(page.template, page.view, page.language)
    return Artifact(page.path, text.encode("utf-8"), page.source)
