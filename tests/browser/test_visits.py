"""The browser harness has to see every kind of fault, or its silence means nothing."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Serve, Visits
from tests.support.sites import write_files
from tests.support.visits import WITHOUT_SCRIPT


def page(body: str) -> str:
    return f'<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,">{body}'


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
