"""Scenes of making things: at desks, at tables, in studios."""

from __future__ import annotations

import math

from scripts.newport.shapes import (
    BLUE,
    EARTH,
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
)

WHITE = "#fffdf8"


def table(draw: Draw) -> None:
    """Draw the table top that things stand on."""
    box(draw, (-20, 290, 660, 380), EARTH)


def laptop_and_toast(draw: Draw) -> None:
    """Draw a laptop with coloured lines of code, beside a plate of toast."""
    table(draw)
    box(draw, (90, 90, 370, 272), INK)
    rows = ((90, TEAL), (150, YELLOW), (110, ORANGE), (170, BLUE), (70, YELLOW))
    for at, (length, colour) in enumerate(rows):
        indent = 118 + 24 * (at % 3)
        stroke(draw, [(indent, 122 + at * 28), (indent + length, 122 + at * 28)], 9, colour)
    polygon(draw, [(60, 294), (400, 294), (372, 268), (88, 268)], "#5b737c")
    oval(draw, (430, 262, 600, 304), WHITE)
    for x, lift in ((462, 0), (500, 16)):
        box(draw, (x, 216 - lift, x + 74, 280 - lift), "#b9732f")
        box(draw, (x + 8, 224 - lift, x + 66, 272 - lift), "#eac27a")
    box(draw, (520, 218, 546, 236), YELLOW)


def comic_panels(draw: Draw) -> None:
    """Draw four comic panels: a cat, a bang, a speech bubble and a moon."""
    panels = ((40, 30, TEAL), (330, 30, YELLOW), (40, 190, ORANGE), (330, 190, INK))
    for x, y, colour in panels:
        box(draw, (x - 5, y - 5, x + 275, y + 145), INK)
        box(draw, (x, y, x + 270, y + 140), colour)
    disc(draw, 175, 108, 48, INK)
    for side in (-1, 1):
        polygon(draw, [(175 + side * 46, 98), (175 + side * 40, 40), (175 + side * 8, 66)], INK)
        disc(draw, 175 + side * 18, 100, 10, YELLOW)
        disc(draw, 175 + side * 18, 100, 4, INK)
    burst = [
        (465 + (58 if turn % 2 else 30) * math.cos(turn * math.pi / 9) * 1.5,
         100 + (58 if turn % 2 else 30) * math.sin(turn * math.pi / 9))
        for turn in range(18)
    ]  # fmt: skip
    polygon(draw, burst, RED)
    box(draw, (90, 212, 262, 288), PAPER)
    polygon(draw, [(120, 280), (160, 280), (110, 316)], PAPER)
    for y, right in ((236, 236), (260, 200)):
        stroke(draw, [(114, y), (right, y)], 8, INK)
    disc(draw, 490, 246, 40, YELLOW)
    disc(draw, 508, 236, 34, INK)
    for x, y in ((370, 224), (420, 300), (560, 290), (400, 262)):
        disc(draw, x, y, 4, PAPER)


def still_life(draw: Draw) -> None:
    """Draw a jug, a pear and two lemons on a table, and a pencil drawing of them behind."""
    table(draw)
    box(draw, (400, 40, 590, 200), WHITE)
    for points in (
        [(440, 170), (436, 110), (460, 90), (484, 110), (480, 170), (440, 170)],
        [(505, 170), (498, 140), (514, 110), (530, 140), (523, 170), (505, 170)],
    ):
        stroke(draw, points, 3, "#7c8488")
    disc(draw, 495, 48, 7, RED)
    ring(draw, (262, 180), 34, 14, TEAL)
    polygon(draw, [(130, 296), (112, 180), (138, 96), (236, 96), (258, 180), (240, 296)], TEAL)
    polygon(draw, [(100, 90), (150, 90), (138, 126)], TEAL)
    oval(draw, (128, 84, 242, 108), INK)
    disc(draw, 340, 262, 40, "#9aa83c")
    disc(draw, 340, 212, 25, "#9aa83c")
    stroke(draw, [(340, 190), (350, 166)], 6, EARTH)
    for x in (430, 500):
        oval(draw, (x - 36, 246, x + 36, 300), YELLOW)
        disc(draw, x + 36, 273, 7, YELLOW)


def blocks(draw: Draw) -> None:
    """Draw wooden blocks, a stacking ring and a rattle on a striped mat."""
    for at in range(8):
        box(draw, (at * 80, 270, at * 80 + 40, 380), BLUE)
    for x, y, colour, mark in ((80, 190, ORANGE, 1), (180, 190, TEAL, 2), (130, 90, YELLOW, 3)):
        box(draw, (x, y, x + 96, y + 96), colour)
        for dot in range(mark):
            disc(draw, x + 48 + (dot - (mark - 1) / 2) * 24, y + 48, 9, PAPER)
    box(draw, (378, 110, 390, 280), EARTH)
    for at, colour in enumerate((RED, ORANGE, YELLOW, TEAL)):
        half = 66 - at * 13
        box(draw, (384 - half, 252 - at * 32, 384 + half, 282 - at * 32), colour)
    stroke(draw, [(500, 270), (556, 160)], 14, TEAL)
    disc(draw, 564, 142, 42, RED)
    for x, y in ((550, 130), (576, 134), (562, 158)):
        disc(draw, x, y, 6, PAPER)


