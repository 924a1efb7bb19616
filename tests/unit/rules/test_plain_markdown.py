from __future__ import annotations

import re
from html import unescape

import markdown
import pytest
from hypothesis import given

from generator.rules.plain_markdown import as_list, as_markdown
from tests.support.field_strategies import words


def unescaped(line: str) -> str:
    """Undo CommonMark's backslash escapes."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


@given(words)
def test_escaped_words_are_the_words(text: str) -> None:
    assert unescaped(as_markdown(text)) == text


@pytest.mark.parametrize(
    "text",
    ["*bold*", "_so_", "[a](https://a.example)", "`code`", "# Title", "- item", "+ item", "1. one",
     "2) two", "> said", "===", "---", "a \\ b", "![a](b)", "*"],
)  # fmt: skip
def test_markup_in_plain_words_is_shown_and_not_obeyed(text: str) -> None:
    # Python-Markdown is older than CommonMark and leaves the escapes of < & | ~ = in the text.
    shown = markdown.markdown(as_markdown(text))

    assert re.findall(r"<(\w+)", shown) == ["p"]
    assert unescape(shown).replace("\\=", "=").replace("\\)", ")") == f"<p>{text}</p>"


def test_ordinary_sentence_stays_clean() -> None:
    sentence = "Earner has built a two-wheeled robot (with help), and said why it works."

    assert as_markdown(sentence) == sentence


def test_line_ends_in_words_cannot_begin_a_second_item() -> None:
    assert as_list(("one\n- two", "three")) == "- one - two\n- three"
