from __future__ import annotations

from datetime import date

import pytest

from generator.model.place import Place
from generator.model.record import Contact
from generator.outputs.security_contact import security_contact
from tests.support.in_memory import build_in_memory
from tests.support.places import a_place, an_opportunity, settings
from tests.support.random_folders import Wanted, seeded_folder
from tests.support.wordings import edition


def a_checked_place(contact: Contact | None, **given: object) -> Place:
    older = an_opportunity("older", checked_on=date(2026, 1, 5))
    newer = an_opportunity("newer", checked_on=date(2026, 11, 20))
    return a_place(older, newer, settings=settings(contact=contact, **given))


def told(place: Place) -> list[str]:
    artifacts = security_contact(edition(place)).artifacts
    return [] if not artifacts else artifacts[0].content.decode().splitlines()


def test_file_says_whom_to_tell_until_when_and_where_it_belongs() -> None:
    contact = Contact(email="map@avonport.example", url="https://avonport.example/report")

    lines = told(a_checked_place(contact, languages=("en", "cy"), url="https://map.example/"))

    assert lines == [
        "Contact: mailto:map@avonport.example",
        "Contact: https://avonport.example/report",
        "Expires: 2027-11-20T00:00:00Z",
        "Preferred-Languages: en, cy",
        "Canonical: https://map.example/.well-known/security.txt",
    ]


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        (Contact(email="a?b=c%0A#d@x.example"), "Contact: mailto:a%3Fb%3Dc%250A%23d@x.example"),
        (Contact(phone="+44 1632 960 000"), "Contact: tel:+441632960000"),
    ],
)  # fmt: skip
def test_each_way_is_an_address_that_nothing_can_be_added_to(contact: Contact, line: str) -> None:
    assert told(a_checked_place(contact))[0] == line


@pytest.mark.parametrize(
    "contact", [None, Contact(phone="01632 960000"), Contact(url="http://avonport.example/")]
)
def test_without_anybody_to_write_to_there_is_no_file(contact: Contact | None) -> None:
    assert told(a_checked_place(contact)) == []


def test_without_a_checked_record_nobody_can_say_how_long_it_holds() -> None:
    place = a_place(settings=settings(contact=Contact(email="map@avonport.example")))
    bare = a_place(an_opportunity(checked_on=None), settings=place.settings)

    assert told(bare) == []


def test_it_is_made_once_for_all_languages() -> None:
    place = a_checked_place(Contact(email="a@b.example"), languages=("en", "cy"))

    assert security_contact(edition(place, "cy")).artifacts == ()


def test_a_site_has_it_at_the_address_that_is_asked_for() -> None:
    files = build_in_memory(seeded_folder(3, Wanted(size=12))).files

    text = files[".well-known/security.txt"].decode()
    assert text.count("Expires: ") == 1
    assert text.startswith("Contact: mailto:")
