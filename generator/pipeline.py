"""The product, in seven stages: discover, parse, link, locate, plan, render, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.artifact import Published, Vanished
from generator.model.edition import Beside, Output, Survey
from generator.model.history import History
from generator.model.place import Place
from generator.model.problem import Problem, Severity
from generator.model.source import Content
from generator.ports import Ports
from generator.rules.host_bounds import beyond_bounds
from generator.stages.discover import discover
from generator.stages.link import link
from generator.stages.locate import locate
from generator.stages.parse import Tools, parse
from generator.stages.plan import plan
from generator.stages.render import Desk, render
from generator.stages.write import write


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asked for.

    ``root`` is put before paths in messages: the content folder as the person typed it.
    ``base_url`` stands in for place.yaml's ``url``, for previews.
    """

    root: str = "content"
    base_url: str = ""
    drafts: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """A place, checked and with its venues placed, and everything that is wrong with it."""

    place: Place
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build. ``published`` is None where problems stopped it."""

    place: Place
    problems: tuple[Problem, ...]
    published: Published | None


@dataclass(frozen=True, slots=True)
class Making:
    """What a site is made of: outputs, what lies beside pages, and what must know all of them."""

    outputs: Sequence[Output]
    beside: Sequence[Beside] = ()
    surveys: Sequence[Survey] = ()


def build(request: Request, ports: Ports, making: Making) -> Built:
    """Build a place: the seven stages in order. Nothing is published where an error stands."""
    return finish(understand(request, ports), request, ports, making)


def finish(understood: Understood, request: Request, ports: Ports, making: Making) -> Built:
    """Do the last three stages: make a site of a place that is understood, and publish it."""
    place, problems = understood.place, understood.problems
    if stops(problems, strict=request.strict):
        return Built(place, problems, None)
    report = ports.reporter
    report.stage("plan")
    planned = plan(place, making.outputs, ports.wording)
    report.count("pages", len(planned.pages))
    report.count("outputs", len(planned.later))
    report.stage("render")
    desk = Desk(ports.renderer, making.beside, ports.workers, ports.tray, report.progress)
    drawn = render(place, planned, desk, making.surveys, ports.archive.recall())
    report.count("left as they were", drawn.kept)
    problems = in_order((*problems, *drawn.problems))
    if stops(problems, strict=request.strict):
        return Built(place, problems, None)
    report.stage("write")
    try:
        published, found = write(drawn.files, ports.publication)
    except Vanished:  # somebody changed the site meanwhile: nothing of it is relied on
        drawn = render(place, planned, desk, making.surveys, History())
        published, found = write(drawn.files, ports.publication)
    if published:
        report.count("files written", len(published.written))
        report.count("bytes", published.size)
        ports.archive.keep(drawn.made, published)
        found = (*found, *beyond_bounds(place.settings, published))
    return Built(place, in_order((*problems, *found)), published)


def understand(request: Request, ports: Ports) -> Understood:
    """Do the first four stages: what ``check`` needs, and ``geocode``."""
    report = ports.reporter
    report.stage("discover")
    content, problems = discover(ports.folder, request.root, ports.recollection)
    report.count("records", len(content.sources))
    report.stage("parse")
    tools = Tools(
        ports.folder, ports.yaml, ports.markdown, ports.images, ports.workers, report.progress,
        ports.recollection,
    )  # fmt: skip
    catalogue, found = parse(content, tools)
    problems += found
    if request.base_url:
        settings = replace(catalogue.settings, url=request.base_url)
        catalogue = replace(catalogue, settings=settings)
    report.stage("link")
    today = ports.today(catalogue.settings.timezone)
    place, found = link(catalogue, today, ports.recollection, drafts=request.drafts)
    problems += found
    report.stage("locate")
    place, found = locate(place, catalogue.geocodes, ports.gazetteer, ports.recollection)
    problems += found
    return Understood(place, in_order(_quoted(problems, content)))


def _quoted(problems: Iterable[Problem], content: Content) -> Iterator[Problem]:
    """Yield each problem with the line that it is about."""
    problems = list(problems)
    told = {problem.mark.path for problem in problems}
    files = {file.path: file for file in content.files if file.path in told} if told else {}
    for problem in problems:
        file = files.get(problem.mark.path)
        yield replace(problem, excerpt=file.line(problem.mark.line)) if file else problem


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Say whether these problems stop publishing.

    Under ``strict`` warnings do too, but never those that only the passing of time causes: a
    nightly build must not fail because a date has passed.
    """
    return any(
        problem.severity is Severity.ERROR
        or (strict and problem.severity is Severity.WARNING and not problem.passing)
        for problem in problems
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, most severe first, then by file, line and column."""
    return tuple(sorted(set(problems), key=lambda problem: problem.order))
