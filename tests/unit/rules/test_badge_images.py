from __future__ import annotations

from generator.model.picture import Picture
from generator.model.record import Image
from generator.model.text import Text
from generator.rules.badge_images import badge_image_address, is_drawn, shown_image_address
from generator.rules.picture_addresses import picture_address
from tests.support.places import a_badge, a_place

PICTURE = Picture(b"pixels", ".webp", 320, 320)


def test_badge_without_a_picture_has_the_drawn_one_beside_its_page() -> None:
    badge = a_badge("robotics-1")

    place = a_place(badge)

    assert badge_image_address(badge, place) == "badges/robotics-1/badge.svg"
    assert is_drawn(badge, place)


def test_badge_with_a_picture_has_that_one() -> None:
    badge = a_badge(image=Image("images/Robot Arm.png"))

    place = a_place(badge, pictures={"images/Robot Arm.png": PICTURE})

    assert badge_image_address(badge, place) == "images/robot-arm-6ec9c2b0.webp"
    assert not is_drawn(badge, place)


def test_badge_whose_picture_could_not_be_read_is_drawn() -> None:
    badge = a_badge(image=Image("images/missing.png"))

    place = a_place(badge)

    assert badge_image_address(badge, place) == "badges/robotics-1/badge.svg"


def test_pictures_of_one_name_in_two_folders_do_not_collide() -> None:
    first = picture_address("images/makers/logo.png", PICTURE)
    second = picture_address("images/library/logo.png", PICTURE)

    assert first != second


def test_a_changed_picture_has_a_new_address() -> None:
    before = picture_address("images/logo.png", PICTURE)
    after = picture_address("images/logo.png", Picture(b"other", ".webp", 320, 320))

    assert before != after


def test_pages_show_a_drawing_in_their_language_where_the_badge_has_a_title_in_it() -> None:
    both = a_badge("robotics-1", title=Text((("en", "Robotics 1"), ("cy", "Roboteg 1"))))
    one = a_badge("robotics-2")
    place = a_place(both, one)

    assert shown_image_address(both, place, "cy") == "cy/badges/robotics-1/badge.svg"
    assert shown_image_address(both, place, "en") == badge_image_address(both, place)
    assert shown_image_address(one, place, "cy") == badge_image_address(one, place)


def test_picture_of_a_team_s_own_is_shown_in_every_language() -> None:
    title = Text((("en", "Robotics 1"), ("cy", "Roboteg 1")))
    badge = a_badge(title=title, image=Image("images/Robot Arm.png"))
    place = a_place(badge, pictures={"images/Robot Arm.png": PICTURE})

    assert shown_image_address(badge, place, "cy") == badge_image_address(badge, place)
