"""Words of the index and words of the browser have one stem, in every language there is."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.stemming_snowball import ALGORITHMS
from generator.rules.folding import tokens
from tests.support.browser_stems import browser_languages, differences, publish_stemmers
from tests.support.sites import NEWPORT

# Of each but English so many words in a usual run, evenly spread; all of them under `make soak`.
SAMPLE = 1_000
WHOLE = "en"
VOCABULARIES = ("ar", "de", "es", "eu", "fr", "it", "nl", "pt", "ru")
COMPOSED = 1_000

LANGUAGES = tuple(sorted(ALGORITHMS))
SAMPLED = st.sampled_from(LANGUAGES)
# letters of the alphabets that are stemmed, with marks, and what no alphabet has
LETTERS = st.characters(categories=("L", "M", "N")) | st.sampled_from(
    "aeiouyshgnltrăâçéîïöșțüłß'’-"
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a folder that holds what is published for every language."""
    return publish_stemmers(tmp_path_factory.mktemp("site"), LANGUAGES)


def vocabulary(language: str) -> list[str]:
    """Return the words of a language as people write them, folded as the finder does."""
    packed = resources.files("spellchecker") / "resources" / f"{language}.json.gz"
    return folded(json.loads(gzip.decompress(packed.read_bytes())))


def folded(texts: Iterable[str]) -> list[str]:
    return sorted({token for text in texts for token in tokens(text)})


def written(folder: Path) -> Iterator[str]:
    return (path.read_text("utf-8") for path in sorted(folder.rglob("*.md")))


@cache
def parts(language: str) -> tuple[str, ...]:
    """Return all beginnings and endings that the language's algorithm looks for."""
    algorithm = ALGORITHMS[language]
    module = import_module(f"snowballstemmer.{algorithm}_stemmer")
    tables = vars(getattr(module, f"{algorithm.title()}Stemmer"))
    found = {part.s for name, table in tables.items() if name.startswith("a_") for part in table}
    return tuple(sorted(found - {""}))


def composed(language: str, count: int) -> list[str]:
    """Return made-up words that begin and end as the algorithm expects, in every way it knows."""
    random = Random(language)  # noqa: S311 - the same words each time
    known = parts(language)
    letters = sorted({letter for part in known for letter in part})

    def root() -> str:
        return "".join(random.choices(letters, k=random.randint(0, 6)))

    words = [root() + part for part in known] + [part + root() for part in known]
    while len(words) < count:
        middle = root() if random.random() < 0.5 else random.choice(known)
        words.append(root() + middle + "".join(random.choices(known, k=random.randint(1, 3))))
    return folded(words)


def test_browser_looks_for_the_languages_that_python_has(base: str) -> None:
    assert browser_languages(base) == list(LANGUAGES)


def test_every_english_word_has_one_stem(base: str) -> None:
    words = sorted({*vocabulary(WHOLE), *folded(written(NEWPORT))})

    assert len(words) > 140_000
    assert differences(base, {WHOLE: words}) == []


def test_words_of_other_languages_have_one_stem(base: str) -> None:
    words = {language: vocabulary(language) for language in VOCABULARIES}
    spread = {name: every[:: len(every) // SAMPLE + 1] for name, every in words.items()}

    assert min(len(some) for some in spread.values()) > SAMPLE / 2
    assert differences(base, spread) == []


@pytest.mark.soak
@pytest.mark.parametrize("language", VOCABULARIES)
def test_every_word_of_another_language_has_one_stem(language: str, base: str) -> None:
    assert differences(base, {language: vocabulary(language)}) == []


def test_every_ending_of_every_language_is_taken_off_alike(base: str) -> None:
    words = {language: composed(language, COMPOSED) for language in LANGUAGES}

    assert min(len(some) for some in words.values()) > COMPOSED / 2
    assert differences(base, words) == []


def test_words_with_a_letter_that_browsers_count_as_two_have_one_stem(base: str) -> None:
    words = {
        language: folded(
            f"{before}\U00010428{part}" for before in ("", "i") for part in parts(language)
        )
        for language in LANGUAGES
    }

    assert differences(base, words) == []


@given(SAMPLED, st.lists(st.text(LETTERS, min_size=1, max_size=45), min_size=1, max_size=80))
def test_any_word_has_one_stem(base: str, language: str, texts: Sequence[str]) -> None:
    assert differences(base, {language: folded(texts)}) == []
