"""Words to their stems by Snowball, here and in the browser from one release of its sources.

``snowballstemmer`` stems what stands in the index. What the browser runs are the scripts that
Snowball's compiler wrote in the same release (``generator/data/stemmers``, by ``make vendor``).
docs/decisions/0013-snowball-on-both-sides.md says why the releases must be equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from generator.adapters.lean_import import bare_package

BASE = "base-stemmer.js"

ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""Language to algorithm, for all that Snowball has; ``stemming.js`` knows the same languages."""

LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class SnowballStemmer:
    """Port Stemmer. ``scripts`` is the folder of the browser's stemmers."""

    scripts: Path

    def stemming(self, language: str) -> Callable[[str], str]:
        """Return what gives a folded word's stem.

        Not for several threads at once: a stemmer is in the middle of a word while it works.
        """
        algorithm = _algorithm(language)
        if not algorithm:
            return _unchanged
        # The package's own __init__ loads all its languages, 90 ms of them, and where PyStemmer
        # is installed hands out that one's stemmers: another release, other stems.
        bare_package("snowballstemmer")
        module = import_module(f"snowballstemmer.{algorithm}_stemmer")
        stem: Callable[[str], str] = getattr(module, _class_name(algorithm))().stemWord

        def stem_of(word: str) -> str:
            # Browsers count such a letter as two, so that the sides would cut in different places.
            # No language that is stemmed is written with one.
            return word if max(word, default="") > LAST_OF_ONE_UNIT else stem(word)

        return stem_of

    def stems(self, language: str, words: Sequence[str]) -> Sequence[str]:
        """Return the stem of each folded word: the word itself where none is known."""
        return [*map(self.stemming(language), words)]

    def browser_module(self, language: str) -> bytes:
        """Return an ES module whose default export is the stemmer's class, or b"" for none.

        Base and algorithm are plain scripts, and the base assigns to a name that nothing declares,
        which a module may not. Joined they are one request instead of two after one another.
        """
        algorithm = _algorithm(language)
        if not algorithm:
            return b""
        parts = (
            b"// Snowball, BSD-3-Clause, https://snowballstem.org/ - see LICENSE beside this file",
            b"let BaseStemmer;",
            (self.scripts / BASE).read_bytes(),
            (self.scripts / f"{algorithm}-stemmer.js").read_bytes(),
            b"export default " + _class_name(algorithm).encode() + b";",
            b"",
        )
        return b"\n".join(parts)

    def licence(self) -> bytes:
        """Return the licence text that has to lie beside published modules."""
        return (self.scripts / "LICENSE").read_bytes()


def _algorithm(language: str) -> str:
    """Return the algorithm for a tag by its first part, or "": stems differ by no region."""
    return ALGORITHMS.get(language.partition("-")[0].lower(), "")


def _class_name(algorithm: str) -> str:
    return f"{algorithm.title()}Stemmer"


def _unchanged(word: str) -> str:
    return word
