"""Where adapters are put together for one build. Everything above only asks.

Whoever imports this waits for all libraries, so that only who has work for them does (app.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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
from generator.adapters.painting_pillow import PillowPainter
from generator.adapters.program_digest import this_program
from generator.adapters.remembered import (
    RememberedCalendars,
    RememberedImages,
    RememberedMarkdown,
    RememberedPainter,
    RememberedShell,
)
from generator.adapters.rendering_jinja import JinjaRenderer
from generator.adapters.stemming_snowball import SnowballStemmer
from generator.adapters.wording_babel import BabelWordings, catalogues
from generator.adapters.workers import workers
from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.artifact import Published
from generator.model.asked import Asked
from generator.model.digest import digest
from generator.model.fault import Refused
from generator.model.recollection import AFRESH
from generator.model.registry import KINDS
from generator.ports import Gazetteer, Ports, Publication, Reporter
from generator.rules.postcodes import normalise, slips


@contextmanager
def wired(
    asked: Asked, reporter: Reporter, publication: Publication, standing: Standing | None = None
) -> Iterator[Ports]:
    """Give the ports of one build until it is left; a test puts another in the place of one.

    ``standing`` tells what is published now, where that is to be made use of.
    """
    themes = package_data.themes(asked.content, asked.theme)
    wordings = BabelWordings(themes)
    memo = open_memo(asked.cache)
    program = this_program(package_data.package())
    markdown = bounded_markdown({kind.folder: kind.address for kind in KINDS})
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
            stemmer=SnowballStemmer(package_data.stemmers_folder()),
            renderer=JinjaRenderer(themes, wordings.speak),
            workers=workers(asked.jobs),
            publication=publication,
            archive=NoArchive() if standing is None else archive(asked, standing),
            recollection=AFRESH,
            reporter=reporter,
            today=day_of(asked.today),
        )
    finally:
        memo.tidy()


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
