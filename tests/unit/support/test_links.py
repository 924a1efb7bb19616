from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.links import broken_links
from tests.support.sites import write_files


@pytest.mark.parametrize("base", ["/", "/some/sub/path/"])
def test_whole_site_has_no_broken_links(tmp_path: Path, base: str) -> None:
    write_files(
        tmp_path,
        {
            "index.html": '<a href="a/">a</a> <a href="a/#part">b</a> <a href="#">c</a>'
            ' <link href="style.css" rel="stylesheet"> <a href="https://example.org/">d</a>'
            ' <a href="mailto:a@example.org">e</a>',
            "a/index.html": '<h2 id="part">x</h2><a href="../">up</a>',
            "style.css": "p { background: url('dot.png') }",
            "dot.png": "x",
        },
    )

    assert broken_links(tmp_path, base) == []


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<a href="gone/">x</a>', "is not there"),
        ('<a href="a/#gone">x</a>', "has no such fragment"),
        ('<a href="a">x</a>', "is a folder"),
        ('<a href="/a/">x</a>', "leaves the site"),
        ('<a href="../a/">x</a>', "leaves the site"),
        ('<img srcset="dot.png 1x, gone.png 2x">', "is not there"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "is not there"),
        ('<form action="gone/"></form>', "is not there"),
        ('<a href="https://learning.example.org/newport/gone/">x</a>', "is not there"),
    ],
)
def test_each_kind_of_broken_link_is_named(tmp_path: Path, html: str, reason: str) -> None:
    write_files(tmp_path, {"index.html": html, "a/index.html": "", "dot.png": "x"})

    found = broken_links(tmp_path, "/sub/", "https://learning.example.org/newport/")

    assert len(found) == 1
    assert reason in found[0]


def test_page_for_unknown_addresses_links_by_the_sites_own_address(tmp_path: Path) -> None:
    write_files(tmp_path, {"404.html": '<a href="/town/a/">x</a>', "a/index.html": ""})

    assert broken_links(tmp_path, "/sub/", "https://example.org/town/") == []
    assert len(broken_links(tmp_path, "/sub/", "https://example.org/village/")) == 1


def test_style_and_sitemap_are_followed(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "style.css": "p { background: url(gone.png) }",
            "sitemap.xml": "<urlset><url><loc>https://example.org/gone/</loc></url></urlset>",
        },
    )

    found = broken_links(tmp_path, "/", "https://example.org/")

    assert len(found) == 2
