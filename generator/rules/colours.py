"""Colours that can be read: contrast by WCAG 2.2, and the nearest shade that has enough of it."""

from __future__ import annotations

TEXT_CONTRAST = 4.5
"""What WCAG 2.2, 1.4.3 asks between text and what is behind it."""

PAPER = "#f3ece0"
"""The darkest ground that the base theme lays under text in the light colour scheme."""

_STEPS = 50


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, behind: str, wanted: float = TEXT_CONTRAST) -> str:
    """Return the colour, or its nearest shade that has the contrast ``wanted`` with ``behind``.

    It is mixed with black where what is behind is light, else with white, in fiftieths, so that it
    stays the place's own colour as far as that can be.
    """
    target = "#000000" if _luminance(behind) > 0.18 else "#ffffff"  # noqa: PLR2004 - where black and white contrast alike
    for step in range(_STEPS):
        shade = mixed(colour, target, step / _STEPS)
        if contrast(shade, behind) >= wanted:
            return shade
    return target


def mixed(colour: str, other: str, share: float) -> str:
    """Return the colour with a share of another one in it, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return the relative luminance that WCAG 2.2 defines."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:  # noqa: PLR2004 - sRGB's own threshold
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
