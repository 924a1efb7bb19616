"""Scenes of what happens outdoors, and of people who move."""

from __future__ import annotations

import math

from scripts.newport.shapes import (
    BLUE,
    EARTH,
    GRASS,
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


def bicycle(draw: Draw, x: float, y: float, frame: str) -> None:
    """Draw a bicycle whose pedals are at a point."""
    hind, front = (x - 84, y + 8), (x + 92, y + 8)
    for hub in (hind, front):
        ring(draw, hub, 54, 9, INK)
        for spoke in range(8):
            angle = math.tau * spoke / 8
            stroke(draw, [hub, (hub[0] + 50 * math.cos(angle), hub[1] + 50 * math.sin(angle))],
                   1.5, INK)  # fmt: skip
    seat, head = (x - 30, y - 78), (x + 68, y - 74)
    stroke(draw, [(x, y), hind, seat, (x, y), head, seat], 10, frame)
    stroke(draw, [front, (x + 62, y - 100), (x + 92, y - 110)], 10, frame)
    stroke(draw, [(seat[0] - 24, seat[1] - 10), (seat[0] + 22, seat[1] - 10)], 13, INK)
    disc(draw, x, y, 14, INK)


def bike_shed(draw: Draw) -> None:
    """Draw a bicycle on a repair stand outside an open shed."""
    box(draw, (-20, 310, 660, 380), GRASS)
    polygon(draw, [(40, 110), (180, 40), (320, 110)], RED)
    box(draw, (60, 106, 300, 316), EARTH)
    box(draw, (96, 140, 264, 316), INK)
    for x, length in ((130, 60), (170, 80), (210, 56)):
        stroke(draw, [(x, 150), (x, 150 + length)], 6, BLUE)
    stroke(draw, [(440, 312), (440, 190)], 12, "#5b737c")
    stroke(draw, [(400, 318), (480, 318)], 12, "#5b737c")
    bicycle(draw, 444, 230, YELLOW)
    box(draw, (560, 268, 620, 318), TEAL)
    for x in (576, 598):
        stroke(draw, [(x, 270), (x, 236)], 7, INK)


def path_steps(draw: Draw) -> None:
    """Draw a spade and a wheelbarrow beside wooden steps up a bank."""
    polygon(draw, [(-10, 330), (640, 90), (650, 380), (-10, 380)], GREEN)
    box(draw, (-20, 320, 660, 380), "#457a50")
    for step in range(6):
        x, y = 250 + step * 62, 300 - step * 40
        polygon(draw, [(x, y + 22), (x + 100, y + 22), (x + 110, y), (x + 10, y)], "#c9a86a")
        stroke(draw, [(x, y + 24), (x + 100, y + 24)], 11, EARTH)
    disc(draw, 110, 70, 36, YELLOW)
    stroke(draw, [(220, 322), (232, 150)], 9, EARTH)
    stroke(draw, [(220, 148), (246, 150)], 10, INK)
    polygon(draw, [(202, 296), (240, 298), (236, 346), (218, 358), (204, 344)], "#5b737c")
    polygon(draw, [(40, 244), (180, 244), (152, 304), (70, 304)], ORANGE)
    stroke(draw, [(150, 300), (206, 262)], 9, INK)
    oval(draw, (58, 218, 166, 262), EARTH)
    disc(draw, 74, 322, 26, INK)
    disc(draw, 74, 322, 9, PAPER)


def football_and_pizza(draw: Draw) -> None:
    """Draw a football in a goal, and a slice of pizza in the goalkeeper's place."""
    box(draw, (-20, 290, 660, 380), GREEN)
    for x in range(120, 540, 30):
        stroke(draw, [(x, 70), (x, 290)], 2, "#c9d3d0")
    for y in range(90, 290, 30):
        stroke(draw, [(100, y), (540, y)], 2, "#c9d3d0")
    stroke(draw, [(100, 296), (100, 64), (540, 64), (540, 296)], 14, PAPER)
    stroke(draw, [(100, 296), (100, 64), (540, 64), (540, 296)], 4, INK)
    polygon(draw, [(250, 120), (400, 120), (325, 290)], YELLOW)
    stroke(draw, [(250, 118), (400, 118)], 28, "#b9732f")
    for x, y in ((300, 150), (350, 160), (322, 196), (328, 240)):
        disc(draw, x, y, 13, RED)
    for x, y in ((276, 146), (372, 140), (340, 216)):
        disc(draw, x, y, 6, GREEN)
    for side in (-1, 1):
        stroke(draw, [(325 + side * 54, 170), (325 + side * 112, 118)], 11, INK)
        disc(draw, 325 + side * 116, 112, 17, ORANGE)
    disc(draw, 476, 262, 40, INK)
    disc(draw, 476, 262, 36, PAPER)
    disc(draw, 476, 262, 13, INK)
    for turn in range(5):
        angle = math.radians(turn * 72 - 90)
        disc(draw, 476 + 32 * math.cos(angle), 262 + 32 * math.sin(angle), 8, INK)


def canal_lock(draw: Draw) -> None:
    """Draw a canal lock with white-tipped gates, and a duck on the water."""
    disc(draw, 540, 66, 34, YELLOW)
    for x, size in ((60, 52), (120, 64), (580, 58)):
        disc(draw, x, 190, size, GREEN)
    box(draw, (-20, 214, 660, 380), GRASS)
    polygon(draw, [(180, 214), (460, 214), (620, 380), (20, 380)], "#8d8a84")
    polygon(draw, [(206, 214), (434, 214), (570, 380), (70, 380)], TEAL)
    for row in range(4):
        reach = 60 + row * 44
        stroke(draw, [(320 - reach, 286 + row * 24), (320 + reach, 286 + row * 24)], 4, BLUE)
    for side in (-1, 1):
        hinge = 320 + side * 122
        polygon(draw, [(320, 130), (hinge, 150), (hinge, 256), (320, 268)], INK)
        stroke(draw, [(320 + side * 16, 148), (320 + side * 250, 122)], 18, INK)
        stroke(draw, [(320 + side * 226, 125), (320 + side * 250, 122)], 18, PAPER)
        for y in (176, 206, 236):
            stroke(draw, [(326 if side > 0 else 314, y), (hinge - side * 6, y)], 3, "#5b737c")
    oval(draw, (190, 316, 260, 348), PAPER)
    disc(draw, 254, 304, 15, "#3d7350")
    polygon(draw, [(266, 300), (288, 308), (266, 312)], ORANGE)


def street_dance(draw: Draw) -> None:
    """Draw three dancers, one of them in a wheelchair, in front of a loudspeaker."""
    box(draw, (-20, 306, 660, 380), "#ead7ad")
    box(draw, (40, 120, 160, 312), INK)
    for y, radius in ((172, 30), (256, 42)):
        disc(draw, 100, y, radius, "#5b737c")
        disc(draw, 100, y, radius / 2.4, YELLOW)
    for reach, colour in ((34, ORANGE), (58, TEAL)):
        arc = [
            (164 + reach * math.cos(turn / 12), 214 + reach * math.sin(turn / 12) * 1.4)
            for turn in range(-11, 12)
        ]
        stroke(draw, arc, 7, colour)
    disc(draw, 310, 84, 29, "#6d4730")
    box(draw, (280, 118, 340, 216), ORANGE)
    for points, width, colour in (
        ([(290, 134), (240, 90), (262, 50)], 17, ORANGE),
        ([(332, 134), (382, 168), (400, 128)], 17, ORANGE),
        ([(296, 212), (262, 262), (284, 316)], 22, INK),
        ([(326, 212), (366, 256), (352, 316)], 22, INK),
    ):
        stroke(draw, points, width, colour)
    disc(draw, 454, 128, 27, "#e3b58f")
    box(draw, (428, 160, 482, 244), TEAL)
    stroke(draw, [(436, 174), (400, 112)], 16, TEAL)
    stroke(draw, [(474, 174), (518, 122)], 16, TEAL)
    stroke(draw, [(438, 242), (500, 246), (508, 298)], 20, INK)
    ring(draw, (446, 268), 44, 9, RED)
    disc(draw, 508, 304, 11, RED)
    disc(draw, 586, 108, 26, "#8d5a3b")
    box(draw, (560, 140, 614, 226), YELLOW)
    for points, width, colour in (
        ([(568, 156), (540, 204), (560, 240)], 15, YELLOW),
        ([(606, 156), (630, 110), (612, 66)], 15, YELLOW),
        ([(574, 222), (556, 270), (560, 316)], 20, INK),
        ([(600, 222), (616, 268), (606, 316)], 20, INK),
    ):
        stroke(draw, points, width, colour)


def pond(draw: Draw) -> None:
    """Draw a net and a tray by a pond with reeds, a frog and a dragonfly."""
    box(draw, (-20, 210, 660, 380), GRASS)
    oval(draw, (250, 220, 700, 370), BLUE)
    for row in range(3):
        stroke(draw, [(350 + row * 50, 262 + row * 30), (470 + row * 40, 262 + row * 30)], 5, PAPER)
    for at, x in enumerate((520, 548, 580, 606)):
        stroke(draw, [(x, 250), (x + 6, 110 - at % 2 * 30)], 7, GREEN)
        stroke(draw, [(x + 5, 128 - at % 2 * 30), (x + 6, 92 - at % 2 * 30)], 15, EARTH)
    polygon(draw, [(60, 292), (220, 292), (240, 350), (40, 350)], PAPER)
    polygon(draw, [(72, 302), (208, 302), (222, 340), (58, 340)], "#bcdbe3")
    for x, y in ((100, 322), (146, 314), (178, 330)):
        oval(draw, (x - 12, y - 5, x + 12, y + 5), INK)
    stroke(draw, [(60, 70), (250, 222)], 9, EARTH)
    polygon(draw, [(250, 222), (330, 214), (316, 290), (268, 286)], "#e9f0ee")
    ring(draw, (290, 222), 40, 8, INK)
    oval(draw, (404, 296, 476, 340), GREEN)
    for x in (424, 456):
        disc(draw, x, 298, 11, GREEN)
        disc(draw, x, 295, 4, INK)
    stroke(draw, [(400, 110), (470, 84)], 8, TEAL)
    for dx, dy in ((-14, -34), (16, -44), (8, 36), (30, 22)):
        stroke(draw, [(440, 95), (440 + dx, 95 + dy)], 9, "#a9d3de")
    wave(draw, 372, 3, 0, GREEN)
