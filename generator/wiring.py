"""Where adapters are put together for one build. Everything above only asks.

Whoever imports this waits for all libraries, so that only who has work for them does (app.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.adapters import package_data
from generator.adapters.archive import MemoArchive, NoArchive, Standing
from generator.adapters.calendar_icalendar import IcalendarWriter
from generator.adapters.clock import day_of
from generator.adapters.folder import DiskFolder
from generator.adapters.gazetteer_file import GazetteerFile
from generator.adapters.geocoding_geopy import GazetteerGeocoder
from generator.adapters.images_pillow import PillowImages
from generator.adapters.map_shell import FoliumShell
from generator.adapters.markdown_apart import bounded_markdown
from generator.adapters.memo import open_memo
from generator.adapters.memo_recollection import MemoRecollection
from generator.adapters.painting_pillow import PillowPainter
from generator.adapters.program_digest import this_program
from generator.adapters.publishing.tray import InHand
from generator.adapters.remembered import (
    RememberedCalendars,
    RememberedImages,
    RememberedMarkdown,
    RememberedPainter,
    RememberedShell,
)
from generator.adapters.remembered_stems import RememberedStemmer
from generator.adapters.rendering_jinja import JinjaRenderer
from generator.adapters.replaced_file import FileInAnyFolder
from generator.adapters.stemming_snowball import SnowballStemmer
from generator.adapters.strings_babel import BabelStrings, Words
from generator.adapters.values_as_data import ValuesAsData
from generator.adapters.wording_babel import BabelWordings, catalogues
from generator.adapters.workers import workers
from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.artifact import Published
from generator.model.asked import Asked
from generator.model.digest import digest
from generator.model.fault import Refused
from generator.model.interface import Interface
from generator.model.registry import KINDS
from generator.ports import Gazetteer, Ports, Publication, Reporter, Tray
from generator.rules.assets import published
from generator.rules.postcodes import normalise, slips
from generator.stages.parse import ReadRecord
from generator.workflows.translate import Shelf, Translator, interfaces


@contextmanager
def wired(
    asked: Asked,
    reporter: Reporter,
    publication: Publication,
    standing: Standing | None = None,
    tray: Tray | None = None,
) -> Iterator[Ports]:
    """Give the ports of one build until it is left; a test puts another in the place of one.

    ``standing`` tells what is published now, where that is to be made use of; ``tray`` is where
    finished files lie until then, without which they are held in memory.
    """
    themes = package_data.themes(asked.content, asked.theme)
    wordings = BabelWordings(themes)
    memo = open_memo(asked.cache)
    program = this_program(package_data.package())
    markdown = bounded_markdown({kind.folder: kind.address for kind in KINDS})
    snowball = SnowballStemmer(package_data.stemmers_folder())
    records = ValuesAsData(ReadRecord, *(kind.type for kind in KINDS))
    painter = PillowPainter(package_data.typeface_file())
    try:
        yield Ports(
            folder=DiskFolder(asked.content, asked.content.as_posix()),
            yaml=PyYaml(),
            markdown=RememberedMarkdown(markdown, memo, program),
            images=RememberedImages(PillowImages(), memo, program),
            gazetteer=gazetteer(),
            wording=wordings.speak,
            maps=RememberedShell(FoliumShell(), memo, program),
            calendars=RememberedCalendars(IcalendarWriter(), memo, program),
            painter=RememberedPainter(painter, memo, program),
            stemmer=RememberedStemmer(snowball, memo, program),
            renderer=JinjaRenderer(themes, wordings.speak, published),
            workers=workers(asked.jobs),
            publication=publication,
            tray=tray or InHand(),
            archive=NoArchive() if standing is None else archive(asked, standing),
            recollection=MemoRecollection(memo, program, {"records": records}),
            reporter=reporter,
            today=day_of(asked.today),
        )
    finally:
        memo.tidy()


def translator(content: Path, theme: str, *, writing: bool) -> Translator:
    """Return what brings a theme's strings up to date: the project's own, or the base theme's.

    Raises Refused where there is no such theme, and where the base theme is the installed one.
    """
    themes = package_data.themes(content, theme)
    if len(themes) == 1 and not package_data.in_a_checkout():
        raise Refused(
            "the strings of the base theme are Doorstep's own, and brought up to date there; "
            "--theme names a theme of yours"
        )
    shelves = [_shelf(it) for it in themes]
    base = shelves[1] if len(shelves) > 1 else None
    return Translator(_strings(themes, theme or "Doorstep"), shelves[0], base, writing)


def interface(content: Path, theme: str, languages: Sequence[str]) -> tuple[Interface, ...]:
    """Return how far the interface has come in these languages."""
    themes = package_data.themes(content, theme)
    return interfaces(_strings(themes[:-1], theme), [_shelf(it) for it in themes], languages)


def _strings(themes: Sequence[Path], title: str) -> BabelStrings:
    """Return the strings of the first of these themes; of none, none."""
    words = []
    for theme in themes[:1]:
        if theme.name == package_data.BASE_THEME:
            words.append(Words(package_data.package(), "*.py", "generator"))
        words.append(Words(theme / "templates", "*.html", f"themes/{theme.name}/templates"))
    return BabelStrings(words, title)


def _shelf(theme: Path) -> Shelf:
    folder, shown = theme / "locale", f"themes/{theme.name}/locale"
    return Shelf(
        template=FileInAnyFolder(folder / "messages.pot", f"{shown}/messages.pot"),
        catalogue=lambda language: FileInAnyFolder(
            folder / language / "messages.po", f"{shown}/{language}/messages.po"
        ),
        languages=tuple(sorted(it.parent.name for it in folder.glob("*/messages.po"))),
    )


def gazetteer() -> Gazetteer:
    """Return the gazetteer that travels in the package."""
    return GazetteerGeocoder(GazetteerFile(package_data.gazetteer_file()), normalise, slips)


def archive(asked: Asked, standing: Standing) -> MemoArchive:
    """Return the archive of what this program makes with the themes as they are now."""
    themes = package_data.themes(asked.content, asked.theme)
    program = this_program(package_data.package())
    drawn_by = digest(program, *catalogues(themes))
    return MemoArchive(open_memo(asked.cache), drawn_by, standing)


class Nowhere:
    """A Publication for those who publish nothing."""

    def publish(self, artifacts: object) -> Published:
        """Raise Refused."""
        raise Refused(f"nothing is published here: {type(artifacts).__name__}")
