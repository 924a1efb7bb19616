from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.assets import Assets, Mention, ThemeFile
from generator.model.problem import Mark
from generator.rules.assets import DIGITS, KEPT_FOLDER, published

PAGE = Mark("themes/ours/templates/page.html", 3, 9)


def made(files: Mapping[str, str | bytes], *named: str) -> Assets:
    there = {
        path: ThemeFile(it.encode() if isinstance(it, str) else it, f"themes/ours/{path}")
        for path, it in files.items()
    }
    return published(there, [Mention(it, PAGE, f'href="{it}"') for it in named])


def contents(assets: Assets) -> dict[str, bytes]:
    return {it.path: it.content for it in assets.files}


def test_what_a_template_names_bears_a_digest_of_its_content() -> None:
    assets = made({"assets/css/a.css": "a {}"}, "assets/css/a.css")

    digits = hashlib.sha256(b"a {}").hexdigest()[:DIGITS]
    assert assets.names == {"assets/css/a.css": f"assets/kept/a.{digits}.css"}
    assert contents(assets) == {f"assets/kept/a.{digits}.css": b"a {}"}
    assert assets.problems == ()


@pytest.mark.parametrize(
    "path",
    [
        "assets/vendor/a/LICENSE",
        "assets/words.pdf",
        "assets/site.webmanifest",
        "assets/favicon.ico",
    ],
)
def test_what_pages_are_not_drawn_with_stays_where_it_is(path: str) -> None:
    assets = made({path: "words"}, path)

    assert assets.names == {}
    assert contents(assets) == {path: b"words"}


def test_what_nothing_names_stays_where_it_is() -> None:
    assert made({"assets/css/a.css": "a {}", "assets/b.png": "b"}).names == {}


def test_change_of_a_leaf_changes_the_names_of_all_that_lead_to_it() -> None:
    files = {
        "assets/css/a.css": "@import 'b.css';",
        "assets/css/b.css": "@font-face { src: url(../fonts/c.woff2) }",
        "assets/css/other.css": "a {}",
        "assets/fonts/c.woff2": "one",
    }
    asked = ("assets/css/a.css", "assets/css/other.css")

    before = made(files, *asked).names
    after = made(files | {"assets/fonts/c.woff2": "two"}, *asked).names

    changed = {path for path in files if before[path] != after[path]}
    assert changed == files.keys() - {"assets/css/other.css"}


def test_each_names_the_others_as_they_are_published() -> None:
    assets = made(
        {
            "assets/css/a.css": "a { background: url(../pictures/b.svg) }",
            "assets/pictures/b.svg": "<svg/>",
            "assets/js/page.js": 'const at = new URL("../pictures/b.svg", import.meta.url);\n',
        },
        "assets/css/a.css",
        "assets/js/page.js",
    )

    names, there = assets.names, contents(assets)
    picture = names["assets/pictures/b.svg"].removeprefix(KEPT_FOLDER)
    assert there[names["assets/css/a.css"]].decode() == f"a {{ background: url({picture}) }}"
    assert f'new URL("./{picture}", import.meta.url)' in there[names["assets/js/page.js"]].decode()


def test_modules_are_joined_and_then_named() -> None:
    files = {
        "assets/js/page.js": 'import { one } from "./sums.js";\nimport("./late.js").then(one);\n',
        "assets/js/sums.js": "export function one() { return 1; }\n",
        "assets/js/late.js": "export const late = 1;\n",
    }

    before, after = (
        made(it, "assets/js/page.js")
        for it in (files, files | {"assets/js/sums.js": "export function one() { return 2; }\n"})
    )

    assert before.names.keys() == {"assets/js/page.js", "assets/js/late.js"}
    assert "assets/js/sums.js" in contents(before)
    page, late = (before.names[f"assets/js/{it}.js"] for it in ("page", "late"))
    assert f'import("./{late.removeprefix(KEPT_FOLDER)}")' in contents(before)[page].decode()
    assert after.names["assets/js/page.js"] != page
    assert after.names["assets/js/late.js"] == late


