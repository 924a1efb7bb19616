"""The accessibility statement and the privacy notice: what a place says of itself, and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.notices import Privacy, Statement
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

    assert "Nobody has judged yet" in page
    assert "compliant" not in page


@pytest.mark.parametrize("compliance", ["partially", "not"])
def test_site_that_falls_short_never_says_that_no_gap_is_known(compliance: str) -> None:
    page = notice("accessibility", statement=Statement(compliance))

    assert "The gaps have not been written down yet." in page
    assert "No gaps are known." not in page


HEADINGS = (
    "What this statement is about",
    "Feedback and contact information",
    "Enforcement procedure",
    "Compliance status",
    "What is not accessible",
    "What is being done about it",
    "Preparation of this statement",
)


def a_council(nation: str, **given: object) -> str:
    whole = Statement(
        compliance="partially",
        tested_on=date(2026, 11, 20),
        tested_how=en("With a keyboard and two screen readers."),
        known_gaps=(en("The map has no street names."),),
        public_body=True,
        run_by=en("Avonport Council"),
        burden=(en("Captions for 400 old films."),),
        out_of_scope=(en("Live radio."),),
        improving=en("The map is drawn anew by June."),
        prepared_on=date(2026, 9, 1),
        reviewed_on=date(2026, 11, 21),
        phone="01632 960000",
        response_days=5,
    )
    statement = replace(whole, **given)  # type: ignore[arg-type] # any field
    return notice("accessibility", nation=nation, statement=statement)


def test_statement_of_a_public_body_has_every_part_that_the_regulations_ask_for() -> None:
    page = a_council("wales")

    found = re.findall(r"<h2 id=[^>]*>([^<]*)</h2>", page)
    assert tuple(found) == HEADINGS
    for said in (
        "It is run by <bdi>Avonport Council</bdi>.",
        "<bdi>Avonport Council</bdi> is committed to making this website accessible",
        "Accessibility Regulations 2018",
        "<h3>Disproportionate burden</h3>",
        "<li>Captions for 400 old films.</li>",
        "<li>Live radio.</li>",
        "The map is drawn anew by June.",
        "within 5 working days",
        '<a href="tel:01632960000">01632 960000</a>',
        "was prepared on Tuesday 1 September 2026. It was last reviewed on",
        "The site was last tested on Friday 20 November 2026",
    ):
        assert said in page, said


@pytest.mark.parametrize(
    ("nation", "regulator", "complaint"),
    [
        ("england", "Equality and Human Rights Commission", "equalityadvisoryservice.com"),
        ("northern-ireland", "Equality Commission for Northern Ireland", "equalityni.org"),
    ],
)
def test_each_nation_has_its_own_regulator(nation: str, regulator: str, complaint: str) -> None:
    page = a_council(nation)

    assert f"{regulator} enforces these regulations" in page
    assert complaint in page


def test_team_can_name_another_way_to_complain() -> None:
    page = a_council(
        "england", enforcement=en("The ombudsman"), enforcement_url="https://o.example/"
    )

    assert '<a href="https://o.example/"><bdi>The ombudsman' in page
    assert "equalityadvisoryservice" not in page


def test_charity_is_held_to_no_regulations_of_public_bodies() -> None:
    page = a_council("england", public_body=False)

    assert "Regulations 2018" not in page
    assert "Enforcement procedure" not in page


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, "has not been written down here yet"),
        (0, "These notes are not kept."),
        (1, "deleted after 1 day."),
        (14, "deleted after 14 days."),
    ],
)
def test_privacy_notice_says_what_the_host_notes_whoever_that_is(
    days: int | None, said: str
) -> None:
    unnamed = notice("privacy", privacy=Privacy(log_days=days))
    named = notice(
        "privacy", privacy=Privacy(host=en("A host"), country=en("Wales"), log_days=days)
    )

    for page in (unnamed, named):
        assert "from which internet address" in page
        assert said in page
    assert "kept by <bdi>A host</bdi> in <bdi>Wales</bdi>" in named


def test_privacy_notice_names_the_commissioner_in_the_united_kingdom_alone() -> None:
    assert "ico.org.uk" in notice("privacy", nation="wales")
    assert "ico.org.uk" not in notice("privacy", nation="other")


def test_counting_is_told_of_where_it_is_done() -> None:
    assert "is counted" in notice("privacy", counting="/visits")
    assert "is counted" not in notice("privacy")


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
