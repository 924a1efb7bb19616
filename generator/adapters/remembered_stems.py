"""A stemmer that remembers: what one edit brings is a few words among thousands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.digest import digest
from generator.ports import Memo, Stemmer

LETTERS = 2
"""Words that begin with so many equal letters are remembered together. By the word, each would take
longer to be looked up than to be told; all together, one new word would be the end of them all."""


@dataclass(frozen=True, slots=True)
class RememberedStemmer:
    """Port Stemmer. ``program`` is a digest of all that stems depend on besides the words."""

    stemmer: Stemmer
    memo: Memo
    program: str

    def stems(self, language: str, words: Sequence[str]) -> Sequence[str]:
        """Return the stem of each folded word: the word itself where none is known."""
        found: dict[str, str] = {}
        for _, its in groupby(sorted(set(words)), lambda word: word[:LETTERS]):
            together = tuple(its)
            found.update(zip(together, self._of_some(language, together), strict=True))
        return [found[word] for word in words]

    def _of_some(self, language: str, words: tuple[str, ...]) -> Sequence[str]:
        key = digest("stems", self.program, language, json.dumps(words))
        known = self.memo.recall(key)
        if known is not None:
            return json.loads(known)  # type: ignore[no-any-return] # JSON of our own
        stems = self.stemmer.stems(language, words)
        self.memo.remember(key, json.dumps(stems).encode())
        return stems

    def browser_module(self, language: str) -> bytes:
        """Return the ES module that does the same, or b"" where words stay as they are."""
        return self.stemmer.browser_module(language)

    def licence(self) -> bytes:
        """Return the licence text that has to lie beside published modules."""
        return self.stemmer.licence()
