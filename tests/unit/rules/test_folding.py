from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.rules.folding import fold, shard_key, tokens

VECTORS = json.loads(
    (Path(__file__).resolve().parents[2] / "js" / "folding_vectors.json").read_text("utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["text"])[:20])
def test_tokens_are_those_of_the_shared_vectors(vector: dict[str, object]) -> None:
    assert list(tokens(str(vector["text"]))) == vector["tokens"]


@pytest.mark.parametrize(("one", "other"), [("Pêl", "pel"), ("O’Brien", "OBRIEN"), ("Ŵyl", "wyl")])
def test_spellings_that_a_person_takes_for_the_same_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_shard_key_counts_characters() -> None:
    assert shard_key("𐐨𐐩𐐪") == "𐐨𐐩"
