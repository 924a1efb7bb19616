"""Saltmarsh, built by the real command: every page of it, and what must be true of any site."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.links import broken_links
from tests.support.nu import nu_messages
from tests.support.served import SUB_PATH
from tests.support.sites import TINY, assert_tree, build_site, copy_place, tree, write_files

EXPECTED = TINY.parent / "expected"
SITE_URL = "https://saltmarsh.learning.example/"

# What a venue that is not to be shown has in its record, in the spellings an output might choose.
SECRETS = (b"Secret Lane", b"secret lane", b"YO21 1AE", b"YO211AE", b"yo21 1ae", b"yo211ae")


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every published file, and those that are packed once more as they were before."""
    for name, content in tree(folder).items():
        yield name, content
        if content.startswith(b"\x1f\x8b"):
            yield f"{name} (unpacked)", gzip.decompress(content)


def test_every_file_is_as_expected(tiny: Path) -> None:
    assert_tree(tiny, EXPECTED)


@pytest.mark.parametrize("base", ["/", SUB_PATH])
def test_every_link_fragment_and_asset_resolves(tiny: Path, base: str) -> None:
    assert broken_links(tiny, base, SITE_URL) == []


def test_every_page_is_valid_html(tiny: Path) -> None:
    assert nu_messages(tiny) == []


def test_hidden_venues_address_is_in_no_file(tiny: Path) -> None:
    told = [
        (name, secret)
        for name, content in contents(tiny)
        for secret in SECRETS
        if secret in content
    ]

    assert told == []


def test_search_for_secrets_would_find_one(tiny: Path) -> None:
    shown = [name for name, content in contents(tiny) if b"Quay Side" in content]

    assert shown != []


def test_draft_is_published_only_when_asked_for(tmp_path: Path, tiny: Path) -> None:
    page = "opportunities/half-written/index.html"

    with_drafts = build_site(TINY, tmp_path / "site", "--drafts")

    assert not (tiny / page).exists()
    assert (with_drafts / page).is_file()


@pytest.mark.parametrize(
    ("env", "options"),
    [
        ({"TZ": "Pacific/Auckland", "LC_ALL": "C"}, ("--jobs", "1")),
        ({"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}, ("--jobs", "2")),
        ({"PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"}, ()),
    ],
)
def test_machine_changes_no_byte(
    tmp_path: Path, tiny: Path, env: dict[str, str], options: tuple[str, ...]
) -> None:
    content = copy_place(TINY, tmp_path / "somewhere" / "ëlse", "records")

    built = build_site(content, tmp_path / "out", *options, env=env)

    assert tree(built) == tree(tiny)


def test_files_written_in_another_order_change_no_byte(tmp_path: Path, tiny: Path) -> None:
    names = [path.relative_to(TINY) for path in TINY.rglob("*") if path.is_file()]
    for name in sorted(names, reverse=True):
        target = tmp_path / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((TINY / name).read_bytes())

    built = build_site(tmp_path / "content", tmp_path / "site")

    assert tree(built) == tree(tiny)


def test_site_is_the_same_whatever_was_built_before(tmp_path: Path, tiny: Path) -> None:
    content = copy_place(TINY, tmp_path)
    record = "opportunities/reading-at-home.md"
    original = (content / record).read_text("utf-8")
    write_files(content, {record: original.replace("whenever you like", "by the fire")})
    build_site(content, tmp_path / "site")
    write_files(content, {record: original})

    again = build_site(content, tmp_path / "site")

    assert tree(again) == tree(tiny)
