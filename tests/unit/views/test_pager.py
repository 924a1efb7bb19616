from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.views.frame import frame
from generator.views.here import Here
from generator.views.pager import (
    MOST_SHORT_PAGES,
    PER_LONG_PAGE,
    PER_PAGE,
    first_part,
    numbered_frame,
    page_address,
    pager,
    parts,
    short_parts,
)
from tests.support.places import a_place
from tests.support.wordings import edition


@given(st.integers(0, 5_000))
def test_pages_hold_everything_once_and_none_is_empty(count: int) -> None:
    items = range(count)

    held = [part.of(items) for part in parts(count)]

    assert [item for page in held for item in page] == list(items)
    assert all(held) or count == 0
    assert len(held) >= 1


def test_a_very_long_list_has_fewer_bigger_pages() -> None:
    most = MOST_SHORT_PAGES * PER_PAGE

    assert first_part(most).size == PER_PAGE
    assert first_part(most + 1).size == PER_LONG_PAGE


def test_only_a_list_of_several_pages_shows_the_way() -> None:
    here = Here(edition(a_place()), "topics/music/")

    assert pager(here, here.address, first_part(PER_PAGE)).words == ""
    assert pager(here, here.address, first_part(PER_PAGE + 1)).words == "Page 1 of 2"


def test_a_further_page_is_told_apart_and_leads_back() -> None:
    _, second = parts(PER_PAGE + 1)
    here = Here(edition(a_place()), page_address("topics/music/", 2))

    around = numbered_frame(here, frame(here, "Music"), "topics/music/", second)

    assert around.title == "Music, page 2"
    assert [(link.words.words, link.href) for link in around.trail] == [
        ("Home", "../../../../"),
        ("Music", "../../"),
    ]


def test_short_pages_stay_short_however_many_there_are() -> None:
    found = list(short_parts(MOST_SHORT_PAGES * PER_PAGE * 3))

    assert [part.size for part in found] == [PER_PAGE] * MOST_SHORT_PAGES * 3
