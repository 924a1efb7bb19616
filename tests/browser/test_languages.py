"""What a reader of the second language meets where words are missing, and where they are not."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Serve, Visits


def test_a_result_without_a_translation_says_which_language_it_is_in(
    bilingual: Path, serve: Serve, visit: Visits
) -> None:
    seen = visit(f"{serve(bilingual).root}cy/explore/")
    cards = seen.page.locator("[data-card]")

    rowing = cards.filter(has_text="Rowing for beginners")
    for part in ("title", "summary"):
        expect(rowing.locator(f"[data-card-{part}]")).to_have_attribute("lang", "en")
    expect(rowing.locator("[data-fact=text]")).to_contain_text("Saesneg")

    singing = cards.filter(has_text="Canu wrth yr afon")
    expect(singing.locator("[data-card-title]")).to_be_visible()
    expect(singing.locator("[lang]")).to_have_count(0)
    expect(singing.locator("[data-fact=text]")).to_have_count(0)
    assert seen.faults() == []
