"""What the commands ask for, each in one call.

Adapters are imported where they are used: what a command does not need it does not wait for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.adapters import package_data
from generator.adapters.clock import day_of
from generator.model.artifact import Published
from generator.model.asked import Asked
from generator.model.digest import digest
from generator.model.fault import Refused
from generator.model.outcome import Outcome
from generator.model.problem import Problem

if TYPE_CHECKING:  # a build with nothing to do is over before these are needed
    from generator.adapters.publication import FolderPublication
    from generator.adapters.receipts import Receipts, Sight
    from generator.adapters.timings import TimedReporter
    from generator.adapters.translation_formats import Progress
    from generator.model.place import Place
    from generator.pipeline import Request, Understood
    from generator.ports import Reporter
    from generator.workflows.geocode import Outcome as Placed
    from generator.workflows.translate import Translator


def build(asked: Asked, reporter: Reporter) -> Outcome:
    """Build the site; what stops it is among the problems of what is returned.

    Raises Refused where the output folder is not ours to write, Fault where the machine fails.
    """
    _refuse_without_content(asked)
    publication = _publication(asked)
    receipts, sight = _before(asked)
    receipt = receipts.find(sight)
    if receipt and (files := publication.stands(receipt.published)):
        return Outcome(receipt.problems, Published(unchanged=files))
    publication.ready()

    from generator import pipeline, site_outputs  # noqa: PLC0415 - only where there is work
    from generator.adapters.collector import collector_at_rest  # noqa: PLC0415
    from generator.wiring import wired  # noqa: PLC0415

    with (
        collector_at_rest(),
        publication.tray() as tray,
        wired(asked, reporter, publication, publication.standing, tray) as ports,
    ):
        built = pipeline.build(request(asked), ports, site_outputs.making(ports))
    if built.published:
        receipts.keep(sight, built.place.settings.timezone, built.problems, built.published)
    return Outcome(built.problems, built.published)


def _before(asked: Asked) -> tuple[Receipts, Sight]:
    """Return what a build has before it, and the receipts of earlier ones."""
    from generator.adapters.memo import open_memo  # noqa: PLC0415 - as all adapters
    from generator.adapters.program_digest import this_program  # noqa: PLC0415
    from generator.adapters.receipts import Receipts, look  # noqa: PLC0415

    options = (asked.base_url, asked.theme, f"strict={asked.strict}", f"drafts={asked.drafts}")
    themes = package_data.themes(asked.content, asked.theme)
    program = this_program(package_data.package())
    memo = open_memo(
        asked.cache / "receipts"
    )  # by itself: to read what all pages left takes longer
    sight = look([asked.content, *themes], digest(program, asked.content.as_posix(), *options))
    return Receipts(memo, day_of(asked.today)), sight


def _refuse_without_content(asked: Asked) -> None:
    if not asked.content.is_dir():
        raise Refused(
            f"there is no folder {asked.content.as_posix()}; "
            "`doorstep init` starts a place, --content names another folder"
        )


def request(asked: Asked) -> Request:
    """Return what a person asked for as the pipeline wants to know it."""
    from generator.pipeline import Request  # noqa: PLC0415

    return Request(
        root=asked.content.as_posix(),
        base_url=asked.base_url and asked.base_url.rstrip("/") + "/",
        drafts=asked.drafts,
        strict=asked.strict,
    )


def understand(asked: Asked, reporter: Reporter) -> Understood:
    """Check a place, and place its venues, without making anything of it."""
    from generator import pipeline  # noqa: PLC0415 - as above
    from generator.wiring import Nowhere, wired  # noqa: PLC0415

    with wired(asked, reporter, Nowhere()) as ports:
        return pipeline.understand(request(asked), ports)


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Say whether these problems keep a site from being published."""
    from generator import pipeline  # noqa: PLC0415 - as above

    return pipeline.stops(problems, strict=strict)


def watching() -> AbstractContextManager[Reporter]:
    """Return a reporter that tells the person at the terminal, until it is left."""
    from generator.adapters.console import ConsoleReporter  # noqa: PLC0415

    return closing(ConsoleReporter())


def timed(reporter: Reporter) -> TimedReporter:
    """Return a reporter that tells another one everything, and afterwards where the time went."""
    from generator.adapters.timings import TimedReporter  # noqa: PLC0415

    return TimedReporter(reporter)


def in_words(problems: Sequence[Problem], form: str) -> str:
    """Write problems as text, json or github: for people, programs, or a GitHub workflow."""
    from generator.adapters import problem_formats  # noqa: PLC0415

    formats = {
        "text": problem_formats.as_text,
        "json": problem_formats.as_json,
        "github": problem_formats.as_github,
    }
    return formats[form](problems)


def checked_in_words(
    problems: Sequence[Problem], form: str, progress: Progress | None = None
) -> str:
    """Write what a check found; ``progress`` is how far translations have come, if asked."""
    from generator.adapters.translation_formats import checked  # noqa: PLC0415

    return checked(problems, form, progress)


def serve(
    asked: Asked,
    port: int,
    tell: Callable[[Sequence[Problem]], None],
    ready: Callable[[str], None],
) -> None:
    """Serve the site on this machine, built again on every save, until the person stops it."""
    from generator.adapters.serving_livereload import LivereloadServer  # noqa: PLC0415
    from generator.serving import studio  # noqa: PLC0415
    from generator.workflows.serve import Studied  # noqa: PLC0415

    _refuse_without_content(asked)
    publication = _publication(asked)
    receipts, sight = _before(asked)

    def stands() -> bool:
        publication.ready()
        receipt = receipts.find(sight)
        return receipt is not None and publication.stands(receipt.published) is not None

    beside = asked.content.parent / "themes"
    watched = [asked.content, *([beside] if beside.is_dir() else [])]
    server = LivereloadServer(asked.out, watched, ignored=[asked.cache], port=port)
    with studio(asked, request(asked), stands, tell) as held:
        server.serve(Studied(held), ready)


