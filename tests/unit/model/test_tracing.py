from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model.place import Links, Place
from generator.model.tracing import (
    ANYTHING,
    Read,
    mapping_named,
    noted_again,
    noting,
    traced,
    untraced,
)
from tests.support.places import a_badge, a_place, a_venue, an_opportunity, settings


def some_place() -> Place:
    links = Links(
        held_at={"library": ("robotics",)},
        opportunities_by_term={"topics": {"digital-making": ("robotics",)}},
    )
    return a_place(an_opportunity(), a_venue(), links=links)


@pytest.mark.parametrize(
    ("ask", "answer", "read"),
    [
        (lambda it: it.venues["library"].id, "library", ("venues", "library")),
        (lambda it: it.venues.get("nowhere"), None, ("venues", "nowhere")),
        (lambda it: "library" in it.venues, True, ("venues", "library")),
        (lambda it: bool(it.badges), False, ("badges", ANYTHING)),
        (lambda it: list(it.venues), ["library"], ("venues", None)),
        (lambda it: len(it.venues), 1, ("venues", None)),
        (lambda it: list(it.venues.keys()), ["library"], ("venues", None)),
        (lambda it: [one.id for one in it.venues.values()], ["library"], ("venues", None)),
        (lambda it: [one for one, _ in it.venues.items()], ["library"], ("venues", None)),
        (lambda it: it.badges == {}, True, ("badges", None)),
        (lambda it: it.listed("venue", "library"), True, ("standing", ("venue", "library"))),
        (lambda it: it.links.held_at["library"], ("robotics",), ("held_at", "library")),
        (
            lambda it: it.links.opportunities_by_term["topics"].get("digital-making"),
            ("robotics",),
            ("opportunities_by_term/topics", "digital-making"),
        ),
        (
            lambda it: it.links.opportunities_by_term.get("careers", {}).get("engineer"),
            None,
            ("opportunities_by_term/careers", "engineer"),
        ),
    ],
)
def test_answer_is_the_place_s_and_what_was_asked_is_noted(
    ask: Callable[[Place], object], answer: object, read: Read
) -> None:
    place = traced(some_place())

    assert ask(place) == answer
    assert place.reads.so_far() == (read,)
    assert ask(some_place()) == answer


def test_what_was_read_is_noted_once_and_in_order_until_it_begins_anew() -> None:
    place = traced(some_place())
    for identifier in ("library", "hall", "library"):
        place.venues.get(identifier)

    assert place.reads.so_far() == (("venues", "library"), ("venues", "hall"))

    place.reads.begin()
    assert place.reads.so_far() == ()


def test_what_was_read_for_something_kept_is_noted_for_each_that_it_is_given_to() -> None:
    place = traced(some_place())
    place.venues.get("hall")
    with noting(place) as reads:
        place.venues.get("library")

    assert list(reads) == [("venues", "library")]
    assert place.reads.so_far() == (("venues", "hall"), ("venues", "library"))

    place.reads.begin()
    noted_again(place, reads)
    assert place.reads.so_far() == (("venues", "library"),)


def test_reads_within_are_noted_though_the_work_fails() -> None:
    place = traced(some_place())

    with pytest.raises(KeyError), noting(place):
        place.venues["nowhere"]

    assert place.reads.so_far() == (("venues", "nowhere"),)


def test_place_that_is_not_traced_notes_nothing() -> None:
    place = some_place()
    with noting(place) as reads:
        place.venues.get("library")
    noted_again(place, [("venues", "hall")])

    assert reads == {}


def test_all_of_a_place_is_either_noted_or_stands_behind_every_page() -> None:
    place = a_place(an_opportunity(), a_badge(), settings=settings())

    behind = untraced(place)

    assert place.settings in behind
    assert place.taxonomy in behind
    assert place.opportunities not in behind
    assert place.links not in behind


def test_mapping_is_found_again_by_its_name() -> None:
    place = some_place()

    assert mapping_named(place, "venues") is place.venues
    assert mapping_named(place, "held_at") is place.links.held_at
    by_topic = place.links.opportunities_by_term["topics"]
    assert mapping_named(place, "opportunities_by_term/topics") is by_topic
    assert mapping_named(place, "badges_by_term/layers") == {}
