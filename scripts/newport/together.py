"""Scenes of learning together: cooking, singing, first aid, archives, a practice interview."""

from __future__ import annotations

import math

from scripts.newport import indoors
from scripts.newport.shapes import (
    BLUE,
    EARTH,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    RED,
    TEAL,
    YELLOW,
    Draw,
    box,
    disc,
    oval,
    polygon,
    ring,
    stroke,
    wave,
)


def big_pot(draw: Draw) -> None:
    """Draw a big pot on a stove, with carrots and an onion beside it."""
    box(draw, (-20, 280, 660, 380), INK)
    for steam in (-60, 0, 60):
        line = [(300 + steam + 7 * math.sin(y / 8), 96 - y) for y in range(0, 66, 2)]
        stroke(draw, line, 7, BLUE)
    box(draw, (170, 130, 430, 282), ORANGE)
    for side in (-1, 1):
        ring(draw, (300 + side * 138, 168), 18, 12, ORANGE)
    box(draw, (156, 112, 444, 140), RED)
    box(draw, (282, 98, 318, 116), INK)
    stroke(draw, [(190, 292), (410, 292)], 8, YELLOW)
    for at, tip in enumerate(((560, 262), (586, 232))):
        polygon(draw, [(490 + at * 26, 286 - at * 34), tip, (494 + at * 26, 264 - at * 34)], ORANGE)
        stroke(draw, [(492 + at * 26, 274 - at * 34), (470 + at * 26, 256 - at * 34)], 8, GREEN)
    disc(draw, 96, 250, 34, "#b86f8d")
    stroke(draw, [(96, 220), (90, 196)], 8, GREEN)


def song_sheet(draw: Draw) -> None:
    """Draw notes that climb over wavy lines, with a bird on the last one."""
    for line in range(5):
        wave(draw, 130 + line * 40, 14, 0, "#d8c9a6")
    for at in range(8):
        x, y = 60 + at * 72, 300 - at * 26 + 14 * math.sin(at * 72 / 22)
        colour = (TEAL, INK, ORANGE)[at % 3]
        oval(draw, (x - 24, y - 16, x + 18, y + 16), colour)
        stroke(draw, [(x + 15, y), (x + 15, y - 78)], 7, colour)
    oval(draw, (548, 6, 612, 50), RED)
    disc(draw, 604, 14, 15, RED)
    polygon(draw, [(616, 8), (638, 16), (614, 22)], YELLOW)
    disc(draw, 608, 11, 3, INK)


def first_aid(draw: Draw) -> None:
    """Draw an open first aid kit with a bandage and plasters."""
    indoors.table(draw)
    box(draw, (130, 60, 510, 190), "#3d7350")
    box(draw, (120, 170, 520, 296), GREEN)
    disc(draw, 320, 232, 44, indoors.WHITE)
    box(draw, (308, 200, 332, 264), GREEN)
    box(draw, (288, 220, 352, 244), GREEN)
    for at, x in enumerate((190, 380)):
        for turn, y in ((-1, 106), (1, 146)):
            stroke(draw, [(x, y), (x + 76, y - turn * 8)], 24, ("#e3b58f", "#8d5a3b")[at])
            disc(draw, x + 38, y - turn * 4, 8, PAPER)
    disc(draw, 574, 258, 40, indoors.WHITE)
    disc(draw, 574, 258, 14, "#d9d5cc")
    box(draw, (574, 280, 660, 300), indoors.WHITE)


def old_map(draw: Draw) -> None:
    """Draw an old map with a river and a pin, under a magnifying glass."""
    box(draw, (60, 40, 580, 330), "#e8d3a4")
    for x in (233, 406):
        stroke(draw, [(x, 46), (x, 324)], 3, "#cdb37c")
    river = [(90 + t * 4.7, 250 - t * 1.3 + 34 * math.sin(t / 13)) for t in range(100)]
    stroke(draw, river, 20, BLUE)
    for x, y in ((130, 110), (180, 90), (160, 140), (330, 280), (380, 270), (470, 90), (520, 120)):
        polygon(draw, [(x - 16, y), (x, y - 18), (x + 16, y)], RED)
        polygon(draw, [(x - 12, y), (x + 12, y), (x + 12, y + 16), (x - 12, y + 16)], EARTH)
    polygon(draw, [(292, 170), (324, 170), (308, 214)], ORANGE)
    disc(draw, 308, 160, 20, ORANGE)
    disc(draw, 308, 160, 8, PAPER)
    stroke(draw, [(492, 252), (566, 340)], 22, INK)
    disc(draw, 452, 204, 66, "#d5e6ea")
    stroke(draw, [(412, 214), (490, 192)], 22, BLUE)
    ring(draw, (452, 204), 66, 14, INK)


def two_chairs(draw: Draw) -> None:
    """Draw two chairs that face each other across a round table with a plant."""
    box(draw, (-20, 310, 660, 380), "#e9d9b8")
    for side, colour in ((-1, TEAL), (1, ORANGE)):
        back, front = 320 + side * 230, 320 + side * 130
        box(draw, (min(back, back - side * 26), 90, max(back, back - side * 26), 230), colour)
        box(draw, (min(back, front), 214, max(back, front), 240), colour)
        for x in (back - side * 12, front + side * 12):
            stroke(draw, [(x, 240), (x, 326)], 12, INK)
    box(draw, (230, 190, 410, 208), EARTH)
    stroke(draw, [(320, 208), (320, 322)], 16, EARTH)
    box(draw, (270, 318, 370, 332), EARTH)
    for turn in (-130, -105, -80, -55):
        tip = (310 + 66 * math.cos(math.radians(turn)), 156 + 66 * math.sin(math.radians(turn)))
        stroke(draw, [(310, 156), tip], 14, GREEN)
    polygon(draw, [(284, 150), (336, 150), (328, 192), (292, 192)], RED)
    box(draw, (356, 166, 384, 192), indoors.WHITE)
