from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from generator.adapters.stemming_snowball import ALGORITHMS
from tests.support.browser_stems import STEMMER
from tests.support.sites import ROOT

ASKED = """
import sys
from tests.support.browser_stems import STEMMER
STEMMER.stemming("en")("words")
print(*sys.modules)
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("workshop", "workshops")),
        ("en-GB", ("train", "trained", "training", "trains")),
        ("fr", ("formation", "formations")),
        ("de", ("kind", "kinder", "kindern")),
        ("es", ("cocina", "cocinas")),
        ("ro", ("atelier", "atelierele", "atelierul")),
        ("ar", ("مكتبة", "المكتبة")),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, words: tuple[str, ...]) -> None:
    stem = STEMMER.stemming(language)

    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize("language", ["cy", "pl", "gd", ""])
def test_a_language_without_a_stemmer_keeps_its_words(language: str) -> None:
    stem = STEMMER.stemming(language)

    assert stem("cathod") == "cathod"
    assert STEMMER.browser_module(language) == b""


@pytest.mark.parametrize("language", sorted(ALGORITHMS))
def test_every_language_has_a_stemmer_on_both_sides(language: str) -> None:
    assert STEMMER.stemming(language)("") == ""
    assert b"export default" in STEMMER.browser_module(language)


def test_stemming_one_language_loads_no_other() -> None:
    listed = subprocess.run(
        [
            sys.executable,
            "-c",
            ASKED,
        ],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = {name for name in listed.stdout.split() if name.endswith("_stemmer")}
    assert loaded == {"snowballstemmer.english_stemmer"}


def test_a_stemmer_reaches_the_workers() -> None:
    assert pickle.loads(pickle.dumps(STEMMER)) == STEMMER  # noqa: S301 - our own bytes
