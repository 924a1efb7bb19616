"""A whole site's assets: what names them, and what their names say."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from generator.rules.asset_references import references
from generator.rules.assets import KEPT_FOLDER
from generator.rules.search.stemmer_modules import module_path
from tests.support.sites import TINY, build_site, copy_place, doorstep, write_files

ASKED = re.compile(r'<(?:script|link)\b[^>]*\b(?:src|href)="(?:[./]*)(assets/[^"]+\.(?:css|js))"')


def test_name_of_an_asset_tells_its_content(newport: Path) -> None:
    kept = list((newport / KEPT_FOLDER).iterdir())

    assert len(kept) > 20
    for path in kept:
        digits = hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        assert path.name.split(".")[-2] == digits


def test_every_style_and_script_that_a_page_loads_is_kept_and_there(newport: Path) -> None:
    asked = {
        name for page in newport.rglob("*.html") for name in ASKED.findall(page.read_text("utf-8"))
    }

    assert len(asked) > 8
    plain = {name for name in asked if not name.startswith(KEPT_FOLDER)}
    assert plain == {module_path("en")}  # by the language, as the finder names it
    assert [name for name in asked if not (newport / name).is_file()] == []


def test_what_assets_name_is_there(newport: Path) -> None:
    named = {
        it.path
        for path in (newport / "assets").rglob("*")
        if path.suffix in (".css", ".js")
        for it in references(path.relative_to(newport).as_posix(), path.read_text("utf-8"))
        if it.whole
    }

    assert {name.partition(".")[0] for name in named} >= {
        f"{KEPT_FOLDER}{name}" for name in ("icons", "leaflet", "map", "saving", "supercluster")
    }
    assert [name for name in named if not (newport / name).exists()] == []


PAGE = """\
{% extends "base/page.html" %}
{% block head %}{{ super() }}
<link rel="stylesheet" href="{{ frame.root }}assets/css/doorsteps.css">
{% endblock %}
"""
PAGE_TOLD = """\
themes/ours/templates/page.html:3:46: error[unknown-asset] no asset "assets/css/doorsteps.css"; \
did you mean "assets/css/doorstep.css"?
    <link rel="stylesheet" href="{{ frame.root }}assets/css/doorsteps.css">
"""
STYLE_TOLD = """\
themes/ours/assets/css/map.css:2:21: error[unknown-asset] no asset "assets/css/icon.svg"; \
did you mean "assets/css/icons.svg"?
"""


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("templates/page.html", PAGE, PAGE_TOLD),
        ("assets/css/map.css", "a {}\nb { background: url(icon.svg) }\n", STYLE_TOLD),
    ],
)
def test_asset_that_is_not_there_stops_the_build_and_is_told(
    tmp_path: Path, path: str, text: str, told: str
) -> None:
    copy_place(TINY, tmp_path)
    write_files(tmp_path / "themes" / "ours", {path: text})

    ended = doorstep("build", "--theme", "ours", cwd=tmp_path)

    assert ended.status == 1
    assert told in ended.stdout + ended.stderr
    assert not (tmp_path / "site").exists()


def test_theme_s_own_colours_stand_in_for_the_place_s(tmp_path: Path) -> None:
    content = copy_place(TINY, tmp_path)
    write_files(tmp_path / "themes" / "ours", {"assets/css/place.css": ":root { --place: red }"})

    site = build_site(content, tmp_path / "site", "--theme", "ours")

    [style] = site.glob("assets/kept/place.*.css")
    assert style.read_text("utf-8") == ":root { --place: red }"
