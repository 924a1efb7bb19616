"""Links of a body that leave the site say where they lead."""

from __future__ import annotations

import pytest

from generator.rules.outward import named

SAID = ' <span class="host">(<bdi dir="ltr">makers.example</bdi>)</span>'


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<a href="https://makers.example/book">Book</a>', f"Book{SAID}"),
        ('<a href="https://www.makers.example/?a=1&amp;b=2">Book</a>', f"Book{SAID}"),
        ('<a href="https://makers.example/" rel="noopener"><em>Us</em></a>', f"<em>Us</em>{SAID}"),
        ('<a href="https://makers.example/">makers.example/book</a>', "makers.example/book"),
        ('<a href="https://makers.example/">The Makers’ page</a>', "The Makers’ page"),
    ],
)
def test_host_stands_in_the_link_where_its_words_do_not_name_it(body: str, shown: str) -> None:
    [made] = named([body])

    assert made == body.partition(">")[0] + f">{shown}</a>"


@pytest.mark.parametrize(
    "body",
    [
        '<a href="mailto:us@makers.example">Write</a>',
        '<a href="tel:01632960000">Ring</a>',
        '<a href="#text-how">Below</a>',
        '<a href="https://[bad">Book</a>',
        "<p>https://makers.example/</p>",
    ],
)
def test_what_leads_to_no_other_site_is_left_as_it_is(body: str) -> None:
    assert named([body]) == (body,)


def test_links_to_our_own_pages_lie_between_the_pieces_and_stay() -> None:
    pieces = ('<p><a href="', '">Robots</a> or <a href="https://makers.example/">theirs</a></p>')

    first, second = named(pieces)

    assert first == pieces[0]
    assert second == f'">Robots</a> or <a href="https://makers.example/">theirs{SAID}</a></p>'


def test_host_is_escaped_and_many_are_named_alone() -> None:
    two = '<a href="https://a-b.example/">A</a>, <a href="https://c.example/">C</a>'

    [made] = named([two])

    assert made.count('class="host"') == 2
    assert "a-b.example</bdi>" in made
    assert "c.example</bdi>" in made
