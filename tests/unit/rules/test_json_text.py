from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.json_text import json_file, json_table, script_json
from tests.support.field_strategies import HOSTILE

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


class Scripts(HTMLParser):
    """What a browser would take for scripts, and what it would show."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's way
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.data.append(data)


@given(anything)
def test_script_json_is_one_script_that_says_the_same(value: object) -> None:
    page = Scripts()

    page.feed(f'<script type="application/ld+json">{script_json(value)}</script>')  # type: ignore[arg-type] # any JSON
    page.close()

    assert page.tags == ["script"]
    assert json.loads("".join(page.data)) == value


@pytest.mark.parametrize("letter", ["<", ">", "&", "\u2028", "\u2029"])
def test_script_json_holds_no_letter_that_means_something_around_it(letter: str) -> None:
    text = script_json({letter: [letter]})

    assert letter not in text


@given(anything)
def test_file_reads_back_as_it_was(value: object) -> None:
    content = json_file(value)  # type: ignore[arg-type] # any JSON

    assert json.loads(content) == value
    assert content.endswith(b"\n")


@given(st.dictionaries(st.text(), anything), st.lists(anything))
def test_table_reads_back_as_it_was(about: dict[str, object], rows: list[object]) -> None:
    about.pop("rows", None)

    content = json_table(about, "rows", rows)  # type: ignore[arg-type] # any JSON

    assert json.loads(content) == {**about, "rows": rows}


def test_table_has_a_row_on_each_line() -> None:
    content = json_table({"a": 1}, "rows", [{"b": "2\n"}, {"b": 3}])

    assert content == b'{\n"a":1,\n"rows":[\n{"b":"2\\n"},\n{"b":3}\n]\n}\n'


def test_keys_keep_the_order_they_were_given_in() -> None:
    content = json_file({"b": 1, "a": 2})

    assert list(json.loads(content)) == ["b", "a"]


def test_what_is_not_json_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_file({"hours": float("nan")})
