from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.addresses import relative

folders = st.lists(st.sampled_from("abc"), max_size=4).map(
    lambda parts: "".join(f"{it}/" for it in parts)
)


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("badges/index.html", "badges/a/", "a/"),
        ("badges/index.html", "badges/", "./"),
        ("index.html", "", "./"),
        ("badges/a/index.html", "", "../../"),
        ("badges/a/index.html", "badges/", "../"),
        ("badges/a/index.html", "badges/b/#how", "../b/#how"),
        ("badges/a/index.html", "badges/a/badge.svg", "badge.svg"),
        ("index.html", "explore/?topic=food", "explore/?topic=food"),
        ("cy/index.html", "assets/css/place.css", "../assets/css/place.css"),
    ],
)
def test_links_lead_on_from_the_page(here: str, target: str, expected: str) -> None:
    assert relative(here, target) == expected


@given(folders, folders, st.sampled_from(["", "file.html"]))
def test_a_browser_that_follows_a_link_arrives(here: str, there: str, file: str) -> None:
    link = relative(f"{here}index.html", there + file)

    arrived = posixpath.normpath(posixpath.join("/", here, link))

    assert arrived == posixpath.normpath(f"/{there}{file}")
    assert link.endswith("/") == (not file)
