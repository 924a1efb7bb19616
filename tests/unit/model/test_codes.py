from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters.template_assets import mentions
from generator.model.assets import ThemeFile
from generator.model.codes import CODES, SUBJECTS
from generator.model.codes.code import Code, Example, Part
from generator.model.problem import Problem, Severity
from generator.rules.assets import published
from tests.support.saltmarsh import PICTURE, PLACE, RECORDS, place_files, record, with_fields
from tests.support.understanding import understood

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "generator"
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")

# What cannot be shown as text on a page: files as wrong as their words say, what is no more there,
# and the paths of symbolic links.
LATIN = "---\ntitle: Café\n---\n".encode("latin-1")
ROBOTICS = RECORDS["opportunities/robotics.md"]
LARGE = record("title: Robots\n", "x" * 70_000)
MANY: dict[str, str | bytes] = {f"opportunities/o{number}.md": "" for number in range(100_001)}
Made = tuple[dict[str, str | bytes], tuple[str, ...], tuple[str, ...]]
MADE: dict[str, Made] = {
    "no-place": ({}, ("place.yaml",), ()),
    "orphan-translation": ({"opportunities/robotix.cy.md": record("title: Robot\n")}, (), ()),
    "unknown-language": ({"opportunities/robotics.fr.md": record("title: Robot\n")}, (), ()),
    "symbolic-link": ({}, ("images/robot.png",), ("images/robot.png",)),
    "stray-file": ({"opportunites/robot.md": record("title: Robots\n")}, (), ()),
    "too-many": (
        {"opportunities/robotics.md": with_fields(
            "opportunities/robotics.md",
            "when: {sessions: [" + "{start: 2027-01-04 10:00, end: '11:00'}, " * 500 + "]}\n",
        )},
        (),
        (),
    ),
    "too-many-records": (MANY, (), ()),
    "too-large": ({"opportunities/robotics.md": LARGE}, (), ()),
    "not-utf-8": ({"opportunities/robotics.md": LATIN}, (), ()),
    "slow-text": ({"opportunities/robotics.md": record(ROBOTICS, "- " * 1_500 + "x")}, (), ()),
    "yaml-documents": ({"geocodes.yaml": "--- {}\n--- {}\n"}, (), ()),
    "unreadable-image": (
        {
            "images/notes.png": b"no picture",
            "opportunities/robotics.md": with_fields(
                "opportunities/robotics.md", "image: {file: images/notes.png, alt: A robot}\n"
            ),
        },
        (),
        (),
    ),
    "invalid-basemap": ({"basemap.pmtiles": b"PMTiles"}, (), ()),
    "too-much-for-host": (
        {
            "place.yaml": f"{PLACE}host: azure\n",
            "opportunities/robotics.md": with_fields(
                "opportunities/robotics.md",
                f"aliases: [{', '.join(f'robots-long-ago-{number}' for number in range(300))}]\n",
            ),
        },
        (),
        (),
    ),
    "reserved-address": ({"pages/explore.md": record("title: Explore\n")}, (), ()),
}  # fmt: skip


def shown() -> list[Code]:
    return [code for code in CODES.values() if code.example.part is not Part.WORDS]


def put(files: dict[str, str | bytes], path: str, text: str, part: Part) -> int:
    """Put an example into the place; return the line before the one that it begins on."""
    if part is Part.FILE or not path.endswith((".md", ".yaml")):
        files[path] = text
        return 0
    if part is Part.BODY:
        usual = with_fields(path, "").rpartition("---\n")[0] + "---\n"
        files[path] = usual + text
        return usual.count("\n")
    files[path] = with_fields(path, text)
    return 0 if path.endswith(".yaml") else 1


def problems_of(example: Example, text: str) -> tuple[int, tuple[Problem, ...]]:
    files = place_files()
    for path, fields in example.beside:
        put(files, path, fields, Part.FIELDS)
    before = put(files, example.path, text, example.part)
    return before, understood(files).problems


