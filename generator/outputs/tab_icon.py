"""The icon of a browser's tab: an open door, in the place's colour."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.settings import Colours
from generator.rules.colours import readable

PATH = "assets/icon.svg"
COLOUR = "#0b5d5e"


def tab_icon(edition: Edition) -> Produced:
    """Return the icon, once for all languages.

    Its name stays whatever is drawn: browsers keep it with bookmarks, and ask for it by that.
    """
    if not edition.main:
        return Produced()
    colours = edition.place.settings.colours or Colours()
    return Produced(artifacts=(Artifact(PATH, _icon(colours.primary or COLOUR).encode()),))


def _icon(colour: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{readable(colour, "#ffffff")}"/>'
        '<path d="M10 25V7h12v18M7 25h18" fill="none" stroke="#fff" stroke-width="2.5" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
        '<path d="M10 7l7 3v15" fill="#fff"/></svg>\n'
    )
