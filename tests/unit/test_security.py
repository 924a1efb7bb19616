"""docs/security.md: each threat has its row, each row its tests, and each of those is there."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "security.md"
THREATS = 42

_ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([123]) \| ([^|]+) \| ([^|]*) \|$", re.MULTILINE)
_NAMED = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; ``tests`` are node ids as pytest takes them below tests/."""

    number: int
    threat: str
    grade: int
    done: str
    tests: tuple[str, ...]


def rows(text: str) -> list[Row]:
    return [
        Row(int(number), threat, int(grade), done, tuple(_NAMED.findall(tests)))
        for number, threat, grade, done, tests in _ROW.findall(text)
    ]


@cache
def functions(file: str) -> frozenset[str]:
    """Return the tests of a file below tests/, read and not run; none where it is not there."""
    path = ROOT / "tests" / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def troubles(text: str) -> list[str]:
    """Return what is wrong with a table, each in one line."""
    found = rows(text)
    numbers = [row.number for row in found]
    wrong = [f"row {number}: {numbers.count(number)} times" for number in range(1, THREATS + 1)
             if numbers.count(number) != 1]  # fmt: skip
    wrong += [f"row {number}: there is no such threat" for number in numbers if number > THREATS]
    for row in found:
        if not row.tests:
            wrong.append(f"row {row.number}: no test")
        for test in row.tests:
            file, _, name = test.partition("::")
            if name not in functions(file):
                wrong.append(f"row {row.number}: {test} is not there")
    return wrong


def test_each_threat_has_a_row_and_each_row_tests_that_are_there() -> None:
    assert troubles(DOCUMENT.read_text("utf-8")) == []


ONE = "unit/test_security.py::test_each_threat_has_a_row_and_each_row_tests_that_are_there"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("", "row 7: 0 times"),
        (f"| 7 | a | 1 | b | `{ONE}` |\n| 7 | a | 1 | b | `{ONE}` |", "row 7: 2 times"),
        ("| 7 | a | 1 | b |  |", "row 7: no test"),
        (
            "| 7 | a | 1 | b | `unit/test_none.py::test_a` |",
            "unit/test_none.py::test_a is not there",
        ),
        ("| 7 | a | 1 | b | `unit/test_security.py::test_a` |", "test_a is not there"),
        (f"| 43 | a | 1 | b | `{ONE}` |", "row 43: there is no such threat"),
    ],
    ids=["missing", "twice", "untested", "no-file", "no-test", "unknown"],
)
def test_a_table_with_a_hole_is_told(changed: str, told: str) -> None:
    whole = [f"| {number} | a | 1 | b | `{ONE}` |" for number in range(1, THREATS + 1)]
    assert troubles("\n".join(whole)) == []

    whole[6] = changed

    assert any(told in line for line in troubles("\n".join(whole)))
