from __future__ import annotations

import pytest
from html5lib.html5parser import ParseError

from tests.support.structure import html_structure, json_structure

PAGE = '<!doctype html><html lang="en"><head><title>{}</title></head><body>{}</body></html>'


def page(body: str, title: str = "x") -> tuple[list[str], list[object]]:
    return html_structure(PAGE.format(title, body))


def test_other_words_are_the_same_structure() -> None:
    assert page('<p title="a">one</p>') == page('<p title="b">two &lt;b&gt;</p>', "y")


@pytest.mark.parametrize(
    "body",
    [
        "<p title=a>one<br></p>",
        "<p title=a onclick=b>one</p>",
        "<p title=a class=b>one</p>",
        "<p title=a>one</p><!-- x -->",
        "<p title=a>one</p><script>x</script>",
    ],
)
def test_markup_is_another_structure(body: str) -> None:
    assert page(body) != page("<p title=a>one</p>")


def test_address_counts_without_its_query() -> None:
    assert page('<a href="a/?b#c">x</a>') == page('<a href="a/">x</a>')
    assert page('<a href="b/">x</a>') != page('<a href="a/">x</a>')


def test_wrong_html_fails() -> None:
    with pytest.raises(ParseError):
        page("<p>one</b>")


def test_data_counts_with_its_keys() -> None:
    block = '<script type="application/ld+json">{}</script>'

    assert page(block.format('{"a": "x"}')) == page(block.format('{"a": "y"}'))
    assert page(block.format('{"a": "x"}')) != page(block.format('{"b": "x"}'))


def test_json_keeps_numbers_and_the_order_of_lists() -> None:
    assert json_structure({"a": ["x", 1, None]}) == {"a": ["", 1, None]}
