"""Draw the demonstration's few pictures, so that none of them belongs to anyone else.

    python -m scripts.newport.pictures content/images

Plain shapes on patterns, in few colours: each file is a few kilobytes. What they show is written
in the records that use them.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

from scripts.newport import indoors, outdoors, scenes, together
from scripts.newport.shapes import (
    BLUE,
    INK,
    ORANGE,
    PAPER,
    SCALE,
    TEAL,
    YELLOW,
    Draw,
    box,
    disc,
    stroke,
    wave,
)


def main() -> int:
    """Write every picture into the folder given."""
    parser = argparse.ArgumentParser(description="Draw the demonstration's pictures.")
    parser.add_argument("folder", type=Path, help="where to write, for example content/images")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, (width, height, background, draw) in PICTURES.items():
        target = folder / f"{name}.png"
        picture(width, height, background, draw).save(target, optimize=True)
        print(f"{target.name}: {target.stat().st_size} bytes")
    return 0


def picture(width: int, height: int, background: str, draw: Callable[[Draw], None]) -> Image.Image:
    """Return one picture at its own size."""
    large = Image.new("RGB", (width * SCALE, height * SCALE), background)
    draw(ImageDraw.Draw(large))
    return large.resize((width, height), Image.Resampling.LANCZOS)


def robot(draw: Draw) -> None:
    """Draw a square-headed robot with round eyes, on orange stripes."""
    for left in range(-400, 400, 50):
        stroke(draw, [(left, 400), (left + 400, 0)], 22, ORANGE)
    stroke(draw, [(200, 70), (200, 110)], 8, INK)
    disc(draw, 200, 62, 14, YELLOW)
    box(draw, (110, 105, 290, 235), TEAL)
    for x in (160, 240):
        disc(draw, x, 160, 26, PAPER)
        disc(draw, x + 6, 164, 11, INK)
    stroke(draw, [(155, 208), (245, 208)], 8, INK)
    box(draw, (135, 245, 265, 335), INK)
    for x, colour in ((170, YELLOW), (200, ORANGE), (230, BLUE)):
        disc(draw, x, 275, 9, colour)
    for side in (-1, 1):
        stroke(draw, [(200 + side * 75, 260), (200 + side * 115, 300)], 14, INK)
        disc(draw, 200 + side * 45, 350, 26, TEAL)


def wader(draw: Draw) -> None:
    """Draw a long-billed wading bird above blue ripples."""
    disc(draw, 315, 85, 40, YELLOW)
    for row in range(5):
        wave(draw, 290 + row * 24, 5, row, BLUE if row % 2 else TEAL)
    for x in (180, 212):
        stroke(draw, [(x, 230), (x + 6, 300)], 7, ORANGE)
    draw.ellipse([part * SCALE for part in (125, 150, 275, 245)], fill=INK)
    stroke(draw, [(150, 190), (130, 130), (140, 105)], 26, INK)
    disc(draw, 138, 100, 27, INK)
    stroke(draw, [(125, 102), (60, 132)], 8, ORANGE)
    disc(draw, 132, 95, 5, PAPER)
    stroke(draw, [(180, 190), (265, 185)], 10, BLUE)


def workbench(draw: Draw) -> None:
    """Draw two people at a workbench with a bicycle wheel between them."""
    for x in range(0, 640, 40):
        for y in range(0, 360, 40):
            disc(draw, x + 20 * (y // 40 % 2), y, 4, "#f1dfbf")
    for x, toward, shirt, skin in ((170, 1, TEAL, "#8d5a3b"), (470, -1, ORANGE, "#e3b58f")):
        disc(draw, x, 110, 36, skin)
        box(draw, (x - 48, 150, x + 48, 270), shirt)
        stroke(draw, [(x + toward * 40, 175), (x + toward * 85, 205)], 22, shirt)
        disc(draw, x + toward * 88, 207, 12, skin)
    for radius, colour in ((78, INK), (66, PAPER), (10, INK)):
        disc(draw, 320, 175, radius, colour)
    for spoke in range(12):
        angle = math.tau * spoke / 12
        end = (320 + 64 * math.cos(angle), 175 + 64 * math.sin(angle))
        stroke(draw, [(320, 175), end], 2, INK)
    box(draw, (40, 255, 600, 285), "#8a6a3f")
    for x in (80, 540):
        box(draw, (x, 280, x + 24, 370), "#8a6a3f")


def cogs(draw: Draw) -> None:
    """Draw three coloured cogs side by side."""
    for x, colour in ((60, TEAL), (120, ORANGE), (180, YELLOW)):
        for tooth in range(8):
            angle = math.tau * tooth / 8
            disc(draw, x + 26 * math.cos(angle), 60 + 26 * math.sin(angle), 6, colour)
        disc(draw, x, 60, 24, colour)
        disc(draw, x, 60, 9, PAPER)


def fund(draw: Draw) -> None:
    """Draw an invented funder's mark: rising bars in a ring."""
    disc(draw, 60, 60, 54, TEAL)
    disc(draw, 60, 60, 46, PAPER)
    for at, height in enumerate((20, 34, 50)):
        box(draw, (34 + at * 19, 84 - height, 48 + at * 19, 86), ORANGE)


