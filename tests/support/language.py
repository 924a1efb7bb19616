"""Telling Welsh from English, by py3langid: docs/decisions/0024."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", "cy"])
    return identifier


def told_language(words: str) -> str:
    """Return ``en`` or ``cy``: which of the two these words are in. It wants a sentence or more."""
    return str(_identifier().classify(words)[0])
