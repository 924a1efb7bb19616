"""The place's own colours as custom properties, which the theme's style sheet draws with."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.settings import Colours, Settings
from generator.rules.colours import PAPER, readable

PATH = "assets/css/place.css"
NIGHT = "#2b2823"
COMFORTABLE = 7.0
"""More than must be: a colour that is only just readable on dark looks dull."""


def own_files(settings: Settings) -> Mapping[str, bytes]:
    """Return what a place gives to its theme, by path: the style sheet of its colours.

    Each colour is given in two shades, one that can be read on light and one on dark. Without
    colours of its own a place has the theme's, and the style sheet, which pages always ask for, is
    empty.
    """
    colours = settings.colours or Colours()
    given = (("place", colours.primary), ("place-accent", colours.accent))
    lines = [line for name, colour in given if colour for line in _shades(name, colour)]
    style = "\n".join([":root {", *lines, "}", ""]) if lines else ""
    return {PATH: style.encode()}


def _shades(name: str, colour: str) -> tuple[str, str]:
    return (
        f"  --{name}: {readable(colour, PAPER)};",
        f"  --{name}-dark: {readable(colour, NIGHT, COMFORTABLE)};",
    )
