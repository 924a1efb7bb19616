"""Newport, a random place and one of every state as the Nu checker sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.test_pages import one_of_each_kind
from tests.support.nu import GUESSED, nu_messages


def pages(site: Path) -> list[Path]:
    both = [*one_of_each_kind(site), *(f"cy/{each}" for each in one_of_each_kind(site / "cy"))]
    return [site / address / "index.html" for address in both]


def test_each_kind_of_page_of_a_random_place_is_valid(anywhere: Path) -> None:
    said = nu_messages(*pages(anywhere), anywhere / "404.html")

    assert [message for message in said if GUESSED not in message] == []


def test_every_state_of_every_record_is_valid(full_folder: Path) -> None:
    states = {path.name for path in (full_folder / "opportunities").iterdir()}

    said = nu_messages(*full_folder.rglob("*.html"))

    assert {"is-full", "is-cancelled", "is-postponed", "is-ended", "overdue"} <= states
    assert {"withdrawn-thing", "robots"} <= states
    assert [message for message in said if GUESSED not in message] == []


def test_every_page_of_newport_is_valid(newport: Path) -> None:
    assert nu_messages(newport) == []


@pytest.mark.soak
def test_every_page_of_a_random_place_is_valid(anywhere: Path) -> None:
    said = nu_messages(anywhere)

    assert [message for message in said if GUESSED not in message] == []
