from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.model.settings import HOSTS, Basemap
from generator.rules.hosting import TYPES, expected_headers
from generator.rules.hosts.every import BY_NAME, host_named
from generator.rules.policy import content_policy
from tests.support.host_formats import a_policy
from tests.support.places import en, settings
from tests.support.saltmarsh import PLACE, place_files
from tests.support.understanding import understood

TILES = Basemap("https://{s}.tiles.example.org/{z}/{x}/{y}.png", en("Example"))


def test_each_host_of_the_settings_is_known_and_no_other() -> None:
    assert tuple(BY_NAME) == HOSTS
    assert host_named("").in_site(a_policy()).files == {}
    assert all(host.title and host.remedy for host in BY_NAME.values())


@pytest.mark.parametrize("basemap", [None, TILES])
def test_policy_is_that_of_the_pages_and_keeps_others_from_framing_them(
    basemap: Basemap | None,
) -> None:
    sent = dict(a_policy(basemap=basemap).everywhere)["Content-Security-Policy"]

    assert sent == f"{content_policy(settings(basemap=basemap))}; frame-ancestors 'none'"
    assert ("https://*.tiles.example.org" in sent) == (basemap is not None)


@pytest.mark.parametrize(
    ("url", "base", "binds"),
    [
        ("https://learning.example.org/", "/", True),
        ("https://www.example.org/learning/", "/learning/", False),
        ("http://learning.example.org/", "/", False),
    ],
)
def test_only_who_has_a_whole_host_binds_it_to_https(url: str, base: str, *, binds: bool) -> None:
    policy = a_policy(url=url)

    assert policy.base == base
    assert ("Strict-Transport-Security" in dict(policy.everywhere)) == binds


def test_each_language_has_its_own_addresses() -> None:
    policy = a_policy(languages=("en", "cy"))

    assert [(it.old, it.new) for it in policy.moved] == [
        ("badges/old-robot/", "badges/robot/"),
        ("cy/badges/old-robot/", "cy/badges/robot/"),
    ]
    assert policy.gone == ("opportunities/lost/", "cy/opportunities/lost/")
    assert policy.for_anyone == ("data/", "badges/", "cy/data/", "cy/badges/")


def test_files_whose_name_tells_their_content_are_kept_and_all_others_asked_for() -> None:
    policy = a_policy()

    kept = dict(expected_headers(policy, "images/robot-1f3a9c0d.png"))["Cache-Control"]
    style = dict(expected_headers(policy, "assets/kept/doorstep.1f3a9c0d2b.css"))["Cache-Control"]
    asked = dict(expected_headers(policy, "assets/js/folding.js"))["Cache-Control"]

    assert kept == style == "public, max-age=31536000, immutable"
    assert asked == "public, max-age=0, must-revalidate"


def test_old_address_leads_to_the_full_new_one_where_the_host_stands_behind_another() -> None:
    (at_root,) = a_policy().moved
    below = a_policy(url="https://www.example.org/learning/")

    assert a_policy().destination(at_root) == "/badges/robot/"
    assert below.destination(below.moved[0]) == "https://www.example.org/learning/badges/robot/"


def test_every_kind_of_file_of_a_site_has_a_type(newport: Path) -> None:
    ends = {path.suffix for path in newport.rglob("*") if path.is_file()}

    assert ends - {""} - set(TYPES) == set()


def test_what_may_be_kept_has_its_content_in_its_name(newport: Path) -> None:
    named = [
        path.name
        for folder in a_policy().lasting
        for path in (newport / folder).rglob("*")
        if path.is_file()
    ]

    assert named
    assert [name for name in named if not any(map(_digest, re.split("[-.]", name)))] == []


def _digest(part: str) -> bool:
    return len(part) >= 6 and set(part) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("tiles", "taken"),
    [
        ("https://tiles.example.org/{z}/{x}/{y}.png", True),
        ("https://{s}.tiles.example.org:8443/{z}/{x}/{y}{r}.png?key=1", True),
        ("https://tile-{s}.example.org/{z}/{x}/{y}.png", False),
        ("https://a.example;script-src/{z}/{x}/{y}.png", False),
        ('https://a.example"/{z}/{x}/{y}.png', False),
        ("https://$host/{z}/{x}/{y}.png", False),
    ],
)
def test_tile_host_is_one_that_a_policy_and_a_host_s_file_can_name(
    tiles: str, *, taken: bool
) -> None:
    basemap = f"basemap: {{tiles: {json.dumps(tiles)}, attribution: Tiles}}\n"

    problems = understood({**place_files(), "place.yaml": PLACE + basemap}).problems

    assert [it.code for it in problems] == ([] if taken else ["invalid-format"])
