"""The browser harness has to see every kind of fault, or its silence means nothing."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import Serve, Visits
from tests.support.sites import write_files
from tests.support.visits import WITHOUT_SCRIPT


def page(body: str) -> str:
    return f'<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,">{body}'


def test_browser_does_without_all_that_playwright_has_it_do_without(browser: Browser) -> None:
    page = browser.new_page()
    page.goto("chrome://version")

    given = re.findall(r"--disable-features=(\S+)", page.locator("#command_line").inner_text())
    page.close()

    playwright_s, ours = (names.split(",") for names in given)
    assert set(playwright_s) - set(ours) == set()


def test_no_window_has_a_page_that_nobody_sees(browser: Browser) -> None:
    page = browser.new_page()
    session = browser.new_browser_cdp_session()

    page.wait_for_timeout(300)
    found = session.send("Target.getTargets", {"filter": [{}]})["targetInfos"]
    session.detach()
    page.close()

    kinds = {target["type"] for target in found}
    assert "page" in kinds
    assert "browser_ui" not in kinds


def test_clean_page_has_no_faults_at_root_and_sub_path(
    tmp_path: Path, serve: Serve, visit: Visits
) -> None:
    write_files(tmp_path, {"index.html": page("<script src=a.js></script>"), "a.js": "0"})
    served = serve(tmp_path)

    faults = [visit(url).faults() for url in (served.root, served.sub_path)]

    assert faults == [[], []]


def test_foreign_request_is_seen_and_never_leaves(
    tmp_path: Path, serve: Serve, visit: Visits
) -> None:
    write_files(tmp_path, {"index.html": page('<a ping href="/">x</a><script src=a.js></script>')})
    write_files(tmp_path, {"a.js": 'location.href = "http://example.com/elsewhere"'})

    seen = visit(serve(tmp_path).root)
    seen.page.wait_for_timeout(200)

    assert seen.foreign == ["http://example.com/elsewhere"]


def test_inline_script_is_a_policy_violation(tmp_path: Path, serve: Serve, visit: Visits) -> None:
    write_files(tmp_path, {"index.html": page("<script>document.title = 'ran'</script>")})

    seen = visit(serve(tmp_path).root)

    assert len(seen.violations) == 1
    assert seen.page.title() == "x"


def test_policy_violation_is_seen_without_javascript(
    tmp_path: Path, serve: Serve, visit: Visits
) -> None:
    write_files(tmp_path, {"index.html": page('<p style="color: red">x</p>')})

    seen = visit(serve(tmp_path).root, WITHOUT_SCRIPT)

    assert len(seen.faults()) == 1


def test_missing_file_is_a_failed_request(tmp_path: Path, serve: Serve, visit: Visits) -> None:
    write_files(tmp_path, {"index.html": page("<img alt='' src=gone.png>")})
    served = serve(tmp_path)

    seen = visit(served.root)

    assert seen.failed == [f"404 {served.root}gone.png"]


def test_script_error_is_seen(tmp_path: Path, serve: Serve, visit: Visits) -> None:
    write_files(tmp_path, {"index.html": page("<script src=a.js></script>"), "a.js": "oops()"})

    seen = visit(serve(tmp_path).root)

    assert seen.errors == ["oops is not defined"]
