from __future__ import annotations

import pytest

from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.node import Mapping, Node, Scalar, Sequence
from generator.model.problem import Mark
from tests.support.calls import calls_made

YAML = PyYaml()


def told(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.mark.line, one.mark.column) for one in YAML.read("a", text)[1]]


def scalars(node: Node | None) -> list[str]:
    match node:
        case Mapping():
            return [said for _, value in node.entries for said in scalars(value)]
        case Sequence():
            return [said for item in node.items for said in scalars(item)]
        case Scalar():
            return [node.value]
        case _:
            return []


def test_values_stay_as_they_were_typed() -> None:
    node, problems = YAML.read("a", "[yes, no, 012, 12:30, 1_000, 0x1f, .5, ~, 2026-12-08, =]")

    assert problems == ()
    assert scalars(node) == [
        "yes", "no", "012", "12:30", "1_000", "0x1f", ".5", "~", "2026-12-08", "=",
    ]  # fmt: skip


def test_marks_count_characters_from_the_line_the_text_begins_on() -> None:
    node, _ = YAML.read("a.md", "title: x\n🤖é: [ü, y]", first_line=2)

    assert isinstance(node, Mapping)
    value = node.get("🤖é")
    assert isinstance(value, Sequence)
    assert [item.mark for item in value.items] == [Mark("a.md", 3, 6), Mark("a.md", 3, 9)]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "   "])
def test_nothing_is_nothing(text: str) -> None:
    assert YAML.read("a", text) == (None, ())


def test_each_duplicate_is_told_with_the_line_of_the_first() -> None:
    node, problems = YAML.read("a", "a: 1\nb: 2\na: 3\na: 4", first_line=2)

    assert isinstance(node, Mapping)
    assert scalars(node) == ["1", "2"]
    assert [(one.mark.line, one.message) for one in problems] == [
        (4, '"a" is given twice; it was given first on line 2'),
        (5, '"a" is given twice; it was given first on line 2'),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: !!python/object/apply:os.system [id]", [("yaml-tag", 1, 4)]),
        ("a: !ENV x", [("yaml-tag", 1, 4)]),
        ("a: !!set {x}", [("yaml-tag", 1, 4)]),
        ("a: &x 1\nb: *x", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
        ("? [a]\n: b", [("yaml-key", 1, 3)]),
        ('"": b', [("yaml-key", 1, 1)]),
        ("a: 1\n--- {}", [("yaml-documents", 2, 1)]),
        ("a: *bold text*", [("yaml-alias", 1, 4)]),
    ],
)
def test_what_could_do_harm_is_refused(text: str, found: list[tuple[str, int, int]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: *c\n",
        "? " * 50_000,
    ],
    ids=["brackets", "braces", "hyphens", "bomb", "keys"],
)
def test_bombs_are_refused_at_once(text: str) -> None:
    _, problems = YAML.read("a", text)

    assert problems[0].code in ("yaml-depth", "yaml-alias")
    assert calls_made(lambda: YAML.read("a", text)) < 2_000


def test_twenty_levels_are_read() -> None:
    assert told("[" * 20 + "]" * 20) == []
    assert told("[" * 21 + "]" * 21) == [("yaml-depth", 1, 21)]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("title: Robots: a course", 1, 14, "put quotes around"),
        ('a: "x\nb: y', 1, 4, "never closed"),
        ("a: [1, 2\nb: 3", 1, 4, "never closed with ]"),
        ("a: 1\n\tb: 2", 2, 1, "spaces"),
        ("a: @x", 1, 4, "put quotes around"),
        ('a: "C:\\dir"', 1, 7, "backslash"),
        ("a:\n  - x\n y: 1", 3, 2, "line up"),
        ("a: - b", 1, 4, "line of its own"),
    ],
)
def test_broken_yaml_is_told_in_plain_words(text: str, line: int, column: int, words: str) -> None:
    node, problems = YAML.read("a", text)

    assert node is None
    assert [(one.code, one.mark.line) for one in problems] == [("yaml-syntax", line)]
    assert words in problems[0].message
    assert problems[0].mark.column >= min(column, 1)


@pytest.mark.parametrize("word", ["yes", "012", "12:30", "a: b", "", "- x", "é", "#x", "~"])
def test_what_is_written_is_read_again(word: str) -> None:
    node, problems = YAML.read("a", YAML.write({"word": word, "list": [word]}))

    assert problems == ()
    assert scalars(node) == [word, word]
