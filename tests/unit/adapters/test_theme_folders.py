from __future__ import annotations

from pathlib import Path

from generator.adapters.theme_folders import assets_in, mentions_in
from tests.support.sites import write_files


def two_themes(root: Path) -> tuple[Path, Path]:
    ours = write_files(
        root / "themes" / "ours",
        {
            "assets/css/a.css": "ours",
            "templates/page.html": '<link href="assets/css/a.css">',
            "templates/parts/tree.svg": '<image href="{{ root }}assets/b.png"/>',
        },
    )
    base = write_files(
        root / "base",
        {
            "assets/css/a.css": "base",
            "assets/js/b.js": "base",
            "templates/page.html": '\n<link href="assets/css/c.css">',
        },
    )
    return ours, base


def test_file_of_the_project_s_theme_comes_before_the_base_s(tmp_path: Path) -> None:
    found = assets_in(two_themes(tmp_path))

    assert {path: (it.content, it.shown) for path, it in found.items()} == {
        "assets/css/a.css": (b"ours", "themes/ours/assets/css/a.css"),
        "assets/js/b.js": (b"base", "themes/base/assets/js/b.js"),
    }


def test_assets_are_looked_for_in_every_template_of_all_themes(tmp_path: Path) -> None:
    found = mentions_in(two_themes(tmp_path))

    assert [(it.asset, it.mark.path, it.mark.line) for it in found] == [
        ("assets/css/a.css", "themes/ours/templates/page.html", 1),
        ("assets/b.png", "themes/ours/templates/parts/tree.svg", 1),
        ("assets/css/c.css", "themes/base/templates/page.html", 2),
    ]
