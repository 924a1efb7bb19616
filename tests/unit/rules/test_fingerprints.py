from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.picture import Picture, Rendition
from generator.model.place import Links, Place
from generator.model.street_map import StreetMap
from generator.model.tracing import ANYTHING, Read
from generator.rules.fingerprints import Fingerprints, fingerprint
from tests.support.places import a_badge, a_place, a_venue, an_opportunity, en, settings
from tests.support.sites import ROOT

PICTURE = Picture(b"bytes", ".png", 10, 20, (Rendition(b"small", 5),))
HALL = a_venue("hall")


@pytest.mark.parametrize(
    "other",
    [
        replace(PICTURE, content=b"other"),
        replace(PICTURE, suffix=".jpg"),
        replace(PICTURE, width=11),
        replace(PICTURE, height=21),
        replace(PICTURE, renditions=(Rendition(b"other", 5),)),
        replace(PICTURE, renditions=(Rendition(b"small", 6),)),
        replace(PICTURE, renditions=()),
    ],
)
def test_pictures_are_told_apart_by_all_that_they_hold(other: Picture) -> None:
    assert fingerprint(PICTURE) == fingerprint(replace(PICTURE))
    assert fingerprint(other) != fingerprint(PICTURE)


def test_street_maps_are_told_apart_by_their_bytes() -> None:
    one, two = (StreetMap(content, "assets/map.pmtiles") for content in (b"1", b"2"))

    assert fingerprint(one) != fingerprint(two)


def test_equal_records_are_alike_and_others_are_not() -> None:
    assert fingerprint(an_opportunity()) == fingerprint(an_opportunity())
    assert fingerprint(an_opportunity(title=en("Other"))) != fingerprint(an_opportunity())


def test_lone_surrogate_has_a_fingerprint() -> None:
    assert fingerprint("\ud800") != fingerprint("\ud801")


def test_fingerprints_are_the_same_in_every_process() -> None:
    """A set, or anything whose repr is an address, would not be."""
    asking = (
        "from generator.rules.fingerprints import fingerprint as f; import json;"
        "from tests.support.full_place import full_place; p = full_place();"
        "from dataclasses import fields;"
        "print(json.dumps({i.name: f(getattr(p, i.name)) for i in fields(p)}))"
    )
    told = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", asking]
        told.append(json.loads(subprocess.check_output(command, env=environment, cwd=ROOT)))

    assert told[0] == told[1]
    assert len(told[0]) > 10


@pytest.mark.parametrize(
    ("read", "edit"),
    [
        (
            ("venues", "hall"),
            lambda it: replace(it, venues={"hall": replace(HALL, opening=en("9"))}),
        ),
        (("venues", "hall"), lambda it: replace(it, venues={})),
        (("venues", "mill"), lambda it: replace(it, venues={"hall": HALL, "mill": HALL})),
        (("venues", None), lambda it: replace(it, venues={"hall": HALL, "mill": HALL})),
        (("venues", None), lambda it: replace(it, venues={"hall": replace(HALL, opening=en("9"))})),
        (("badges", ANYTHING), lambda it: replace(it, badges={"one": a_badge("one")})),
        (
            ("badges_by_term/topics", "sea"),
            lambda it: replace(it, links=Links(badges_by_term={"topics": {"sea": ("one",)}})),
        ),
    ],
)
def test_sum_changes_with_what_was_read(read: Read, edit: Callable[[Place], Place]) -> None:
    place = a_place(HALL)
    before = Fingerprints(place).together([read])

    assert Fingerprints(edit(place)).together([read]) != before
    assert Fingerprints(edit(place)).together([("pathways", "none")]) == Fingerprints(
        place
    ).together([("pathways", "none")])


def test_order_of_all_is_a_part_of_it() -> None:
    one, two = a_venue("one"), a_venue("two")
    place = a_place()
    forwards = replace(place, venues={"one": one, "two": two})
    backwards = replace(place, venues={"two": two, "one": one})

    sums = [Fingerprints(it).together([("venues", None)]) for it in (forwards, backwards)]

    assert sums[0] != sums[1]


def test_sum_changes_with_what_is_given_and_what_stands_behind_every_page() -> None:
    place = a_place(HALL)
    other = a_place(HALL, settings=settings(name=en("Elsewhere")))
    sums = [
        Fingerprints(place).together([]),
        Fingerprints(place).together([], ["given"]),
        Fingerprints(place).together([], [HALL]),
        Fingerprints(other).together([]),
    ]

    assert len(set(sums)) == len(sums)
    assert Fingerprints(a_place(HALL)).together([], [a_venue("hall")]) == sums[2]
