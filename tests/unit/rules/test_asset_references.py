from __future__ import annotations

import pytest

from generator.rules.asset_references import references, rewritten

STYLE = "assets/css/ours.css"
SCRIPT = "assets/js/ours.js"


def named(path: str, text: str) -> list[tuple[str, bool]]:
    return [(it.path, it.whole) for it in references(path, text)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a { background: url(tree.svg) }", "assets/css/tree.svg"),
        ("a { background: url( './tree.svg' ) }", "assets/css/tree.svg"),
        ('@font-face { src: url("../fonts/a.woff2") }', "assets/fonts/a.woff2"),
        ("@import 'more.css';", "assets/css/more.css"),
        ('@import url("more.css");', "assets/css/more.css"),
        ("a { background: url(my%20tree.svg#leaf) }", "assets/css/my tree.svg"),
        ("a { background: url(tree.svg?v=2) }", "assets/css/tree.svg"),
    ],
)
def test_style_sheet_names_files(text: str, path: str) -> None:
    assert named(STYLE, text) == [(path, True)]


@pytest.mark.parametrize(
    "text",
    [
        "a { behavior: url(#default#VML) }",
        "a { background: url(data:image/png;base64,AAAA) }",
        "a { background: url(https://example.org/tree.svg) }",
        "a { background: url(//example.org/tree.svg) }",
        "a { background: url(/tree.svg) }",
        "/* a { background: url(tree.svg)\n} */",
        "a { background: url(../../../tree.svg) }",
        "a { background: url() }",
    ],
)
def test_style_sheet_names_nothing_of_the_site(text: str) -> None:
    assert named(STYLE, text) == []


@pytest.mark.parametrize(
    ("text", "path", "whole"),
    [
        ('import { a } from "./a.js";', "assets/js/a.js", True),
        ("import './a.js';", "assets/js/a.js", True),
        ('import * as $a from "./a.js";', "assets/js/a.js", True),
        ('const { a } = await import("./a.js");', "assets/js/a.js", True),
        ('const URL_ = new URL("../data/a.png", import.meta.url);', "assets/data/a.png", True),
        ('new URL(\n  "a.png",\n  import.meta.url,\n)', "assets/js/a.png", True),
        ('new URL("../../", import.meta.url)', "", True),
        ('new URL("../data/", import.meta.url)', "assets/data/", True),
        ("await import(`./words/${tag}.js`);", "assets/js/words/", False),
        ("new URL(`../data/${tag}.json`, import.meta.url)", "assets/data/", False),
        ("new URL(`../data/part-${tag}.json`, import.meta.url)", "assets/data/part-", False),
    ],
)
def test_script_names_files(text: str, path: str, *, whole: bool) -> None:
    assert named(SCRIPT, text) == [(path, whole)]


@pytest.mark.parametrize(
    "text",
    [
        'import { a } from "package";',
        'const told = "./a.js";',
        'new URL("a.json", folder)',
        'new URL("https://example.org/a.js", import.meta.url)',
        '// import("./a.js") was here',
        '/* import("./a.js") */',
        ' * import { a } from "./a.js";',
        "new URL(address, import.meta.url)",
    ],
)
def test_script_names_nothing_of_the_site(text: str) -> None:
    assert named(SCRIPT, text) == []


def test_only_styles_and_scripts_are_read() -> None:
    assert named("assets/page.html", '<style>a { background: url("tree.svg") }</style>') == []


NAMES = {
    "assets/css/tree.svg": "assets/kept/tree.1.svg",
    "assets/js/a.js": "assets/kept/a.1.js",
}


def moved(path: str, text: str, place: str) -> str:
    return rewritten(path, text, references(path, text), place, lambda it: NAMES.get(it, it))


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (STYLE, "a { b: url('tree.svg#leaf') }", "a { b: url('tree.1.svg#leaf') }"),
        (STYLE, "a { b: url(other.svg?v=2) }", "a { b: url(../css/other.svg?v=2) }"),
        (STYLE, "a { b: url(my%20own.svg) }", "a { b: url(../css/my%20own.svg) }"),
        (SCRIPT, 'import("./a.js")', 'import("./a.1.js")'),
        (SCRIPT, "import(`./words/${tag}.js`)", "import(`../js/words/${tag}.js`)"),
        (SCRIPT, 'new URL("../../", import.meta.url)', 'new URL("../../", import.meta.url)'),
        (SCRIPT, 'new URL("../data/", import.meta.url)', 'new URL("../data/", import.meta.url)'),
        ("assets/vendor/a/b.js", 'new URL("./", import.meta.url)',
         'new URL("../vendor/a/", import.meta.url)'),
    ],
)  # fmt: skip
def test_names_lead_on_from_where_a_file_is_published(path: str, text: str, expected: str) -> None:
    assert moved(path, text, "assets/kept/") == expected


def test_file_that_stays_is_changed_only_where_it_names_what_does_not() -> None:
    text = 'import("./b.js"); import("./a.js"); import("././c.js");'

    assert moved(SCRIPT, text, SCRIPT) == (
        'import("./b.js"); import("../kept/a.1.js"); import("././c.js");'
    )
