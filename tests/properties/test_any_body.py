"""Whatever a body holds, a browser finds only what the allow-list names in it."""

from __future__ import annotations

from urllib.parse import urlsplit

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.markdown_links import ID_PREFIX
from generator.adapters.markdown_nh3 import ATTRIBUTES, SCHEMES, TAGS, MarkdownNh3
from generator.model.prose import Prose
from generator.model.registry import KINDS

PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<b ",
    "<a href='javascript:alert(1)'>x</a>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:a)", "[x](data:text/html,x)", "[x](vbscript:x)", "[x]( javascript:x)",
    "![x](y)", "[x]: javascript:alert(1)", "[x][x]", "<javascript:alert(1)>", "<http://a.b>",
    "<style>*{display:none}</style>", "<p style='x' class=y id=z>", "<iframe src=//x>", "<form>",
    "<!--", "-->", "<![CDATA[", "]]>", "<!doctype x>", "<?php x ?>", "</article></main>", "<math>",
    "<details open ontoggle=alert(1)>", "<h1 id=x>", "# Heading", "## text-x", "Heading\n===",
    "- a\n- b", "1. a\n7) b", "> q", "| a | b |\n|---|---|\n| c | d |", "```\ncode\n```",
    "    code", "`a`", "**b**", "__c__", "*_d_*", "\\", "&lt;script&gt;", "&#106;avascript:",
    "{{ 7*7 }}", "{% raw %}", "[a](../badges/badge-1.md)", "[a](/explore/)", "[a](#b)",
    "[a](//elsewhere.example)",
    "[a](//[b)", "[a](http://[b)", "[a](../../etc/passwd)", "[a](mailto:x@y.example)", "[a](tel:1)",
    "[a](b.md?c#d)", "[a](%6aavascript:x)", "[a](&#106;avascript:x)", "<a\nhref=x onclick=y>z",
    "\n\n", "\n", " ", "  \n", "[toc]", "[TOC]", "{: #id .class onclick=x }", "*[HTML]: x", "[^1]",
)  # fmt: skip

pieces = st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
bodies = st.lists(pieces, max_size=8).map("".join)
ADDRESSES = {kind.folder: kind.address for kind in KINDS}


def rendered(body: str) -> Prose:
    prose, _ = MarkdownNh3(ADDRESSES).render("content/opportunities/a.md", body)
    return prose


def unsafe(prose: Prose) -> list[str]:
    """Return each element, attribute and target that is not on the list, as a browser sees it."""
    markers = "#link".join(prose.pieces)
    tree = html5lib.parseFragment(markers, container="article", namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        if element is tree:
            continue
        tag = element.tag if isinstance(element.tag, str) else "(comment)"
        if tag not in TAGS:
            found.append(tag)
        for name, value in element.items():
            allowed = {*ATTRIBUTES.get(tag, ()), *(("rel",) if tag == "a" else ())}
            if name not in allowed:
                found.append(f"{tag} {name}")
            if name == "href" and (urlsplit(value).scheme or "https") not in SCHEMES:
                found.append(value)
            if name == "id" and not value.startswith(ID_PREFIX):
                found.append(f"id {value}")
    return found


@given(bodies)
def test_any_body_is_only_what_is_allowed(body: str) -> None:
    assert unsafe(rendered(body)) == []


@pytest.mark.parametrize("piece", PIECES)
def test_each_hostile_piece_is_only_what_is_allowed(piece: str) -> None:
    assert unsafe(rendered(piece)) == []
    assert unsafe(rendered(f"a {piece} b\n\n{piece}")) == []


def test_link_that_no_browser_could_read_is_told_and_left_out() -> None:
    prose, problems = MarkdownNh3(ADDRESSES).render("content/opportunities/a.md", "[a](//[b)")

    assert ("invalid-link", 5) in [(problem.code, problem.mark.column) for problem in problems]
    assert "href" not in "".join(prose.pieces)


def test_plain_body_keeps_its_form() -> None:
    prose = rendered("## One\n\n**two** [three](https://elsewhere.example/)\n\n- four\n")

    kept = html5lib.parseFragment("".join(prose.pieces), namespaceHTMLElements=False)
    assert {element.tag for element in kept.iter()} >= {"strong", "a", "ul", "li"}


def test_search_for_what_is_unsafe_would_find_it() -> None:
    prose = Prose(("<p onclick=x><script>y</script><a href='javascript:z'>",), (), "")

    assert unsafe(prose) == ["p onclick", "script", "javascript:z"]


def test_link_to_a_heading_of_the_same_text_finds_it_or_is_told() -> None:
    body = "## What to bring\n\n[a](#what-to-bring) [b](#text-what-to-bring) [c](#nothing)"

    prose, problems = MarkdownNh3(ADDRESSES).render("content/opportunities/a.md", body)

    assert "".join(prose.pieces).count('href="#text-what-to-bring"') == 2
    assert [(problem.code, problem.mark.line) for problem in problems] == [("invalid-link", 3)]
