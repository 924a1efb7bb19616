"""What a command costs before it has done anything: somebody waits for it each time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.sites import ROOT

HEAVY = ("PIL", "babel", "folium", "geopy", "icalendar", "jinja2", "livereload", "markdown", "nh3")
HEAVY_BELOW = ("numpy", "requests", "tornado", "multiprocessing")


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The top-level modules that are there once the command line has been imported."""
    listed = subprocess.run(
        [sys.executable, "-c", "import generator.cli, sys; print(*sys.modules)"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in listed.stdout.split()}


@pytest.mark.parametrize("library", HEAVY + HEAVY_BELOW)
def test_command_line_starts_without(library: str, loaded: set[str]) -> None:
    assert library not in loaded


def test_command_line_itself_was_loaded(loaded: set[str]) -> None:
    assert {"generator", "click"} <= loaded
