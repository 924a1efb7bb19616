"""The shape of the code, as docs/structure.md draws it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"

# "About" 300 and 50, as the rule goes: nobody should split a sound function over two lines.
LONGEST_FILE = 310
LONGEST_FUNCTION = 55

# file or file::function -> why it is one idea all the same
LONG_ON_PURPOSE: dict[str, str] = {}

# Libraries that come and go: the rest of the program must not notice when one is replaced.
WRAPPED = (
    "click",
    "folium",
    "geopy",
    "jinja2",
    "livereload",
    "markdown",
    "snowballstemmer",
    "yaml",
)

LOCKS = ("requirements.lock", "requirements-dev.lock", "package-lock.json")


def sources() -> list[Path]:
    found = [*PACKAGE.rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def browser_sources() -> list[Path]:
    found = sorted((ROOT / "themes").rglob("*.js"))
    return [path for path in found if "vendor" not in path.parts]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the top-level name of every absolute import, wherever it stands in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def importers(library: str) -> list[str]:
    return [
        named(path)
        for path in sorted(PACKAGE.rglob("*.py"))
        if library in imported(ast.parse(path.read_text("utf-8")))
    ]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function's name and how many lines it has, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node) is not None:
                lines -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield node.name, lines


def test_import_contract_holds(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("library", WRAPPED)
def test_wrapped_library_is_imported_by_at_most_one_file(library: str) -> None:
    # the commands are one thing in several files
    found = {
        "generator/cli" if file.startswith("generator/cli/") else file
        for file in importers(library)
    }

    assert len(found) <= 1, found


def test_only_adapters_and_the_command_line_import_wrapped_libraries() -> None:
    elsewhere = {
        library: file
        for library in WRAPPED
        for file in importers(library)
        if not file.startswith(("generator/adapters/", "generator/cli/"))
    }

    assert elsewhere == {}


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "misc", "common"}

    found = [named(path) for path in [*sources(), *browser_sources()] if path.stem in drawers]

    assert found == []


def test_files_are_short_enough_to_be_one_idea() -> None:
    lengths = {
        named(path): len(path.read_text("utf-8").splitlines())
        for path in [*sources(), *browser_sources()]
    }

    long = {
        name: lines
        for name, lines in lengths.items()
        if lines > LONGEST_FILE and name not in LONG_ON_PURPOSE
    }

    assert long == {}


def test_functions_are_short_enough_to_read() -> None:
    long = {
        name: lines
        for path in sources()
        for function, lines in functions(path)
        if lines > LONGEST_FUNCTION
        and (name := f"{named(path)}::{function}") not in LONG_ON_PURPOSE
    }

    assert long == {}


def test_length_exemptions_are_still_needed() -> None:
    known = {named(path) for path in [*sources(), *browser_sources()]}

    gone = [name for name in LONG_ON_PURPOSE if name.partition("::")[0] not in known]

    assert gone == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_place_that_packages_come_from(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()

    assert [line for line in lines if "://" in line] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {
        line.partition("==")[0].lower()
        for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines()
        if "==" in line
    }

    wanted = {re.split("[>=]=", name)[0].lower() for name in project["dependencies"]}

    assert wanted <= locked
