from __future__ import annotations

import pytest

from generator.rules.decoding import decode


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbftitle: x", "title: x"),
        ("Llŷr 🤖".encode(), "Llŷr 🤖"),
        ("one\u2028two\u2029three".encode(), "one two three"),
        (b"", ""),
    ],
)
def test_text_is_read_cleanly(content: bytes, text: str) -> None:
    assert decode("a.md", content) == (text, ())


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("title: Café".encode("latin-1"), 1, 11),
        (b"\xef\xbb\xbfone\r\ntwo \xff", 2, 5),
        ("title".encode("utf-16"), 1, 1),
        ("é\n".encode() + b"\xc3", 2, 1),
    ],
)
def test_what_is_not_utf_8_is_told_where_it_begins(content: bytes, line: int, column: int) -> None:
    text, problems = decode("a.md", content)

    assert text == ""
    assert [(one.code, one.mark.line, one.mark.column) for one in problems] == [
        ("not-utf-8", line, column)
    ]


def test_control_characters_are_told_once_a_line_and_replaced() -> None:
    text, problems = decode("a.md", b"a\x00\x1b\nb\nc\x9b".replace(b"\x9b", "\x9b".encode()))

    assert text == "a\ufffd\ufffd\nb\nc\ufffd"
    assert [(one.mark.line, one.mark.column) for one in problems] == [(1, 2), (3, 2)]
