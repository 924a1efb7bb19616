"""Any words at all make a social card: of the right size, small enough, and always the same."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.adapters.package_data import typeface_file
from generator.adapters.painting_pillow import PillowPainter
from generator.model.social_card import CARD_HEIGHT, CARD_WIDTH, MOST_CARD_BYTES, CardFace

PAINTER = PillowPainter(typeface_file())
WORDS = st.text(max_size=200) | st.text("Wŵ ,…-", max_size=200)


@given(st.builds(
    CardFace, WORDS, WORDS, st.lists(WORDS, max_size=3).map(tuple), WORDS,
    st.just("#0b4f6c"), st.just("#ac511d"),
))  # fmt: skip
def test_any_words_make_a_card(face: CardFace) -> None:
    card = PAINTER.card(face)

    assert len(card) <= MOST_CARD_BYTES
    assert Image.open(io.BytesIO(card)).size == (CARD_WIDTH, CARD_HEIGHT)
    assert PAINTER.card(face) == card
