"""Scenes and marks for opportunities and organisations of the demonstration."""

from __future__ import annotations

import math

from scripts.newport.shapes import (
    BLUE,
    EARTH,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    RED,
    SCALE,
    TEAL,
    YELLOW,
    Draw,
    box,
    disc,
    polygon,
    stroke,
    wave,
)


def sewing(draw: Draw) -> None:
    """Draw a sewing machine on a table, with a striped bag beside it."""
    box(draw, (0, 290, 640, 380), EARTH)
    box(draw, (90, 250, 370, 290), INK)
    box(draw, (300, 120, 360, 260), TEAL)
    box(draw, (110, 120, 360, 180), TEAL)
    box(draw, (110, 120, 160, 215), TEAL)
    stroke(draw, [(135, 215), (135, 250)], 5, INK)
    disc(draw, 372, 150, 24, ORANGE)
    disc(draw, 372, 150, 9, PAPER)
    box(draw, (215, 86, 245, 122), ORANGE)
    stroke(draw, [(230, 95), (180, 104), (135, 150), (135, 215)], 2, RED)
    stroke(draw, [(455, 200), (465, 120), (525, 120), (535, 200)], 10, INK)
    box(draw, (420, 180, 570, 310), YELLOW)
    for x in range(440, 570, 28):
        box(draw, (x, 180, x + 12, 310), ORANGE)


def heat(draw: Draw) -> None:
    """Draw a house at night as a heat camera sees it, with bright windows and a glowing door."""
    for x, y in ((70, 60), (160, 110), (520, 50), (590, 140), (450, 90), (40, 190)):
        disc(draw, x, y, 3, BLUE)
    box(draw, (0, 310, 640, 380), "#0d222a")
    box(draw, (190, 150, 450, 320), "#3f2a6b")
    polygon(draw, [(165, 160), (320, 50), (475, 160)], "#7a2f7d")
    box(draw, (388, 60, 418, 130), RED)
    for x in (220, 370):
        box(draw, (x, 185, x + 50, 240), ORANGE)
        box(draw, (x + 10, 195, x + 40, 230), YELLOW)
    box(draw, (295, 215, 345, 320), RED)
    box(draw, (303, 223, 337, 320), ORANGE)
    box(draw, (308, 268, 332, 276), YELLOW)
    for lift in range(3):
        points = [(403 + 8 * math.sin(y / 9), 48 - y) for y in range(12 * lift, 12 * lift + 9)]
        stroke(draw, points, 5, ORANGE)


def microphone(draw: Draw) -> None:
    """Draw a large microphone between sound waves."""
    for side in (-1, 1):
        for ring, colour in enumerate((TEAL, BLUE, YELLOW)):
            radius = 130 + ring * 48
            arc = [
                (320 + side * radius * math.cos(turn / 20), 150 + radius * math.sin(turn / 20))
                for turn in range(-11, 12)
            ]
            stroke(draw, arc, 12, colour)
    box(draw, (310, 240, 330, 330), INK)
    box(draw, (250, 318, 390, 336), INK)
    cradle = [
        (320 + 75 * math.cos(turn / 20), 165 + 75 * math.sin(turn / 20)) for turn in range(4, 60)
    ]
    stroke(draw, cradle, 10, INK)
    draw.rounded_rectangle(
        [part * SCALE for part in (275, 50, 365, 220)], radius=45 * SCALE, fill=ORANGE
    )
    for y in range(85, 190, 22):
        stroke(draw, [(292, y), (348, y)], 6, PAPER)


def mud_kitchen(draw: Draw) -> None:
    """Draw pans and spoons on an outdoor shelf, with puddles below."""
    for x in range(30, 640, 70):
        stroke(draw, [(x, 0), (x - 12, 26)], 4, BLUE)
        stroke(draw, [(x + 30, 44), (x + 18, 70)], 4, BLUE)
    box(draw, (70, 210, 570, 234), EARTH)
    for x in (100, 516):
        box(draw, (x, 230, x + 24, 330), EARTH)
    box(draw, (0, 320, 640, 380), "#6f5230")
    for x, width in ((220, 70), (430, 50)):
        draw.ellipse([part * SCALE for part in (x - width, 328, x + width, 350)], fill=BLUE)
    box(draw, (120, 150, 220, 212), INK)
    stroke(draw, [(215, 165), (275, 150)], 12, INK)
    disc(draw, 350, 128, 40, "#6f5230")
    box(draw, (300, 130, 400, 212), RED)
    for x in (292, 408):
        disc(draw, x, 150, 12, RED)
    box(draw, (290, 122, 410, 140), RED)
    stroke(draw, [(372, 118), (410, 50)], 10, ORANGE)
    disc(draw, 480, 190, 28, YELLOW)
    for turn in range(6):
        angle = math.tau * turn / 6
        disc(draw, 480 + 28 * math.cos(angle), 190 + 28 * math.sin(angle), 13, ORANGE)
    disc(draw, 480, 190, 16, YELLOW)


