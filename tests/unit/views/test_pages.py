"""What whole pages show, and what they must not."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from generator.model.edition import Edition
from generator.model.life import Life, Standing
from generator.model.place import Links, Place
from generator.model.settings import Logo
from generator.model.status import OpportunityStatus
from generator.rules.addresses import page_file
from generator.views.badge import badge_page
from generator.views.dates import date_lines, prospect_of
from generator.views.found import findable_ids
from generator.views.happenings import happening_days
from generator.views.here import Here
from generator.views.home import home_page
from generator.views.opportunity import OpportunityPage, opportunity_page
from generator.views.state import alternatives, state_of
from generator.views.venue import venue_page
from tests.support.full_place import full_place, full_settings
from tests.support.pages import drawn, files, wordings
from tests.support.places import a_badge, a_place, an_opportunity, en

MADE_ELSEWHERE = re.compile(
    r"(^|/)(explore/index\.html|event\.ics|calendar\.ics|achievement\.json|badge\.png)$|^assets/"
    r"|(^|/)data/(?!index\.html$)"
)


@pytest.fixture(scope="module")
def place() -> Place:
    return full_place()


@pytest.fixture(scope="module")
def pages(place: Place) -> Mapping[str, str]:
    return drawn(place)


def here(place: Place, address: str = "", language: str = "en") -> Here:
    return Here(Edition(place, language, wordings().speak(language)), address)


def the_page(place: Place, identifier: str) -> OpportunityPage:
    at = here(place, f"opportunities/{identifier}/")
    return opportunity_page(at, place.opportunities[identifier])


def links(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]*)"', page)


def test_every_link_of_every_page_leads_to_something(
    place: Place, pages: Mapping[str, str]
) -> None:
    held = {*pages, *files(place)}

    broken = []
    for path, page in pages.items():
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or path.endswith("404.html") or not parts.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
            if parts.path.endswith("/"):
                target = page_file("" if target == "." else f"{target}/")
            if target not in held and not MADE_ELSEWHERE.search(target):
                broken.append(f"{path}: {link}")

    assert broken == []


def test_each_page_has_one_first_heading_and_skips_no_level(pages: Mapping[str, str]) -> None:
    for path, page in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]

        assert levels.count(1) == 1, path
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, (path, levels)


def test_no_id_stands_twice_on_a_page(pages: Mapping[str, str]) -> None:
    for path, page in pages.items():
        ids = re.findall(r' id="([^"]*)"', page)

        assert len(ids) == len(set(ids)), path


def test_no_page_has_inline_script_or_style(pages: Mapping[str, str]) -> None:
    for path, page in pages.items():
        # a block of JSON is data, and no browser runs it
        scripts = r'<script(?![^>]* src=)(?! type="application/(?:ld\+)?json")'
        assert not re.search(rf"{scripts}|<style| style=| on[a-z]+=", page), path


@pytest.mark.parametrize(
    ("identifier", "code", "offers_more"),
    [
        ("is-open", "open", False),
        ("is-full", "full", True),
        ("is-waiting-list", "waiting-list", True),
        ("is-cancelled", "cancelled", True),
        ("is-postponed", "postponed", True),
        ("is-ended", "ended", True),
        ("overdue", "overdue", True),
    ],
)
def test_what_cannot_be_joined_says_so_and_offers_something_else(
    place: Place, identifier: str, code: str, *, offers_more: bool
) -> None:
    page = the_page(place, identifier)

    assert page.state.code == code
    assert bool(page.alternatives) == offers_more


@pytest.mark.parametrize(("state", "offered"), [("is-open", True), ("is-postponed", False)])
def test_nobody_is_sent_to_book_what_has_no_date(
    pages: Mapping[str, str], state: str, *, offered: bool
) -> None:
    page = pages[f"opportunities/{state}/index.html"]

    assert ('<ul class="ways">' in page) is offered
    assert ("once there is a new date" in page) is not offered


def test_alternatives_begin_with_what_the_author_named() -> None:
    place = full_place()
    ended = replace(place.opportunities["is-ended"], replaced_by="club")

    assert alternatives(place, ended)[0] == "club"


def test_first_page_counts_what_explore_lists_and_nothing_that_is_off(place: Place) -> None:
    first = here(place)

    listed = {it for it in place.opportunities if place.listed("opportunity", it)}

    assert home_page(first).count == f"{len(findable_ids(first))} opportunities"
    assert "is-cancelled" in listed - set(findable_ids(first))


@pytest.mark.parametrize(
    ("status", "shown"),
    [("full", True), ("postponed", True), ("cancelled", False), ("ended", False)],
)
def test_badge_sends_nobody_to_what_is_off(status: str, *, shown: bool) -> None:
    way = an_opportunity(badges=("robotics-1",), status=OpportunityStatus(status))
    place = a_place(
        way,
        a_badge(),
        links=Links(earned_in={"robotics-1": ("robotics",)}),
        standing={("opportunity", "robotics"): Standing(Life.CHECKED)},
    )

    page = badge_page(here(place, "badges/robotics-1/"), place.badges["robotics-1"])

    assert bool(page.opportunities) == shown


def test_alternatives_can_all_be_joined(place: Place) -> None:
    offered = alternatives(place, place.opportunities["is-ended"])

    assert set(offered) <= {"robotics", "is-open", "club"}


def test_no_date_runs_of_an_opportunity_that_is_cancelled_as_a_whole(place: Place) -> None:
    cancelled = place.opportunities["is-cancelled"]
    at = here(place)

    states = {it.state for it in date_lines(at, cancelled, prospect_of(at, cancelled).upcoming)}

    assert states == {"cancelled"}


def test_cancelled_date_stays_with_its_reason(place: Place) -> None:
    dates = the_page(place, "robotics").when.dates

    assert [it.note.words for it in dates if it.state == "cancelled"] == ["Closed for Christmas"]


def test_night_that_ends_in_the_small_hours_is_one_day(place: Place) -> None:
    at = here(place)
    disco = place.opportunities["is-open"]
    snow = place.opportunities["due"]

    night, two_days = (date_lines(at, it, prospect_of(at, it).upcoming)[0] for it in (disco, snow))

    assert night.same_day
    assert not two_days.same_day


def test_home_shows_each_opportunity_once_and_only_what_can_be_joined(place: Place) -> None:
    shown = [line.href for line in home_page(here(place)).happenings]

    assert shown == ["opportunities/robotics/", "opportunities/is-open/"]


def test_days_are_whole_and_in_order(place: Place) -> None:
    days = happening_days(here(place), enough=1)
    every_day = [it.day for it in happening_days(here(place))]

    assert len(days) == 1
    assert every_day == sorted(set(every_day))


def test_overdue_record_leaves_lists_and_keeps_its_page(pages: Mapping[str, str]) -> None:
    listing = [path for path, page in pages.items() if 'opportunities/overdue/"' in page]

    assert {path.removeprefix("cy/") for path in listing} <= {"opportunities/overdue/index.html"}
    assert "no longer listed" in pages["opportunities/overdue/index.html"]


def test_page_leads_to_its_twin_and_back(pages: Mapping[str, str]) -> None:
    english = pages["venues/library/index.html"]
    welsh = pages["cy/venues/library/index.html"]

    assert '<a href="../../cy/venues/library/" lang="cy" hreflang="cy">Cymraeg</a>' in english
    assert '<a href="../../../venues/library/" lang="en" hreflang="en">English</a>' in welsh
    assert '<html lang="cy">' in welsh


def test_words_that_are_not_translated_name_their_language(pages: Mapping[str, str]) -> None:
    welsh = pages["cy/opportunities/robotics/index.html"]

    assert '<bdi lang="en">Build your first robot</bdi>' in welsh
    assert "Dewch â chot" in welsh


def test_with_one_language_nothing_of_another_shows() -> None:
    place = full_place(settings=full_settings(languages=("en",)))

    assert not any("hreflang" in page for page in drawn(place).values())


def test_withdrawn_record_leaves_only_that_it_is_gone(pages: Mapping[str, str]) -> None:
    page = pages["opportunities/withdrawn-thing/index.html"]

    assert "This opportunity is no longer here" in page
    assert '<meta name="robots" content="noindex">' in page


def test_old_address_leads_on_without_a_script(pages: Mapping[str, str]) -> None:
    page = pages["opportunities/robots/index.html"]

    assert '<meta http-equiv="refresh" content="0; url=../robotics/">' in page
    assert '<a href="../robotics/"><bdi>Build your first robot</bdi></a>' in page
    address = "https://learning.example.org/avonport/opportunities/robotics/"
    assert f'<link rel="canonical" href="{address}">' in page


def test_404_can_be_shown_under_any_address(pages: Mapping[str, str]) -> None:
    own = [link for link in links(pages["404.html"]) if not urlsplit(link).scheme]

    assert all(link.startswith(("/avonport/", "#")) for link in own)


def test_hidden_venue_tells_nothing_of_where_it_is(place: Place) -> None:
    hidden = replace(place.venues["hidden"], neighbourhood="harbour")

    page = venue_page(here(place, "venues/hidden/"), hidden, ())

    assert (page.address, page.postcode, page.neighbourhood) == ("", "", None)


def test_about_is_there_before_anybody_has_written_it() -> None:
    pages = drawn(a_place())

    assert "About Avonport" in pages["about/index.html"]
    assert "hello@example.org" in pages["about/index.html"]


def test_every_page_of_an_empty_place_can_be_drawn() -> None:
    assert "index.html" in drawn(a_place())


def test_demonstration_says_so_on_every_page(pages: Mapping[str, str]) -> None:
    assert all('<div class="demonstration"' in page for page in pages.values())


def test_suggested_change_carries_the_record_s_id(pages: Mapping[str, str]) -> None:
    page = pages["opportunities/robotics/index.html"]

    assert 'href="mailto:changes@example.org?subject=Suggested%20change%3A%20robotics"' in page


def test_small_numbers_of_earners_are_not_told(pages: Mapping[str, str]) -> None:
    page = pages["badges/robotics-1/index.html"]

    assert "fewer than 10" in page
    assert "42 ·" in page


def test_ended_opportunity_says_since_when(place: Place) -> None:
    state = state_of(here(place), place.opportunities["is-ended"])

    assert state.since is not None
    assert OpportunityStatus(state.code) is OpportunityStatus.ENDED


def test_titles_of_any_length_are_kept_whole() -> None:
    place = full_place()
    long = replace(place.opportunities["club"], title=en("word " * 40))
    place = replace(place, opportunities={**place.opportunities, "club": long})

    assert "word " * 39 in drawn(place)["opportunities/club/index.html"]


def test_logo_stands_in_the_header_of_every_page_with_its_size_and_its_words(
    pages: Mapping[str, str],
) -> None:
    top = [page for name, page in pages.items() if re.fullmatch(r"[a-z]{3,}/index\.html", name)]

    (logo,) = {page[page.index("<picture") : page.index("</picture")] for page in top}
    assert '<picture class="logo">' in logo
    assert 'alt="Avonport Council" width="640" height="360"' in logo
    assert '<source media="(prefers-color-scheme: dark)"' in logo


def test_logo_without_one_for_dark_stands_on_a_plate_there() -> None:
    place = full_place(settings=full_settings(logo=Logo("images/logo.png", en("Us"))))

    page = drawn(place)["index.html"]

    assert '<picture class="logo plate">' in page
    assert "prefers-color-scheme: dark" not in page


def test_place_without_a_logo_has_the_drawn_door(pages: Mapping[str, str]) -> None:
    page = drawn(full_place(settings=full_settings(logo=None)))["index.html"]

    assert '<p class="brand"><a' in page
    assert '<p class="brand with-logo">' in pages["index.html"]


def test_badge_can_be_saved_as_a_picture_whether_it_is_drawn_or_not(
    pages: Mapping[str, str],
) -> None:
    drawn_one, own = (pages[f"badges/{badge}/index.html"] for badge in ("soldering", "robotics-1"))

    assert (
        '<a href="badge.png" download="soldering.png">Save this badge as a picture</a>' in drawn_one
    )
    assert re.search(r'<a href="../../images/badge-[0-9a-f]+\.webp" download="robotics-1', own)