def drum_machine(draw: Draw) -> None:
    """Draw a drum machine with sixteen pads, and headphones around it."""
    ring(draw, (320, 170), 250, 16, INK)
    for side in (-1, 1):
        box(draw, (320 + side * 250 - 32, 140, 320 + side * 250 + 32, 250), TEAL)
    box(draw, (160, 50, 480, 330), "#263f49")
    colours = (ORANGE, YELLOW, TEAL, BLUE)
    for row in range(4):
        for column in range(4):
            lit = (row * 3 + column * 5) % 7 in (0, 1, 2)
            x, y = 188 + column * 68, 112 + row * 52
            box(draw, (x, y, x + 56, y + 42), colours[(row + column) % 4] if lit else "#4a636d")
    for at in range(4):
        disc(draw, 216 + at * 68, 82, 14, PAPER)
        stroke(draw, [(216 + at * 68, 82), (222 + at * 68, 74)], 4, INK)


def salon(draw: Draw) -> None:
    """Draw scissors, a comb and a hairdryer in front of a round mirror."""
    table(draw)
    disc(draw, 320, 150, 118, TEAL)
    disc(draw, 320, 150, 102, "#cfe4ea")
    stroke(draw, [(262, 196), (352, 90)], 10, WHITE)
    for tip, grip in (((180, 100), (112, 236)), ((112, 100), (180, 236))):
        stroke(draw, [tip, grip], 10, "#5b737c")
        ring(draw, (grip[0], grip[1] + 24), 22, 10, ORANGE)
    box(draw, (246, 262, 400, 284), INK)
    for tooth in range(14):
        stroke(draw, [(254 + tooth * 11, 280), (254 + tooth * 11, 304)], 4, INK)
    box(draw, (500, 170, 540, 300), INK)
    disc(draw, 520, 150, 46, RED)
    polygon(draw, [(510, 112), (440, 122), (440, 172), (510, 188)], RED)
    disc(draw, 524, 150, 18, PAPER)


def story_book(draw: Draw) -> None:
    """Draw an open book with notes and a dragon's tail rising out of it."""
    tail = [(320 + 60 * math.sin(turn / 9) + turn / 3, 250 - turn * 2.1) for turn in range(90)]
    for at, (x, y) in enumerate(tail):
        disc(draw, x, y, 26 - at * 0.22, RED)
    x, y = tail[-1]
    polygon(draw, [(x - 30, y + 8), (x + 8, y - 34), (x + 34, y + 20)], RED)
    for at in range(8, 80, 12):
        spike, height = tail[at]
        polygon(draw, [(spike + 12, height), (spike + 44, height - 16), (spike + 18, height - 26)],
                ORANGE)  # fmt: skip
    for note, (at, up) in enumerate(((120, 150), (200, 90), (500, 130), (560, 200))):
        oval(draw, (at - 18, up - 12, at + 14, up + 12), TEAL if note % 2 else INK)
        stroke(draw, [(at + 11, up), (at + 11, up - 62), (at + 36, up - 48)], 6,
               TEAL if note % 2 else INK)  # fmt: skip
    for side in (-1, 1):
        polygon(draw, [(320, 250), (320 + side * 220, 220), (320 + side * 220, 320), (320, 350)],
                WHITE if side < 0 else "#f1e5cc")  # fmt: skip
        for line in range(3):
            start = (320 + side * 40, 268 + line * 24)
            stroke(draw, [start, (320 + side * 190, 246 + line * 24)], 5, "#c9bfa8")
    stroke(draw, [(320, 250), (320, 350)], 6, EARTH)


def signing_hands(draw: Draw) -> None:
    """Draw two hands shaping a sign above two cups."""
    table(draw)
    for side, skin in ((-1, "#8d5a3b"), (1, "#e3b58f")):
        x = 320 + side * 78
        stroke(
            draw, [(320 + side * 250, 236), (x + side * 24, 160)], 52, TEAL if side < 0 else ORANGE
        )
        disc(draw, x, 146, 42, skin)
        for finger in range(4):
            turn = math.radians(-100 + side * (finger * 22 - 40))
            tip = (x + 84 * math.cos(turn), 146 + 84 * math.sin(turn))
            stroke(draw, [(x, 140), tip], 19, skin)
        stroke(draw, [(x, 152), (x - side * 62, 128)], 19, skin)
    for x, colour in ((210, YELLOW), (390, BLUE)):
        ring(draw, (x + 48, 270), 14, 8, colour)
        box(draw, (x - 42, 244, x + 42, 304), colour)


def night_school(draw: Draw) -> None:
    """Draw a stethoscope, a microscope and a stack of books under a lamp."""
    table(draw)
    polygon(draw, [(400, 90), (300, 292), (560, 292)], "#f7e3b0")
    for at, (width, colour) in enumerate(((180, TEAL), (150, ORANGE), (165, YELLOW))):
        box(draw, (70, 258 - at * 36, 70 + width, 292 - at * 36), colour)
    loop = [
        (150 + 62 * math.cos(turn / 10), 128 + 54 * math.sin(turn / 10)) for turn in range(2, 50)
    ]
    stroke(draw, loop, 8, INK)
    disc(draw, 212, 140, 18, BLUE)
    for tip in ((128, 66), (166, 60)):
        stroke(draw, [tip, (150, 84)], 7, INK)
    box(draw, (370, 270, 500, 292), INK)
    stroke(draw, [(470, 272), (486, 200), (430, 140)], 16, INK)
    stroke(draw, [(392, 134), (432, 216)], 30, TEAL)
    box(draw, (400, 240, 470, 252), INK)
    stroke(draw, [(600, 290), (600, 120), (480, 60)], 10, EARTH)
    polygon(draw, [(500, 40), (450, 60), (420, 116), (500, 100)], RED)