PICTURES: dict[str, tuple[int, int, str, Callable[[Draw], None]]] = {
    "first-robot": (400, 400, PAPER, robot),
    "wetland-watcher": (400, 400, PAPER, wader),
    "bike-bench": (640, 360, PAPER, workbench),
    "makers-logo": (240, 120, PAPER, cogs),
    "example-fund": (120, 120, PAPER, fund),
    "sewing-bag": (640, 360, PAPER, scenes.sewing),
    "heat-house": (640, 360, INK, scenes.heat),
    "radio-microphone": (640, 360, PAPER, scenes.microphone),
    "mud-kitchen": (640, 360, "#dcebe0", scenes.mud_kitchen),
    "two-cups": (640, 360, PAPER, scenes.two_cups),
    "garden-pots": (640, 360, "#dcebe0", scenes.garden_pots),
    "lantern-river": (640, 360, INK, scenes.lanterns),
    "poles-walk": (640, 360, PAPER, scenes.two_walkers),
    "bike-shed": (640, 360, PAPER, outdoors.bike_shed),
    "path-steps": (640, 360, "#dcebe0", outdoors.path_steps),
    "football-pizza": (640, 360, "#dcebe0", outdoors.football_and_pizza),
    "canal-lock": (640, 360, PAPER, outdoors.canal_lock),
    "street-dance": (640, 360, PAPER, outdoors.street_dance),
    "pond-net": (640, 360, PAPER, outdoors.pond),
    "code-toast": (640, 360, PAPER, indoors.laptop_and_toast),
    "comic-panels": (640, 360, PAPER, indoors.comic_panels),
    "still-life": (640, 360, PAPER, indoors.still_life),
    "baby-blocks": (640, 360, PAPER, indoors.blocks),
    "drum-machine": (640, 360, PAPER, indoors.drum_machine),
    "hair-salon": (640, 360, PAPER, indoors.salon),
    "story-book": (640, 360, PAPER, indoors.story_book),
    "signing-hands": (640, 360, PAPER, indoors.signing_hands),
    "nurse-desk": (640, 360, PAPER, indoors.night_school),
    "big-pot": (640, 360, PAPER, together.big_pot),
    "song-sheet": (640, 360, PAPER, together.song_sheet),
    "first-aid-kit": (640, 360, PAPER, together.first_aid),
    "old-map": (640, 360, PAPER, together.old_map),
    "two-chairs": (640, 360, PAPER, together.two_chairs),
    "thread-logo": (240, 120, PAPER, scenes.needle),
    "hopscotch-logo": (240, 120, PAPER, scenes.hopscotch),
    "wavelength-logo": (240, 120, PAPER, scenes.wavelength),
}

if __name__ == "__main__":
    sys.exit(main())
