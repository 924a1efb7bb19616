"""The accessibility statement and the privacy notice: what a place says of itself, and no more."""

from __future__ import annotations

import re

import pytest

from generator.model.settings import Privacy, Statement
from tests.support.pages import drawn
from tests.support.places import a_place, en, settings


def notice(name: str, **given: object) -> str:
    """Return the words of a notice of a place with these settings."""
    page = drawn(a_place(settings=settings(**given)))[f"{name}/index.html"]
    return re.sub(r"\s+", " ", page)


@pytest.mark.parametrize(
    ("compliance", "said"),
    [
        ("fully", "This website is fully compliant with"),
        ("partially", "This website is partially compliant with"),
        ("not", "This website is not compliant with"),
    ],
)
def test_statement_says_how_far_the_site_complies(compliance: str, said: str) -> None:
    page = notice("accessibility", statement=Statement(compliance))

    assert "Compliance status" in page
    assert said in page


def test_nothing_is_claimed_where_nobody_has_judged() -> None:
    page = notice("accessibility")

    assert "Compliance status" not in page
    assert "compliant" not in page


@pytest.mark.parametrize("compliance", ["partially", "not"])
def test_site_that_falls_short_never_says_that_no_gap_is_known(compliance: str) -> None:
    page = notice("accessibility", statement=Statement(compliance))

    assert "The gaps have not been written down yet." in page
    assert "No gaps are known." not in page


def test_data_protection_officer_s_address_can_be_written_to() -> None:
    page = notice("privacy", privacy=Privacy(officer=en("dpo@example.org")))

    assert '<a href="mailto:dpo@example.org">dpo@example.org</a>' in page


@pytest.mark.parametrize("officer", ["The clerk", "clerk@example.org or 01632 960000", "a?b@c"])
def test_officer_who_is_no_address_is_plain_words(officer: str) -> None:
    page = notice("privacy", privacy=Privacy(officer=en(officer)))

    assert f"<bdi>{officer}</bdi>" in page
    assert f"mailto:{officer}" not in page


def test_controller_who_is_also_whom_to_ask_is_named_once() -> None:
    same = notice("privacy", privacy=Privacy(controller=en("Avonport Learning")))
    other = notice("privacy", privacy=Privacy(controller=en("Avonport Council")))

    assert "<p><bdi>Avonport Learning</bdi></p>" not in same
    assert "<p><bdi>Avonport Council</bdi></p>" in other


def test_gaps_of_a_site_that_falls_short_are_listed() -> None:
    gaps = (en("The map has no street names."),)
    page = notice("accessibility", statement=Statement("partially", known_gaps=gaps))

    assert "<li>The map has no street names.</li>" in page
    assert "have not been written down" not in page
