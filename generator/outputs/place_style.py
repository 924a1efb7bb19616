"""The place's own colours as custom properties, which the theme's style sheet draws with."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.settings import Colours
from generator.rules.colours import PAPER, readable

PATH = "assets/css/place.css"
NIGHT = "#2b2823"
COMFORTABLE = 7.0
"""More than must be: a colour that is only just readable on dark looks dull."""

ICON_PATH = "assets/icon.svg"
ICON_COLOUR = "#0b5d5e"


def place_style(edition: Edition) -> Produced:
    """Return the style sheet of the place's colours and its icon, once for all languages.

    Each colour is given in two shades, one that can be read on light and one on dark. Without
    colours of its own a place has the theme's, and the style sheet, which pages always ask for, is
    empty.
    """
    if not edition.main:
        return Produced()
    colours = edition.place.settings.colours or Colours()
    given = (("place", colours.primary), ("place-accent", colours.accent))
    lines = [line for name, colour in given if colour for line in _shades(name, colour)]
    style = "\n".join([":root {", *lines, "}", ""]) if lines else ""
    icon = _icon(colours.primary or ICON_COLOUR)
    return Produced(artifacts=(Artifact(PATH, style.encode()), Artifact(ICON_PATH, icon.encode())))


def _icon(colour: str) -> str:
    """Return the icon of a browser's tab: an open door, in the place's colour."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{readable(colour, "#ffffff")}"/>'
        '<path d="M10 25V7h12v18M7 25h18" fill="none" stroke="#fff" stroke-width="2.5" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
        '<path d="M10 7l7 3v15" fill="#fff"/></svg>\n'
    )


def _shades(name: str, colour: str) -> tuple[str, str]:
    return (
        f"  --{name}: {readable(colour, PAPER)};",
        f"  --{name}-dark: {readable(colour, NIGHT, COMFORTABLE)};",
    )