def test_those_that_name_each_other_stay_where_they_are() -> None:
    assets = made(
        {
            "assets/js/page.js": 'import("./one.js");\n',
            "assets/js/one.js": 'import("./two.js");\n',
            "assets/js/two.js": 'import("./one.js");\n',
        },
        "assets/js/page.js",
    )

    assert assets.names.keys() == {"assets/js/page.js"}
    assert contents(assets)["assets/js/two.js"] == b'import("./one.js");\n'
    assert contents(assets)[assets.names["assets/js/page.js"]] == b'import("../js/one.js");\n'


def test_leaflet_finds_its_pictures_by_the_name_of_one() -> None:
    folder = "assets/vendor/leaflet"
    assets = made(
        {
            f"{folder}/leaflet.css": "a { background-image: url(images/marker-icon.png) }",
            f"{folder}/images/marker-icon.png": "picture",
        },
        f"{folder}/leaflet.css",
    )

    style = contents(assets)[assets.names[f"{folder}/leaflet.css"]].decode()
    assert "url(../vendor/leaflet/images/marker-icon.png)" in style
    assert f"{folder}/images/marker-icon.png" in contents(assets)


def test_bytes_that_are_no_text_are_kept() -> None:
    style = b"/* caf\xe9 */ a { background: url(b.png) }"

    assets = made({"assets/css/a.css": style, "assets/css/b.png": b"\xff"}, "assets/css/a.css")

    assert contents(assets)[assets.names["assets/css/a.css"]].startswith(b"/* caf\xe9 */ a {")


def told(assets: Assets) -> Sequence[tuple[str, int, int, str]]:
    return [(it.mark.path, it.mark.line, it.mark.column, it.message) for it in assets.problems]


def test_asset_that_is_not_there_is_told_where_it_is_named() -> None:
    assets = made(
        {
            "assets/css/ours.css": "a {}\nb { background: url(tree.svg) }",
            "assets/css/trees.svg": "<svg/>",
            "assets/js/page.js": 'import { a } from "./nobody.js";\n',
        },
        "assets/css/our.css",
    )

    assert told(assets) == [
        (*(PAGE.path, PAGE.line, PAGE.column),
         'no asset "assets/css/our.css"; did you mean "assets/css/ours.css"?'),
        ("themes/ours/assets/css/ours.css", 2, 21,
         'no asset "assets/css/tree.svg"; did you mean "assets/css/trees.svg"?'),
        ("themes/ours/assets/js/page.js", 1, 20, 'no asset "assets/js/nobody.js"'),
    ]  # fmt: skip
    assert assets.problems[1].excerpt == "b { background: url(tree.svg) }"


@pytest.mark.parametrize(
    "path",
    ["assets/icon.svg", "assets/touch-icon.png", "assets/postcodes/", "assets/map/map.en.js"],
)
def test_what_doorstep_puts_there_itself_is_no_mistake(path: str) -> None:
    assert made({}, path).problems == ()


def test_name_that_goes_on_is_told() -> None:
    mention = Mention("assets/js/", PAGE, "", whole=False)

    [problem] = published({}, [mention]).problems

    assert problem.message.startswith(
        'the name of an asset goes on after "assets/js/"; write it out'
    )


WORDS = st.sampled_from(["a {}", "b { background: url(p.png) }", "@import 'b.css';"])


@given(st.dictionaries(st.sampled_from(["a.css", "b.css", "p.png", "c.css"]), WORDS),
       st.dictionaries(st.sampled_from(["a.css", "b.css", "p.png", "c.css"]), WORDS))  # fmt: skip
def test_one_name_is_never_of_two_contents(one: dict[str, str], other: dict[str, str]) -> None:
    every: dict[str, bytes] = {}
    for files in (one, other):
        there = {f"assets/css/{name}": text for name, text in files.items()}
        for path, content in contents(made(there, *there)).items():
            if path.startswith(KEPT_FOLDER):
                assert every.setdefault(path, content) == content
                assert re.fullmatch(rf"assets/kept/\w+\.[0-9a-f]{{{DIGITS}}}\.\w+", path)