def two_cups(draw: Draw) -> None:
    """Draw two steaming cups, with a speech bubble over each."""
    box(draw, (60, 290, 580, 314), EARTH)
    for x, colour, side in ((190, TEAL, -1), (450, ORANGE, 1)):
        disc(draw, x + side * 62, 252, 26, colour)
        disc(draw, x + side * 62, 252, 14, PAPER)
        box(draw, (x - 60, 215, x + 60, 292), colour)
        for offset in (-25, 0, 25):
            steam = [(x + offset + 5 * math.sin(y / 6), 205 - y) for y in range(0, 34, 2)]
            stroke(draw, steam, 4, BLUE)
        box(draw, (x - 105, 40, x + 105, 130), INK)
        polygon(draw, [(x - 20, 125), (x + 24, 125), (x + 6, 160)], INK)
    for offset, length in ((-60, 120), (-30, 80)):
        stroke(draw, [(125, 130 + offset), (125 + length, 130 + offset)], 9, PAPER)
        stroke(draw, [(380, 130 + offset), (380 + length + 20, 130 + offset)], 9, YELLOW)
    for dot in range(3):
        disc(draw, 220 + dot * 20, 100, 6, YELLOW)


def garden_pots(draw: Draw) -> None:
    """Draw a row of pots: chillies, mint and a tall bean."""
    disc(draw, 560, 70, 38, YELLOW)
    box(draw, (0, 305, 640, 380), GREEN)
    for x, tall, colour in ((120, 90, ORANGE), (260, 60, TEAL), (400, 170, ORANGE), (540, 75, INK)):
        stroke(draw, [(x, 220), (x, 220 - tall)], 7, GREEN)
        for step in range(25, tall + 1, 30):
            for side in (-1, 1):
                tip = (x + side * 36, 208 - step)
                stroke(draw, [(x, 222 - step), tip], 9, GREEN)
                disc(draw, *tip, 12, "#6aa86f")
        polygon(draw, [(x - 50, 225), (x + 50, 225), (x + 36, 320), (x - 36, 320)], colour)
        box(draw, (x - 58, 212, x + 58, 234), colour)
    for x, y in ((84, 180), (156, 180), (98, 150), (146, 152)):
        stroke(draw, [(x, y), (x + 5, y + 20)], 10, RED)


def lanterns(draw: Draw) -> None:
    """Draw paper lanterns carried along a river in the dark."""
    for row in range(4):
        wave(draw, 292 + row * 22, 4, row, TEAL if row % 2 else "#2c5a68")
    paper = (YELLOW, ORANGE, PAPER, RED, YELLOW)
    for x, top, colour in zip((80, 200, 320, 440, 560), (90, 60, 100, 50, 85), paper, strict=True):
        for glow, shade in ((62, "#1e3d47"), (50, "#2a4a50")):
            disc(draw, x, top + 40, glow, shade)
        stroke(draw, [(x, top + 70), (x, 250)], 5, EARTH)
        draw.ellipse([part * SCALE for part in (x - 34, top, x + 34, top + 80)], fill=colour)
        for offset in (-16, 0, 16):
            stroke(draw, [(x + offset, top + 8), (x + offset, top + 72)], 2, EARTH)
        box(draw, (x - 14, top - 6, x + 14, top + 6), EARTH)
        for y in range(262, 286, 8):
            stroke(draw, [(x - 10, y), (x + 10, y)], 3, colour)


def two_walkers(draw: Draw) -> None:
    """Draw two older people walking with poles under a tree."""
    box(draw, (0, 295, 640, 380), "#cfe0c3")
    box(draw, (500, 150, 530, 310), EARTH)
    for x, y in ((515, 100), (465, 130), (565, 130), (515, 150)):
        disc(draw, x, y, 52, GREEN)
    for x, coat, skin in ((180, TEAL, "#e3b58f"), (330, ORANGE, "#6d4730")):
        disc(draw, x, 88, 30, "#d9d5cc")
        disc(draw, x + 3, 96, 26, skin)
        box(draw, (x - 36, 126, x + 36, 226), coat)
        stroke(draw, [(x - 14, 222), (x - 34, 310)], 20, INK)
        stroke(draw, [(x + 14, 222), (x + 36, 310)], 20, INK)
        stroke(draw, [(x + 24, 145), (x + 60, 190)], 16, coat)
        stroke(draw, [(x + 60, 180), (x + 84, 312)], 5, INK)
        stroke(draw, [(x - 24, 145), (x - 52, 195)], 16, coat)
        stroke(draw, [(x - 52, 185), (x - 72, 312)], 5, INK)


def needle(draw: Draw) -> None:
    """Draw a needle pulling a looping thread."""
    loop = [(30 + t * 1.3, 62 + 22 * math.sin(t / 14)) for t in range(120)]
    stroke(draw, loop, 6, ORANGE)
    stroke(draw, [(150, 90), (214, 26)], 8, TEAL)
    disc(draw, 166, 74, 4, PAPER)


def hopscotch(draw: Draw) -> None:
    """Draw hopscotch squares with a stone on one of them."""
    squares = ((20, 40), (62, 20), (62, 62), (104, 40), (146, 20), (146, 62), (188, 40))
    for at, (x, y) in enumerate(squares):
        box(draw, (x, y, x + 38, y + 38), (TEAL, ORANGE, YELLOW)[at % 3])
    disc(draw, 123, 59, 9, INK)


def wavelength(draw: Draw) -> None:
    """Draw a sound wave that swells and dies away."""
    for at in range(21):
        height = 6 + 40 * math.sin(math.pi * at / 20) * abs(math.cos(at * 1.3))
        colour = (TEAL, TEAL, ORANGE)[at % 3]
        stroke(draw, [(20 + at * 10, 60 - height), (20 + at * 10, 60 + height)], 6, colour)
