from __future__ import annotations

from dataclasses import replace

from generator.model.edition import Aside, Edition
from generator.model.page import Page
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.record import Image
from generator.model.settings import Logo
from generator.outputs.home import home
from generator.outputs.opportunities import opportunities
from generator.outputs.social_cards import social_cards
from generator.rules.fingerprints import fingerprint
from tests.support.in_memory import TellingPainter
from tests.support.pages import wordings
from tests.support.places import a_place, an_opportunity, en, settings

PICTURE = Picture(b"robots", ".jpg", 10, 10)
IMAGE = Image(file="images/robots.jpg", alt=en("Robots"))


def asides(place: Place, output: object = opportunities) -> list[Aside]:
    edition = Edition(place, "en", wordings().speak("en"))
    beside = social_cards(TellingPainter())
    pages: tuple[Page, ...] = output(edition).pages  # type: ignore[operator] # an output
    return [aside for page in pages for aside in beside(page, page.view)]


def prints(place: Place) -> list[str]:
    return [fingerprint(value) for aside in asides(place) for value in aside.given]


def test_card_lies_beside_its_page_and_is_about_its_record() -> None:
    (card,) = asides(a_place(an_opportunity(path="content/opportunities/robotics.md")))

    assert card.path == "opportunities/robotics/card.png"
    assert card.source == "content/opportunities/robotics.md"
    assert b"Build your first robot" in card.make(*card.given)


def test_home_has_the_edition_s_card() -> None:
    assert [card.path for card in asides(a_place(), home)] == ["card.png"]


def test_what_a_card_is_made_of_says_all_that_is_on_it() -> None:
    """Or a card would be kept that shows what is no more."""
    logo = Logo(file="images/logo.png", alt=en("Logo"))
    pictures = {"images/robots.jpg": PICTURE, "images/logo.png": PICTURE}
    place = a_place(an_opportunity(image=IMAGE), settings=settings(logo=logo), pictures=pictures)
    other = replace(PICTURE, content=b"other")
    places = [
        place,
        replace(place, pictures={**pictures, "images/robots.jpg": other}),
        replace(place, pictures={**pictures, "images/logo.png": other}),
        replace(place, settings=replace(place.settings, logo=None)),
        replace(place, settings=replace(place.settings, name=en("Elsewhere"))),
    ]

    told = [prints(each) for each in places]

    assert all(told[0] != each for each in told[1:])
    assert prints(place) == told[0]
