"""A badge drawn for a team without a designer; docs/badge-drawing.md says why it looks as it does.

Nothing in it is random, and its title is escaped like any other author's words: the file is SVG,
which browsers also open by itself, so it must not be able to carry a script.
"""

from __future__ import annotations

import colorsys
import re
from html import escape

from generator.model.badge import Badge
from generator.model.drawing import Disc, Drawing, Line, Polygon
from generator.model.place import Place
from generator.model.settings import Colours
from generator.rules.badge_motifs import motif
from generator.rules.badge_outlines import CENTRE, CLEAR, outline
from generator.rules.colours import mixed, readable
from generator.rules.line_fitting import fitted

SIZE = 400
_RADIUS = 192
_LINE_RADIUS, _GROUND_RADIUS = 178, 168
_MOTIF_MIDDLE, _MOTIF_RADIUS = (CENTRE, 108.0), 36.0
_TEXT_ABOVE, _TEXT_BELOW = -50.0, 118.0
_OWN_COLOURS = Colours("#0b5d5e", "#c8553d")
_WHITE = "#ffffff"
_TURNS = (0.0, 0.08, -0.08, 0.16, -0.16)
"""How far topics turn the place's colour around the wheel; coprime to the number of motifs."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2): it would make the whole drawing unreadable."""


def drawn_badge(badge: Badge, place: Place, language: str = "") -> str:
    """Return a badge's drawing as an SVG document, by default in the place's main language."""
    language = language or place.settings.language
    drawing = badge_drawing(badge, place, language)
    shapes = "".join(_element(shape) for shape in drawing.shapes)
    lines = "".join(
        f'<tspan x="{line.middle[0]:g}" y="{line.middle[1]:g}">{escape(line.words)}</tspan>'
        for line in drawing.lines
    )
    size = drawing.lines[0].size if drawing.lines else 0
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" '
        f'lang="{escape(badge.title.chosen(language)[0])}">'
        f"<title>{escape(_title(badge, language))}</title>{shapes}"
        f'<text fill="{_WHITE}" font-family="system-ui, sans-serif" font-weight="700" '
        f'font-size="{size:g}" text-anchor="middle">{lines}</text></svg>\n'
    )


def badge_drawing(badge: Badge, place: Place, language: str = "") -> Drawing:
    """Return the drawing itself: the layer's outline, the topic's motif and tone, the title."""
    title = _title(badge, language or place.settings.language)
    colours = place.settings.colours or _OWN_COLOURS
    layer = _position(badge.layer, place, "layers")
    topic = _position(badge.topics[0] if badge.topics else "", place, "topics")
    ground = _ground(colours.primary or _OWN_COLOURS.primary, topic)
    edge = colours.accent or mixed(ground, "#000000", 0.3)
    words = fitted(title, _GROUND_RADIUS * CLEAR, _TEXT_ABOVE, _TEXT_BELOW)
    return Drawing(
        SIZE,
        (
            outline(layer, _RADIUS, edge),
            outline(layer, _LINE_RADIUS, _WHITE),
            outline(layer, _GROUND_RADIUS, ground),
            *motif(topic, _MOTIF_MIDDLE, _MOTIF_RADIUS, _WHITE, ground),
        ),
        tuple(
            Line(line, (CENTRE, round(CENTRE + height, 1)), words.size, _WHITE)
            for line, height in zip(words.lines, words.heights, strict=True)
        ),
    )


def _title(badge: Badge, language: str) -> str:
    return _UNWRITABLE.sub(" ", badge.title.words(language))


def _position(identifier: str, place: Place, scheme: str) -> int:
    """Return where a term stands in its scheme: the team's own order, which is no rank."""
    terms = [term.id for term in place.taxonomy.scheme(scheme)]
    return terms.index(identifier) if identifier in terms else 0


def _ground(primary: str, topic: int) -> str:
    red, green, blue = (int(primary[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    turned = colorsys.hls_to_rgb((hue + _TURNS[topic % len(_TURNS)]) % 1, light, full)
    return readable("#" + "".join(f"{round(part * 255):02x}" for part in turned), _WHITE)


def _element(shape: Disc | Polygon) -> str:
    if isinstance(shape, Disc):
        x, y = shape.centre
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.1f}" fill="{shape.fill}"/>'
    points = " ".join(f"{x:.0f},{y:.0f}" for x, y in shape.points)
    return f'<polygon points="{points}" fill="{shape.fill}"/>'
