"""The place's own colours as custom properties, which the theme's style sheet draws with."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.settings import Colours
from generator.rules.colours import readable

PATH = "assets/css/place.css"
PAPER = "#f3ece0"
NIGHT = "#2b2823"


def place_style(edition: Edition) -> Produced:
    """Return the style sheet of the place's colours, once for all languages.

    Each colour is given in two shades, one that can be read on light and one on dark. Without
    colours of its own a place has the theme's, and the file is empty: pages always ask for it.
    """
    if not edition.main:
        return Produced()
    colours = edition.place.settings.colours or Colours()
    given = (("place", colours.primary), ("place-accent", colours.accent))
    lines = [line for name, colour in given if colour for line in _shades(name, colour)]
    style = "\n".join([":root {", *lines, "}", ""]) if lines else ""
    return Produced(artifacts=(Artifact(PATH, style.encode()),))


def _shades(name: str, colour: str) -> tuple[str, str]:
    return (
        f"  --{name}: {readable(colour, PAPER)};",
        f"  --{name}-dark: {readable(colour, NIGHT)};",
    )
