"""The pictures of the first hour can be taken: each step of it shows what its picture is of."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from scripts.pictures.taking import LARGEST, SIZE, STEPS, take_pictures


def test_every_step_that_has_a_picture_can_be_seen(browser: Browser, tmp_path: Path) -> None:
    taken = dict(take_pictures(browser, tmp_path))

    pictures = {name: Image.open(io.BytesIO(content)) for name, content in taken.items()}
    assert list(taken) == [f"{name}.webp" for name in STEPS]
    assert [name for name, content in taken.items() if len(content) > LARGEST] == []
    assert {picture.size for picture in pictures.values()} == {SIZE}
    # a page that had not been drawn would be of one colour, or a few
    colours = {
        name: picture.convert("RGB").getcolors(1 << 20) for name, picture in pictures.items()
    }
    assert [name for name, found in colours.items() if len(found or ()) < 50] == []
