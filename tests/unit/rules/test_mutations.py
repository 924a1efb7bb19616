from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.mutations import mutations

JS = Path(__file__).resolve().parents[2] / "js"
LETTERS = "abcdefghilmnoprstuwy"
BEGINNINGS = "abcdfghlmnprtw"
WORDS = st.text(LETTERS, min_size=1, max_size=8)
MOST = 5


@pytest.mark.parametrize(
    "vector",
    json.loads((JS / "mutations_vectors.json").read_text("utf-8")),
    ids=lambda vector: str(vector["word"]),
)
def test_forms_are_those_that_both_sides_are_held_to(vector: dict[str, object]) -> None:
    assert list(mutations(str(vector["word"]))) == vector["forms"]


# the radical, then what the grammars' tables have for it
@pytest.mark.parametrize(
    "family",
    [
        ("pel", "bel", "mhel", "phel"),
        ("tref", "dref", "nhref", "thref"),
        ("calon", "galon", "nghalon", "chalon"),
        ("cymru", "gymru", "nghymru", "chymru"),
        ("beic", "feic", "meic"),
        ("desg", "ddesg", "nesg"),
        ("gardd", "ardd", "ngardd"),
        ("gwlad", "wlad", "ngwlad"),
        ("gradd", "radd", "ngradd"),
        ("llyfr", "lyfr"),
        ("merch", "ferch"),
        ("rhaglen", "raglen"),
        ("wythnos",),
        ("enw", "henw"),
        ("ysgol", "hysgol"),
    ],
)
def test_forms_of_one_word_find_each_other(family: tuple[str, ...]) -> None:
    missing = [
        (typed, held)
        for typed, held in product(family, family)
        if typed != held and held not in mutations(typed)
    ]

    assert missing == []


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("ffilm", "bfilm"),  # ff is a letter of its own and does not mutate
        ("ffilm", "mfilm"),
        ("llyfr", "glyfr"),  # ll is not an l that a g has vanished from
        ("rhaglen", "graglen"),
        ("pel", "fel"),  # f comes from b and from m, never from p
        ("pel", "mel"),  # m is the nasal of b alone
        ("hwyl", "wyl"),
        ("ddoe", "toe"),  # dd comes from d
        ("dy", "ty"),
        ("sgiliau", "sciliau"),
        ("iaith", "giaith"),
        ("nofio", "tofio"),
    ],
)
def test_what_only_looks_alike_is_no_form(word: str, other: str) -> None:
    assert other not in mutations(word)
    assert word not in mutations(other)


@given(WORDS)
def test_a_form_s_forms_lead_back_and_there_are_few(word: str) -> None:
    forms = mutations(word)

    assert [form for form in forms if word not in mutations(form)] == []
    assert word not in forms
    assert len(forms) == len(set(forms)) <= MOST


def test_the_browser_finds_the_same_forms() -> None:
    words = ["".join(letters) for size in (1, 2, 3) for letters in product(LETTERS, repeat=size)]
    words += ["".join(letters) for letters in product(BEGINNINGS, repeat=4)]
    words += ["nghath", "ngwyl", "mhlant", "ga\U00010428", "a\U00010428", "\U00010428aa", "îaith"]

    ran = subprocess.run(
        ["node", str(JS / "mutate_words.mjs")],
        input=json.dumps(words),
        capture_output=True,
        text=True,
        check=True,
    )

    theirs = json.loads(ran.stdout)
    differing = [
        (word, mutations(word), other)
        for word, other in zip(words, theirs, strict=True)
        if list(mutations(word)) != other
    ]
    assert differing == []
