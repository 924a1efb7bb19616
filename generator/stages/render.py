"""Stage 6: Pages to Artifacts, and what outputs put off until now.

What is as it was the last time is not made again: neither where nothing of what it read has changed
nor, of a page, where all that has changed comes to the same view.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from generator.model.artifact import Artifact, File, Kept
from generator.model.digest import digest, sha256
from generator.model.edition import Aside, Beside, Edition, Later, Produced, Survey
from generator.model.history import History, Made
from generator.model.page import Listing, Page
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.problem import Problem
from generator.model.tracing import Read, TracedPlace, traced
from generator.ports import Progress, Renderer, Tray, Workers
from generator.rules.fingerprints import Fingerprints, fingerprint
from generator.rules.place_style import own_files

IN_A_BATCH = 16
"""Pages that a worker draws before it is given more: few enough that all workers end together."""

Piece = Page | Later


@dataclass(frozen=True, slots=True)
class Drawn:
    """Finished files, the pages among them that search engines may list, and what is wrong.

    ``made`` says what came of what, for the next build; ``kept`` counts the pages and outputs that
    were left as they were.
    """

    files: tuple[File, ...] = ()
    listings: tuple[Listing, ...] = ()
    problems: tuple[Problem, ...] = ()
    made: tuple[Made, ...] = ()
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """What drawing needs: templates, what lies beside pages, who does the work, where it is put."""

    renderer: Renderer
    beside: Sequence[Beside]
    workers: Workers
    tray: Tray
    told: Progress | None = None


@dataclass(frozen=True, slots=True)
class _Bench:
    """A desk with the place laid out so that it is noted what is read, and what was made before."""

    desk: Desk
    place: TracedPlace
    prints: Fingerprints
    history: History

    def edition(self, edition: Edition) -> Edition:
        """Return an edition of the place as it lies here."""
        return replace(edition, place=self.place)

    def sum(self, piece: Piece, made: Made) -> str:
        """Return what stands for all that a piece is given and that was read for it."""
        given = (piece.source, *piece.given) if isinstance(piece, Page) else ()
        templates = map(self.desk.renderer.digest_of, made.templates)
        return self.prints.together(made.reads, (*given, *templates))

    def unchanged(self, piece: Piece) -> Made | None:
        """Return what was made of a piece, where it would be made the same again."""
        made = self.history.of(_key(piece))
        return made if made and made.sum and made.sum == self.sum(piece, made) else None


def render(
    place: Place, planned: Produced, desk: Desk, surveys: Sequence[Survey], history: History
) -> Drawn:
    """Return every page drawn by its template, every other file, and the theme's own.

    Whole outputs are begun first: each is more work than a batch of pages, so that the last worker
    is not left alone with one. What comes of it is in one order, whatever of it was kept: what is
    told of two pages at one address names them in that order. Where the theme names what is not
    there, nothing is drawn.
    """
    desk = replace(desk, renderer=dressed(desk.renderer, place))
    assets = desk.renderer.assets()  # before there are copies of this process that want them too
    if assets.problems:
        return Drawn(problems=(*planned.problems, *assets.problems))
    pieces: list[Piece] = [*planned.later, *planned.pages]
    bench = _Bench(desk, traced(place), Fingerprints(place), history)
    # Of two pages at one address neither is kept: what was made of one is not what is made of both.
    often = Counter(map(_key, pieces))
    known = [bench.unchanged(it) if often[_key(it)] == 1 else None for it in pieces]
    waiting = [piece for piece, made in zip(pieces, known, strict=True) if made is None]
    work, batches = partial(_draw_all, bench=bench), _batches(waiting)
    done = desk.workers.map(
        work,
        batches,
        single=True,
        told=_in_pages(desk.told, len(waiting)),
        taken=partial(_told_once, known={}),
    )
    fresh = chain.from_iterable(done)
    drawn = _together(
        _kept(made) if made else _summed(next(fresh), piece, bench)
        for piece, made in zip(pieces, known, strict=True)
    )
    told = (artifact for survey in surveys for artifact in survey(place, drawn.listings))
    return replace(
        drawn,
        files=(*planned.artifacts, *assets.files, *drawn.files, *told),
        problems=(*planned.problems, *drawn.problems),
        kept=len(pieces) - len(waiting),
    )


def dressed(renderer: Renderer, place: Place) -> Renderer:
    """Return the renderer with what this place gives to its theme."""
    return renderer.dressed(own_files(place.settings))


def _told_once(drawn: list[Drawn], known: dict[Read, Read]) -> list[Drawn]:
    """Return what was drawn, saying what was read in values that all pages share.

    Each process tells it in values of its own, a hundred a page: of ten thousand pages 200 MB.
    """

    def shared(made: Made) -> Made:
        return replace(made, reads=tuple([known.setdefault(read, read) for read in made.reads]))

    return [replace(one, made=tuple(map(shared, one.made))) for one in drawn]


def _in_pages(told: Progress | None, pages: int) -> Progress | None:
    """Return what hears of batches, for what wants to hear of pages."""
    return told and (lambda done, total: told(pages * done // total, pages))


def _key(piece: Piece) -> str:
    return piece.path if isinstance(piece, Page) else piece.name


def _summed(drawn: Drawn, piece: Piece, bench: _Bench) -> Drawn:
    return replace(
        drawn, made=tuple(replace(made, sum=bench.sum(piece, made)) for made in drawn.made)
    )


def _batches(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """Return each output alone, then the pages, some at a time."""
    outputs = [[piece] for piece in pieces if isinstance(piece, Later)]
    pages = [piece for piece in pieces if isinstance(piece, Page)]
    begins = range(0, len(pages), IN_A_BATCH)
    return [*outputs, *(pages[begin : begin + IN_A_BATCH] for begin in begins)]


def _draw_all(pieces: Sequence[Piece], bench: _Bench) -> list[Drawn]:
    return [_page(it, bench) if isinstance(it, Page) else _output(it, bench) for it in pieces]


def _output(later: Later, bench: _Bench) -> Drawn:
    """Ask an output, and draw all pages that come of it."""
    bench.place.reads.begin()
    produced = later.output(bench.edition(later.edition))
    pages = _together(_drawn(page, bench) for page in produced.pages)
    files = (*(_filed(it, bench) for it in produced.artifacts), *pages.files)
    made = Made(
        later.name,
        bench.place.reads.so_far(),
        "",
        "",
        _names(files),
        pages.listings,
        tuple(sorted({page.template for page in produced.pages})),
        pages.made,
    )
    # What has something wrong with it is asked again, and says so again.
    return Drawn(files, pages.listings, produced.problems, () if produced.problems else (made,))


def _page(page: Page, bench: _Bench) -> Drawn:
    bench.place.reads.begin()
    drawn = _drawn(page, bench)
    reads = bench.place.reads.so_far()
    return replace(drawn, made=tuple(replace(made, reads=reads) for made in drawn.made))


def _drawn(planned: Page, bench: _Bench) -> Drawn:
    """Return one page, and what lies beside it, as finished files."""
    page = replace(planned, edition=bench.edition(planned.edition))
    view = page.view
    asides = [it for beside in bench.desk.beside for it in beside(page, view)]
    seen = _seen(page, view, asides, bench)
    before = bench.history.of(page.path)
    if before and before.view == seen:
        return _kept(before)
    text = bench.desk.renderer.render(page.template, view, page.language)
    frame = getattr(view, "frame", None)
    listing = frame.listing(page.source) if frame else None
    artifacts = (
        Artifact(page.path, text.encode("utf-8"), page.source),
        *(Artifact(it.path, it.make(*it.given), it.source) for it in asides),
    )
    files = tuple(_filed(artifact, bench) for artifact in artifacts)
    listings = (listing,) if listing else ()
    made = Made(page.path, (), "", seen, _names(files), listings, (page.template,))
    return Drawn(files, listings, (), (made,))


def _seen(page: Page, view: object, asides: Iterable[Aside], bench: _Bench) -> str:
    """Return what stands for all that a page and what lies beside it are drawn from."""
    beside = (
        part
        for it in asides
        for part in ("beside", it.path, it.source, *(_print(value, bench) for value in it.given))
    )
    template = bench.desk.renderer.digest_of(page.template)
    return digest(template, page.language, page.source, fingerprint(view), *beside)


def _print(value: object, bench: _Bench) -> str:
    """Return what stands for a value; of pictures, which are on many pages, it is made once."""
    return bench.prints.of(value) if isinstance(value, Picture) else fingerprint(value)


def _kept(made: Made) -> Drawn:
    return Drawn(tuple(Kept(*file) for file in made.files), made.listings, (), (made,))


def _filed(artifact: Artifact, bench: _Bench) -> File:
    """Return the file with its digest, laid down; or as it is published, where that is the same."""
    digest = sha256(artifact.content)
    if bench.history.standing.get(artifact.path) == digest:
        return Kept(artifact.path, digest, artifact.source)
    return bench.desk.tray.lay(replace(artifact, digest=digest))


def _names(files: Iterable[File]) -> tuple[tuple[str, str, str], ...]:
    return tuple((file.path, file.digest, file.source) for file in files)


def _together(parts: Iterable[Drawn]) -> Drawn:
    every = list(parts)
    return Drawn(
        tuple(file for part in every for file in part.files),
        tuple(listing for part in every for listing in part.listings),
        tuple(problem for part in every for problem in part.problems),
        tuple(made for part in every for made in part.made),
    )