def geocode(asked: Asked, reporter: Reporter) -> tuple[Placed, tuple[Problem, ...]]:
    """Ask the network geocoder that place.yaml names for the venues that still want a place.

    Venues that are not shown exactly, and those whose record gives a location, are never asked
    about. Raises Refused where place.yaml names no geocoder.
    """
    from generator.adapters.geocoding_geopy import NetworkService  # noqa: PLC0415
    from generator.adapters.patient_finder import PatientFinder  # noqa: PLC0415
    from generator.adapters.replaced_file import FileOnDisk  # noqa: PLC0415
    from generator.adapters.turnstile import Turnstile  # noqa: PLC0415
    from generator.adapters.yaml_pyyaml import PyYaml  # noqa: PLC0415
    from generator.wiring import gazetteer  # noqa: PLC0415
    from generator.workflows.geocode import Desk, wanted  # noqa: PLC0415
    from generator.workflows.geocode import geocode as ask  # noqa: PLC0415

    understood = understand(asked, reporter)
    settings = understood.place.settings
    politely = settings.geocoder
    if politely is None:
        raise Refused(
            'place.yaml names no "geocoder"; give it a contact, as in '
            "geocoder: { contact: you@example.org }"
        )
    cache = asked.cache
    cache.mkdir(exist_ok=True)
    service = NetworkService(
        politely.service, politely.domain, politely.scheme, __version__, politely.contact
    )
    turnstile = Turnstile(
        cache / "geocoder.turn", float(politely.seconds_apart), time.time, time.sleep
    )
    file = asked.content / "geocodes.yaml"
    desk = Desk(
        PatientFinder(service, turnstile, politely.limit),
        FileOnDisk(file, file.as_posix()),
        PyYaml(),
        reporter,
        day_of(asked.today)(settings.timezone),
    )
    return ask(wanted(understood.place, gazetteer()), desk), understood.problems


def init(folder: Path, name: str, postcode: str, today: date | None) -> tuple[str, ...]:
    """Start a place in a new folder; return the files that were written."""
    from generator.adapters.new_files import FilesOnDisk  # noqa: PLC0415
    from generator.adapters.yaml_pyyaml import PyYaml  # noqa: PLC0415
    from generator.wiring import gazetteer  # noqa: PLC0415
    from generator.workflows.init import EXAMPLE_POSTCODE, NewPlace  # noqa: PLC0415
    from generator.workflows.init import init as start  # noqa: PLC0415

    place = NewPlace(
        name or folder.resolve().name.replace("-", " ").replace("_", " ").title(),
        postcode or EXAMPLE_POSTCODE,
        day_of(today)("Europe/London"),
    )
    files = FilesOnDisk(folder, folder.as_posix())
    return start(place, package_data.starter(), gazetteer(), PyYaml(), files)


def new(content: Path, kind: str, title: str, today: date | None) -> str:
    """Write a draft of a record; return its path."""
    from generator.adapters.new_files import FilesOnDisk  # noqa: PLC0415
    from generator.adapters.yaml_pyyaml import PyYaml  # noqa: PLC0415
    from generator.model.registry import KINDS  # noqa: PLC0415
    from generator.workflows.new import NewRecord  # noqa: PLC0415
    from generator.workflows.new import new as begin  # noqa: PLC0415

    if not content.is_dir():
        raise Refused(f"there is no folder {content.as_posix()}; run this beside your content")
    files = FilesOnDisk(content, content.as_posix())
    known = {
        each.folder: sorted(
            file.stem for file in (content / each.folder).glob("*.md") if "." not in file.stem
        )
        for each in KINDS
    }
    record = NewRecord(kind, title, day_of(today)("Europe/London"))
    path = begin(record, package_data.beginnings(), known, PyYaml(), files)
    return (content / path).as_posix()


def schema(name: str) -> str:
    """Return a JSON Schema as text; raise Refused where there is none of that name."""
    from generator.workflows.schema import schema_text  # noqa: PLC0415

    return schema_text(name)


def schemas(folder: Path) -> tuple[str, ...]:
    """Write every JSON Schema into a folder; return their paths."""
    from generator.adapters.replaced_file import FileInAnyFolder  # noqa: PLC0415
    from generator.workflows.schema import write_schemas  # noqa: PLC0415

    return write_schemas(lambda name: FileInAnyFolder(folder / name, f"{folder.as_posix()}/{name}"))


def strings(content: Path, theme: str, *, check: bool) -> Translator:
    """Return what brings a theme's interface strings up to date, or with ``check`` compares."""
    from generator.wiring import translator  # noqa: PLC0415

    return translator(content, theme, writing=not check)


def translations(asked: Asked, place: Place) -> Progress:
    """Return how far a place has come in each language but its main one.

    The interface is written in English, and has no other beginning: a place whose main language is
    another is told of that too.
    """
    from generator.rules.translated import translated  # noqa: PLC0415
    from generator.wiring import interface  # noqa: PLC0415

    languages = place.settings.languages
    catalogued = [tag for tag in languages if tag.partition("-")[0] != "en"]
    known = {it.language: it for it in interface(asked.content, asked.theme, catalogued)}
    return tuple(
        (translated(place, language), known.get(language))
        for language in languages
        if language != place.settings.language or language in known
    )


def _publication(asked: Asked) -> FolderPublication:
    from generator.adapters.publication import FolderPublication  # noqa: PLC0415

    return FolderPublication(asked.out, asked.content, label=asked.out.as_posix())
