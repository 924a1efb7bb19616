from __future__ import annotations

from generator.model.settings import Colours
from generator.rules.colours import PAPER, TEXT_CONTRAST, contrast
from generator.rules.place_style import NIGHT, own_files
from tests.support.places import settings


def style(colours: Colours | None) -> str:
    return own_files(settings(colours=colours))["assets/css/place.css"].decode()


def test_each_colour_is_given_for_light_and_for_dark() -> None:
    lines = style(Colours("#ffcc00", "#003366")).splitlines()
    shades = dict(line.strip(" ;").split(": ") for line in lines[1:-1])

    assert list(shades) == [
        "--place", "--place-dark", "--place-accent", "--place-accent-dark",
    ]  # fmt: skip
    assert contrast(shades["--place"], PAPER) >= TEXT_CONTRAST
    assert contrast(shades["--place-dark"], NIGHT) >= TEXT_CONTRAST


def test_place_without_colours_has_the_theme_s() -> None:
    assert style(None) == ""
