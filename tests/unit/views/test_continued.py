"""Lists on the pages of topics, neighbourhoods, venues and organisations go on on further pages."""

from __future__ import annotations

import pytest

from tests.support.crowded_place import crowded_place
from tests.support.pages import drawn, wordings


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return drawn(crowded_place())


@pytest.mark.parametrize("root", ["", "cy/"])
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("topics/digital-making", "Topic"),
        ("skills/problem-solving", "Skill"),
        ("careers/engineer", "Career"),
        ("neighbourhoods/harbour", "Neighbourhood"),
        ("organisations/makers", "Organisation"),
        ("venues/library", "Venue"),
    ],
)
def test_a_long_list_goes_on_on_a_second_page(
    pages: dict[str, str], root: str, address: str, kind: str
) -> None:
    first = pages[f"{root}{address}/index.html"]
    second = pages[f"{root}{address}/page/2/index.html"]

    assert '<a rel="next" href="page/2/">' in first
    assert f'<p class="kind">{wordings().speak(root[:2] or "en").gettext(kind)}</p>' in second
    assert '<a rel="prev" href="../../">' in second
    cards = [page.count("/opportunities/o") for page in (first, second)]
    assert (cards[0] >= 40, cards[1]) == (True, 5)
    assert f"{root}{address}/page/3/index.html" not in pages
