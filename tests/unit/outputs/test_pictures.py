from __future__ import annotations

from dataclasses import replace

from generator.model.picture import Picture, Rendition
from generator.model.record import Image
from generator.outputs.pictures import pictures
from generator.views.here import Here
from generator.views.images import picture
from tests.support.places import a_place, en
from tests.support.wordings import edition

ROBOT = Picture(b"robot", ".jpg", 640, 360, (Rendition(b"small", 400), Rendition(b"wide", 640)))
PLACE = a_place(pictures={"images/robot.png": ROBOT})


def test_every_width_that_a_page_offers_is_published() -> None:
    shown = picture(Here(edition(PLACE), "about/"), Image("images/robot.png", en("A robot")))
    published = {artifact.path for artifact in pictures(edition(PLACE)).artifacts}

    assert shown is not None
    assert (shown.width, shown.height) == (640, 360)
    offered = [each.split()[0] for each in shown.webp.split(", ")]
    assert {path.removeprefix("../") for path in (shown.src, *offered)} == published
    assert [each.split()[1] for each in shown.webp.split(", ")] == ["400w", "640w"]


def test_picture_in_one_file_offers_no_other() -> None:
    place = a_place(pictures={"images/robot.png": replace(ROBOT, renditions=())})

    shown = picture(Here(edition(place), "about/"), Image("images/robot.png", en("A robot")))

    assert shown is not None
    assert shown.webp == ""
