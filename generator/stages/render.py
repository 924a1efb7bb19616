"""Stage 6: Pages to Artifacts, and what outputs put off until now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from generator.model.artifact import Artifact
from generator.model.edition import Beside, Produced, Survey
from generator.model.page import Listing, Page
from generator.model.place import Place
from generator.model.problem import Problem
from generator.ports import Renderer, Workers
from generator.rules.script_modules import joined

SCRIPTS = PurePosixPath("assets/js")

IN_A_BATCH = 16
"""Pages that a worker draws before it is given more: few enough that all workers end together."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Finished files, the pages among them that search engines may list, and what is wrong."""

    artifacts: tuple[Artifact, ...] = ()
    listings: tuple[Listing, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What drawing needs: templates, what lies beside pages, and who does the work."""

    renderer: Renderer
    beside: Sequence[Beside]
    workers: Workers


def render(place: Place, planned: Produced, desk: Desk, surveys: Sequence[Survey]) -> Drawn:
    """Return every page drawn by its template, every other file, and the theme's own.

    What was put off is begun first: each is more work than a batch of pages, so that the last
    worker is not left alone with it.
    """
    batches: list[Callable[[], Produced]] = [
        partial(Produced, planned.pages[begin : begin + IN_A_BATCH])
        for begin in range(0, len(planned.pages), IN_A_BATCH)
    ]
    pieces = [*planned.later, *batches]
    drawn = _together(desk.workers.map(partial(_draw, desk=desk), pieces, single=True))
    own = [*planned.artifacts, *with_joined_modules(desk.renderer.assets())]
    told = (artifact for survey in surveys for artifact in survey(place, drawn.listings))
    return Drawn(
        (*own, *drawn.artifacts, *told), drawn.listings, (*planned.problems, *drawn.problems)
    )


def _draw(work: Callable[[], Produced], desk: Desk) -> Drawn:
    """Do a piece of work, and draw all pages that come of it."""
    produced = work()
    return _together(
        [
            Drawn(produced.artifacts, problems=produced.problems),
            *(_draw(more, desk) for more in produced.later),
            *(draw(page, desk) for page in produced.pages),
        ]
    )


def draw(page: Page, desk: Desk) -> Drawn:
    """Return one page as finished files, and what it says of itself."""
    view = page.view
    text = desk.renderer.render(page.template, view, page.language)
    frame = getattr(view, "frame", None)
    listing = frame.listing(page.source) if frame else None
    return Drawn(
        (
            Artifact(page.path, text.encode("utf-8"), page.source),
            *(artifact for beside in desk.beside for artifact in beside(page, view)),
        ),
        (listing,) if listing else (),
    )


def _together(parts: Sequence[Drawn]) -> Drawn:
    return Drawn(
        tuple(artifact for part in parts for artifact in part.artifacts),
        tuple(listing for part in parts for listing in part.listings),
        tuple(problem for part in parts for problem in part.problems),
    )


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
