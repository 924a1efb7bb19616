"""`doorstep serve` as its author meets it: a page with a strict policy reloads, shows problems."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.support.authoring import authoring


def test_save_reloads_the_page_and_problems_come_and_go(browser: Browser, tmp_path: Path) -> None:
    with authoring(tmp_path) as author:
        page = browser.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda complaint: complaints.append(str(complaint)))
        page.goto(author.address)
        expect(page.get_by_role("heading", name="first words")).to_be_visible()

        author.save("a.md", "second words")
        expect(page.get_by_role("heading", name="second words")).to_be_visible()

        author.save("a.md", "wrong")
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("1 problems to fix")
        expect(alert).to_contain_text("content/a.md:2:3")
        expect(alert).to_contain_text("error[planted] <b>wrong</b>")
        expect(page.get_by_role("heading", name="second words")).to_be_visible()

        author.save("a.md", "right again")
        expect(page.get_by_role("heading", name="right again")).to_be_visible()
        expect(alert).to_have_count(0)
        page.close()

    assert complaints == []
