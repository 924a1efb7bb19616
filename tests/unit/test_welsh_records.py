"""No translation in this repository is English."""

from __future__ import annotations

import re

import pytest

from tests.support.language import told_language
from tests.support.sites import ROOT

FENCE = re.compile(r"^---$", re.MULTILINE)
NAMES = re.compile(r"^\s*(?:- )?\{?\w+:\s*", re.MULTILINE)
# Of which nobody could say what language it is in: "title: Canolfan Glan yr Afon".
FEW_WORDS = 4


def words(record: str) -> str:
    """Return what a record says, without the names of its fields and who translated it."""
    _, front, body = (*FENCE.split(record, maxsplit=2), "", "")[:3]
    own = "\n".join(
        line for line in front.splitlines() if not line.startswith(("text_by:", "translated_on:"))
    )
    return f"{NAMES.sub('', own)}\n{body}"


def english(pattern: str) -> list[str]:
    """Return the files of a pattern that are English."""
    return [
        path.relative_to(ROOT).as_posix()
        for path in sorted(ROOT.glob(pattern))
        if len(said := words(path.read_text("utf-8")).split()) >= FEW_WORDS
        and told_language(" ".join(said)) == "en"
    ]


@pytest.mark.parametrize("pattern", ["content/**/*.cy.md", "tests/sites/*/content/**/*.cy.md"])
def test_no_welsh_file_is_english(pattern: str) -> None:
    assert english(pattern) == []


def test_english_is_told_from_welsh() -> None:
    pages = english("content/pages/*.md")

    assert "content/pages/about.md" in pages
    assert not [path for path in pages if path.endswith(".cy.md")]
