"""What /explore/ suggests while somebody types, and what it says where their words find nothing."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Visits
from tests.browser.test_explore import Explorer
from tests.support.served import ServedSite

# what somebody has begun to type, and a suggestion that has to be there
SUGGESTED = {
    "foot": "Football Topic",
    "fo": "Food Topic",
    "soccer": "Football Topic",
    "cod": "Coding Skill",
    "hair": "Hairdresser or barber Career",
    "rob": "Robot Builder Badge",
    "vol": "Volunteering Kind",
    "usk": "Usk Makers (demonstration) Organisation",
    "bet": "Bettws Near",
    "free": "Free for everyone Cost",
    "carer": "Carers Who can join",
    "wheelch": "Step-free Access",
    "autism": "Relaxed session Access",
    "bsl": "BSL interpreter Access",
    "arab": "Arabic Language",
    "online": "Online How it happens",
    "sat": "Saturday Days of the week",
    "week": "This weekend Dates",
    "even": "Evening, from 5 Time of day",
    "cerdd": "Music Topic",
    "garddio": "Growing Topic",
    "beic": "Cycling Topic",
    "pêl": "Football Topic",
    "Caerll": "Caerleon Near",
}


@pytest.fixture
def explorer(visit: Visits, newport_served: ServedSite) -> Explorer:
    base = newport_served.root
    return Explorer(visit(f"{base}about/"), base).open()


def test_what_is_begun_suggests_what_it_may_mean(explorer: Explorer) -> None:
    offered = {typed: suggestions(explorer, typed) for typed in SUGGESTED}

    assert {
        typed: offered[typed] for typed, it in SUGGESTED.items() if it not in offered[typed]
    } == {}
    assert suggestions(explorer, "blorp") == []
    assert explorer.visit.faults() == []


def test_a_suggested_day_is_ticked_and_takes_the_place_of_the_words(explorer: Explorer) -> None:
    suggestions(explorer, "satur")

    explorer.page.locator(".suggested li").first.click()
    explorer.settle()

    assert explorer.page.url.endswith("explore/?day=sat")
    assert explorer.page.input_value("#finder-q") == ""


def test_words_in_quotes_are_offered_in_any_order(explorer: Explorer) -> None:
    explorer.open('?q="football walking"')
    offers = explorer.page.locator("[data-finder-loosen] button")
    said = offers.first.inner_text()

    offers.first.click()
    explorer.settle()

    assert said == f"The same words, not side by side: {explorer.total()} opportunities"
    assert explorer.titles()[0] == "Walking football"


@pytest.mark.parametrize(
    "query",
    ["?q=robot choir", "?q=xyzzy robot", "?q=free robot&when=today", "?q=swimming&day=mon&age=3",
     "?topic=music&neighbourhood=caerleon&most=0&day=sat"],
)  # fmt: skip
def test_what_letting_go_finds_is_as_many_as_was_said(explorer: Explorer, query: str) -> None:
    explorer.open(query)
    count = explorer.page.locator("[data-finder-loosen] button").count()

    said, found = [], []
    for at in range(count):
        offer = explorer.open(query).page.locator("[data-finder-loosen] button").nth(at)
        said.append(int(re.findall(r"(\d+) opportunit", offer.inner_text())[-1]))
        offer.click()
        explorer.settle()
        found.append(explorer.total())

    assert said == found
    assert count > 1
    assert 0 not in said


def test_nothing_is_close_to_nonsense(explorer: Explorer) -> None:
    explorer.open("?q=blorptangle")

    assert explorer.titles() == []
    assert not explorer.page.locator("[data-finder-nearly]").is_visible()
    assert explorer.page.locator("[data-finder-empty]").is_visible()


def suggestions(explorer: Explorer, typed: str) -> list[str]:
    explorer.page.fill("#finder-q", "")
    explorer.page.fill("#finder-q", typed)
    options = explorer.page.locator(".suggested:not([hidden]) li")
    return [re.sub(r"\s+", " ", words).strip() for words in options.all_inner_texts()]
