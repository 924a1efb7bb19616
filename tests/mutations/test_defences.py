"""Every row of docs/security.md that matters most is proved: without its defence its test fails."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.mutations.defences import DEFENCES, PROOFS
from tests.support.sites import ROOT
from tests.unit.test_security import DOCUMENT, rows

SAMPLE = (4, 9, 21)
"""The quickest, in a usual run."""


def worst() -> dict[int, tuple[str, ...]]:
    found = rows(DOCUMENT.read_text("utf-8"))
    return {row.number: row.tests for row in found if row.grade == 1}


def fails_without(row: int) -> tuple[int, str]:
    """Run a row's test without its defence; return how pytest ended, and what it said."""
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "tests.mutations.defences",
         "-p", "no:cacheprovider", "-p", "no:xdist", f"tests/{PROOFS[row]}"],
        cwd=ROOT,
        env={**os.environ, "DOORSTEP_WITHOUT": str(row)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    return ended.returncode, f"{ended.stdout[-2_000:]}{ended.stderr[-2_000:]}"


def test_every_row_that_matters_most_has_a_defence_that_can_be_taken_away() -> None:
    assert DEFENCES.keys() == PROOFS.keys() == worst().keys()


@pytest.mark.parametrize("row", PROOFS)
def test_proof_is_one_of_its_row_s_tests(row: int) -> None:
    assert PROOFS[row] in worst()[row]


def check(row: int) -> None:
    status, said = fails_without(row)

    assert status == pytest.ExitCode.TESTS_FAILED, said
    assert "AssertionError" in said or "DID NOT RAISE" in said or "Error" in said


@pytest.mark.parametrize("row", SAMPLE)
def test_without_its_defence_the_test_of_a_row_fails(row: int) -> None:
    check(row)


@pytest.mark.soak
@pytest.mark.parametrize("row", [row for row in PROOFS if row not in SAMPLE])
def test_without_its_defence_the_test_of_any_row_fails(row: int) -> None:
    check(row)
