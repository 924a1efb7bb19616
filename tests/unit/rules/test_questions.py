from __future__ import annotations

from generator.rules.questions import questions


def test_name_street_and_city_are_asked_for_first() -> None:
    asked = questions("Central Library", "John Frost Square", "NP20 1PA", "Newport")

    assert asked == ("Central Library, John Frost Square, Newport",)


def test_a_town_in_the_address_is_not_said_twice() -> None:
    asked = questions("Central Library", "John Frost Square, newport", "", "Newport")

    assert asked == ("Central Library, John Frost Square, newport",)


def test_a_house_number_is_asked_for_without_the_name_too() -> None:
    asked = questions("Makers", "12 High  Street", "NP20 1FX", "Newport")

    assert asked == ("Makers, 12 High Street, Newport", "12 High Street, Newport, NP20 1FX")


def test_a_venue_without_an_address_is_asked_for_by_its_name() -> None:
    assert questions("Tredegar House", "", "NP10 8YW", "Newport") == ("Tredegar House, Newport",)


def test_nothing_known_asks_nothing() -> None:
    assert questions("", "", "", "") == ()