@pytest.mark.parametrize("code", shown(), ids=lambda code: code.id)
def test_wrong_example_is_exactly_this_mistake(code: Code) -> None:
    example = code.example

    before, problems = problems_of(example, example.wrong)

    told = {
        (problem.code, problem.mark.path, problem.mark.line - before, problem.mark.column)
        for problem in problems
    }
    assert told == {(code.id, example.path, example.line, example.column)}
    assert {(problem.severity, problem.passing) for problem in problems} == {
        (code.severity, code.passing)
    }


@pytest.mark.parametrize("code", shown(), ids=lambda code: code.id)
def test_right_example_is_right(code: Code) -> None:
    _, problems = problems_of(code.example, code.example.right)

    assert problems == ()


@pytest.mark.parametrize("identifier", sorted(MADE))
def test_mistake_that_is_only_described_is_found(identifier: str) -> None:
    changes, gone, links = MADE[identifier]
    files = {path: text for path, text in place_files().items() if path not in gone}

    problems = understood(files | changes, links=links).problems

    example = CODES[identifier].example
    found = [problem for problem in problems if problem.code == identifier]
    assert [(one.mark.path, one.mark.line, one.mark.column, one.severity) for one in found] == [
        (example.path, example.line, example.column, CODES[identifier].severity)
    ]


def test_everything_that_is_only_described_is_made_here() -> None:
    described = {code.id for code in CODES.values() if code.example.part is Part.WORDS}

    assert described == {*MADE, "unknown-asset"}


def test_mistake_of_a_theme_that_is_only_described_is_found() -> None:
    example = CODES["unknown-asset"].example
    template = """\
{% extends "base/page.html" %}
{% block head %}
{{ super() }}
<link rel="stylesheet" href="{{ frame.root }}assets/css/our.css">
{% endblock %}
"""

    assets = published(
        {"assets/css/ours.css": ThemeFile(b"", "themes/ours/assets/css/ours.css")},
        list(mentions(template, example.path)),
    )

    [problem] = assets.problems
    assert (problem.mark.path, problem.mark.line, problem.mark.column, problem.code) == (
        example.path, example.line, example.column, "unknown-asset",
    )  # fmt: skip
    assert problem.message == ('no asset "assets/css/our.css"; did you mean "assets/css/ours.css"?')
    assert problem.excerpt == template.splitlines()[3]


def test_no_code_is_declared_twice() -> None:
    every = [code.id for _, codes in SUBJECTS for code in codes]

    assert sorted(every) == sorted(set(every))


def test_every_code_that_is_raised_is_declared() -> None:
    assert set(raised()) - CODES.keys() == set()


def test_every_declared_code_is_raised() -> None:
    assert CODES.keys() - set(raised()) == set()


def test_picture_of_the_small_place_is_one() -> None:
    assert PICTURE.startswith(b"\x89PNG")


def test_severities_are_words_a_reader_knows() -> None:
    assert {code.severity for code in CODES.values()} == set(Severity)


def raised() -> Iterator[str]:
    """Yield every code that the source can give a Problem.

    They are what is handed to a parameter called ``code``, wherever a function has one; what stands
    first in a pair of code and message; and the values of tables of codes.
    """
    trees = [
        ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "codes" not in path.parts
    ]
    places = {name: index for tree in trees for name, index in code_parameters(tree)}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                index = places.get(name, -1)
                given = node.args[index] if 0 <= index < len(node.args) else None
                yield from literals(given)
            elif isinstance(node, ast.Tuple) and len(node.elts) in (2, 3):
                yield from CODES.keys() & {code for item in node.elts for code in literals(item)}
            elif isinstance(node, ast.Dict):
                yield from CODES.keys() & {code for item in node.values for code in literals(item)}


def code_parameters(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each function with a parameter ``code``, and its place among what is handed over."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef):
            continue
        functions = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in functions:
            if isinstance(function, ast.FunctionDef):
                names = [argument.arg for argument in function.args.args]
                own = bool(names) and names[0] == "self"
                if "code" in names:
                    called = function.name
                    if called == "__init__" and isinstance(node, ast.ClassDef):
                        called = node.name
                    yield called, names.index("code") - own


def literals(node: ast.expr | None) -> Iterator[str]:
    if node is None:
        return
    for part in ast.walk(node):
        said = part.value if isinstance(part, ast.Constant) else ""
        if isinstance(said, str) and KEBAB.fullmatch(said):
            yield said
