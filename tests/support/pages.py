"""Every page of a place by the base theme, for tests of whole pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.adapters.package_data import typeface_file
from generator.adapters.painting_pillow import PillowPainter
from generator.adapters.rendering_jinja import JinjaRenderer
from generator.adapters.wording_babel import BabelWordings
from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output
from generator.model.page import Page
from generator.model.place import Place
from generator.outputs.badge_drawings import badge_drawings
from generator.outputs.badges import badges
from generator.outputs.categories import categories
from generator.outputs.data_guide import data_guide
from generator.outputs.explore import explore
from generator.outputs.home import home
from generator.outputs.neighbourhoods import neighbourhoods
from generator.outputs.notices import notices
from generator.outputs.opportunities import opportunities
from generator.outputs.organisations import organisations
from generator.outputs.pathways import pathways
from generator.outputs.pictures import pictures
from generator.outputs.saved import saved
from generator.outputs.signposts import signposts
from generator.outputs.tab_icon import tab_icon
from generator.outputs.terms import terms
from generator.outputs.touch_icon import touch_icon
from generator.outputs.venues import venues
from generator.outputs.whats_on import whats_on
from generator.outputs.written_pages import written_pages
from generator.rules.assets import published
from generator.stages.render import dressed
from tests.support.browser_stems import STEMMER

BASE_THEME = Path(__file__).resolve().parents[2] / "themes" / "base"
PAGE_OUTPUTS: tuple[Output, ...] = (
    home, opportunities, badges(STEMMER), badge_drawings, organisations, venues,
    pathways(STEMMER), neighbourhoods, terms, whats_on, saved, explore(STEMMER), categories,
    written_pages, notices, data_guide, signposts, pictures, tab_icon,
    touch_icon(PillowPainter(typeface_file())),
)  # fmt: skip


def wordings() -> BabelWordings:
    return BabelWordings((BASE_THEME,))


@cache
def renderer() -> JinjaRenderer:
    """Return one renderer for all tests: it is what compiling templates once is for."""
    return JinjaRenderer((BASE_THEME,), wordings().speak, published)


def planned(place: Place) -> Iterator[Page | Artifact]:
    """Yield what all page outputs make of a place, in each of its languages."""
    for language in place.settings.languages:
        edition = Edition(place, language, wordings().speak(language))
        for output in PAGE_OUTPUTS:
            produced = output(edition)
            yield from produced.pages
            yield from produced.artifacts


def drawn(place: Place) -> dict[str, str]:
    """Return every page of a place by its path."""
    draw = dressed(renderer(), place)
    pages = [it for it in planned(place) if isinstance(it, Page)]
    return {it.path: draw.render(it.template, it.view, it.language) for it in pages}


def files(place: Place) -> dict[str, bytes]:
    """Return every other file of a place by its path."""
    return {it.path: it.content for it in planned(place) if isinstance(it, Artifact)}
