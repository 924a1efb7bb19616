from __future__ import annotations

from generator.model.settings import Colours
from generator.outputs.place_style import NIGHT, place_style
from generator.rules.colours import PAPER, TEXT_CONTRAST, contrast
from tests.support.places import a_place, settings
from tests.support.wordings import edition


def style(colours: Colours | None) -> str:
    place = a_place(settings=settings(colours=colours))
    made = {it.path: it.content for it in place_style(edition(place)).artifacts}
    return made["assets/css/place.css"].decode()


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


def test_style_is_made_once_for_all_languages() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    assert place_style(edition(place, "cy")).artifacts == ()
