from __future__ import annotations

from generator.rules.search.stemmer_modules import module_path


def test_dialects_of_a_language_share_a_module() -> None:
    assert module_path("en") == module_path("en-GB") == "assets/stemmers/en.js"
