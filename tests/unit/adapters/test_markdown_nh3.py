from __future__ import annotations

import pytest

from generator.model.problem import Mark
from generator.model.prose import Prose
from tests.support.understanding import MARKDOWN

PATH = "content/opportunities/robotics.md"


def render(text: str) -> tuple[Prose, list[tuple[str, int, int]]]:
    prose, problems = MARKDOWN.render(PATH, text, 10)
    return prose, [(one.code, one.mark.line, one.mark.column) for one in problems]


def test_nothing_is_nothing() -> None:
    assert render(" \n") == (Prose(), [])


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href='java&#115;cript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<b onclick=alert(1)>x</b>",
        "<style>*{}</style>",
        "<form action=https://evil.example><input></form>",
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
        "![x](javascript:alert(1))",
        "<object data=x></object><embed src=x><base href=//evil.example>",
        "[x](//evil.example/)",
        "[x](http://[)",
    ],
)
def test_nothing_that_runs_or_leaves_survives_and_its_author_is_told(text: str) -> None:
    prose, problems = render(text)

    html = "".join(prose.pieces).lower()
    for harm in ("script:", "<script", "onerror", "onload", "onclick", "<iframe", "<style", "<form",
                 "<object", "<base", "<img", "<svg", "data:", "evil.example"):  # fmt: skip
        assert harm not in html.replace("&lt;", "").replace("alert(1)", "")
    assert problems != []


@pytest.mark.parametrize("text", ["<![C</>A[x]]>", "a\n\n<![x[ b", "<!-- a\n\n<![CDATA[<b>]]>"])
def test_declaration_that_none_is_stops_nothing(text: str) -> None:
    prose, _ = render(f"{text}\n\nWords after it.")

    assert "<!" not in "".join(prose.pieces)


def test_plain_prose_has_no_problem() -> None:
    prose, problems = render(
        "# Bring\n\n- **a coat**\n- [us](https://makers.example/)\n\n| a |\n|---|\n| b |"
    )

    assert problems == []
    assert '<h2 id="text-bring">Bring</h2>' in prose.pieces[0]
    assert prose.text == "Bring a coat us a b"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("beach.md", "opportunities/beach/"),
        ("../badges/robot-builder.md#text-bring", "badges/robot-builder/#text-bring"),
        ("../pages/about.md", "about/"),
        ("/venues/hall/", "venues/hall/"),
        ("/", ""),
    ],
)
def test_links_to_records_become_links_to_their_pages(link: str, target: str) -> None:
    prose, problems = render(f"See [it]({link}).")

    assert problems == []
    assert [(one.target, one.mark) for one in prose.links] == [(target, Mark(PATH, 10, 10))]
    assert len(prose.pieces) == 2


@pytest.mark.parametrize(
    "link", ["../../secret.md", "notes.txt", "..\\badges\\a.md", "../images/a.png"]
)
def test_links_to_nothing_of_ours_lead_nowhere(link: str) -> None:
    prose, problems = render(f"See [it]({link}).")

    assert problems == [("invalid-link", 10, 10)]
    assert prose.links == ()


def test_same_link_twice_is_told_where_each_stands() -> None:
    _, problems = render("[a](x.txt)\n\n[b](x.txt)\n\n[c](ftp://x) [d](ftp://x)")

    assert problems == [
        ("invalid-link", 10, 5),
        ("invalid-link", 12, 5),
        ("unsafe-link", 14, 5),
        ("unsafe-link", 14, 18),
    ]


def test_author_cannot_write_what_a_link_of_ours_becomes() -> None:
    prose, _ = render("doorstep-000000000000000000000000-0 [a](beach.md)")

    assert len(prose.links) == 1
    assert prose.text.startswith("doorstep-0000")


def test_ids_of_headings_cannot_be_those_of_the_page() -> None:
    prose, _ = render("# main\n\n<h2 id='main'>x</h2>")

    html = "".join(prose.pieces)
    assert 'id="text-main"' in html
    assert 'id="main"' not in html
