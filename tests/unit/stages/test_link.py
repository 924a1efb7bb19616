from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.record import Image, Record
from generator.stages.link import link
from tests.support.places import an_opportunity, an_organisation, en, settings, taxonomy

TODAY = date(2026, 11, 23)
ROBOT = Image("images/robot.png", en("A robot"))
PICTURE = Picture(b"pixels", ".png", 10, 10)


def linked(*records: Record) -> Place:
    catalogue = Catalogue(
        settings=settings(),
        taxonomy=taxonomy(),
        records=(an_organisation(), *records),
        images=frozenset({ROBOT.file}),
        pictures=((ROBOT.file, PICTURE),),
    )
    return link(catalogue, TODAY)[0]


def test_picture_of_a_shown_record_is_kept() -> None:
    assert linked(an_opportunity(image=ROBOT)).pictures == {ROBOT.file: PICTURE}


def test_picture_that_only_a_draft_or_a_withdrawn_record_names_is_left_out() -> None:
    place = linked(
        an_opportunity("a", image=ROBOT, draft=True),
        an_opportunity("b", image=ROBOT, status="withdrawn"),
    )

    assert place.pictures == {}


def test_picture_whose_people_no_longer_agree_is_left_out() -> None:
    until = {day: replace(ROBOT, consent_until=date(2026, 11, day)) for day in (22, 23)}

    assert linked(an_opportunity(image=until[22])).pictures == {}
    assert linked(an_opportunity(image=until[23])).pictures == {ROBOT.file: PICTURE}
