from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.adapters.template_assets import mentions, with_names

NAMES = {
    "assets/css/a.css": "assets/kept/a.1.css",
    "assets/my tree.png": "assets/kept/my tree.1.png",
}


def drawn(source: str) -> str:
    template = Environment(autoescape=True).from_string(with_names(source, NAMES))
    return template.render(root="../")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('href="{{ root }}assets/css/a.css"', 'href="../assets/kept/a.1.css"'),
        ('href="{{ root ~ "assets/css/a.css" }}"', 'href="../assets/kept/a.1.css"'),
        ("href={{ root }}assets/css/a.css>", "href=../assets/kept/a.1.css>"),
        ("href='../assets/css/a.css'", "href='../assets/kept/a.1.css'"),
        ('src="{{ root }}assets/my%20tree.png"', 'src="../assets/kept/my%20tree.1.png"'),
        ('srcset="{{ root }}assets/css/a.css 1x, {{ root }}assets/b.png 2x"',
         'srcset="../assets/kept/a.1.css 1x, ../assets/b.png 2x"'),
        ('href="{{ root }}assets/css/a.css?v=2"', 'href="../assets/kept/a.1.css?v=2"'),
        ("<p>See assets/css/a.css.</p>", "<p>See assets/css/a.css.</p>"),
        ('href="https://example.org/assets/css/a.css"', 'href="https://example.org/assets/css/a.css"'),
        ("{# {{ root }}assets/css/a.css #}", ""),
    ],
)  # fmt: skip
def test_page_bears_the_names_under_which_assets_are_published(source: str, expected: str) -> None:
    assert drawn(source) == expected


def test_lines_stay_where_they_are() -> None:
    source = '{#\n#}\n<link href="{{ root }}assets/css/a.css">\n{{ nothing }}'

    assert with_names(source, NAMES).splitlines()[3] == "{{ nothing }}"


def test_mentions_say_where_they_are() -> None:
    source = '<p>\n{# assets/no.css #}<link href="{{ root }}assets/css/a.css">\n'

    [mention] = mentions(source, "themes/ours/templates/page.html")

    assert (mention.asset, mention.whole) == ("assets/css/a.css", True)
    assert (mention.mark.path, mention.mark.line, mention.mark.column) == (
        "themes/ours/templates/page.html", 2, 42,
    )  # fmt: skip
    assert mention.excerpt == '{# assets/no.css #}<link href="{{ root }}assets/css/a.css">'


@pytest.mark.parametrize(
    "source", ['src="{{ root }}assets/js/{{ name }}.js"', '{{ root ~ "assets/js/" ~ name }}']
)
def test_name_that_is_put_together_is_known_for_it(source: str) -> None:
    [mention] = mentions(source, "page.html")

    assert (mention.asset, mention.whole) == ("assets/js/", False)
