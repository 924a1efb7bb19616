"""Words as they come in listings: a few all the time, most hardly ever.

The common ones are those of the demonstration place and of our documentation, in their own order.
Behind them stands a tail of inflected forms, compounds and made-up proper names, as long as
listings of a big city have one: without it every search index looks smaller than it would be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

TAIL = 60_000
_SHIFT = 4.0
"""Zipf and Mandelbrot: the most frequent words differ less than their rank alone would have it."""

_ENDINGS = ("s", "ing", "ed", "er", "ers", "ly", "ness")
_ONSETS = (
    "b br c ch cl d dr f g gl gr h k l ll m n p pen pr r rh s sh st t th tr w wh".split()
)  # fmt: skip
_VOWELS = "a e i o u ae ai ea ee oa oo y".split()
_CODAS = "ck d l ll m n nd ng rd rn rt s sh st th x".split()
_NAME_ENDS = (
    "borough by combe dale field ford gate ham hurst ley mead mere ridge stead ton well wick worth"
).split()
_CLAUSES = (
    "We begin with {word} and end with {word}, and there is always time for {word}.",
    "Nobody needs to have done any {activity} before: {word} and {word} are explained as we go.",
    "Bring something to drink and, if you have it, your own {word}.",
    "By the end you will have tried {word}, {word} and a little {word}.",
    "The group meets near {name}, in a room with {word} and a kettle.",
    "Our tutors have taught {activity} in {name} for years and remember being new to {word}.",
    "If {word} is difficult for you, tell us, and we will find another way to {word}.",
    "Some people come for the {word}; most of them stay for the {word}.",
    "There is a quiet corner, and nobody minds if you only want to watch the {word}.",
    "In the second half everybody works on a {word} of their own.",
    "Last time somebody made a {word} out of {word} and {word}.",
    "You keep what you make, and you can show your {word} at the {name} {word} evening.",
    "Parents and carers are welcome to stay; there is {word} for younger brothers and sisters.",
    "We talk about {word} and {word}, about how people get into {activity}, and about pay.",
    "The course covers {word}, {word}, {word} and how to read a {word}.",
    "People from {name} {word} visit in week three and bring {word} to look at.",
    "Wear clothes that may get dirty: {word} does not always wash out.",
    "The bus from {name} stops outside, and the last one back waits for our {word}.",
    "Spaces go to those who have not been before, then to anyone with a {word} to finish.",
    "Whatever you know about {word} already will help you with {activity}.",
    "A {word} volunteer sits beside anybody who would like some {word}.",
    "Ask for a {word} in large print, or for the {word} on a screen.",
    "It counts towards a badge if you come often enough to finish the {word}.",
    "Expect {word}, laughter, and at least one surprising {word}.",
    "We borrowed the idea from a {word} in {name} and made it kinder.",
)
_STOP = frozenset(
    "the and for you from what one that with where are has who when every not your can its each "
    "there this may have about which they only such them all any own says after then without "
    "would other made per else does was than while our some these those how two how very".split()
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words from the most frequent to the rarest, and names; drawn from a source of chance."""

    random: Random
    words: tuple[str, ...]
    names: tuple[str, ...]
    word_weights: Sequence[float]
    name_weights: Sequence[float]

    def word(self) -> str:
        """Draw a word: the more frequent the sooner."""
        return _drawn(self.random, self.words, self.word_weights)

    def name(self) -> str:
        """Draw a made-up name of a street, a quarter or a hall."""
        return _drawn(self.random, self.names, self.name_weights)

    def body(self, activity: str) -> str:
        """Write paragraphs of 60 to 150 words about an activity."""
        wanted = self.random.randint(60, 140)
        clauses = self.random.sample(_CLAUSES, len(_CLAUSES))
        sentences: list[str] = []
        count = 0
        while count < wanted and clauses:
            sentence = self.sentence(clauses.pop(), activity)
            sentences.append(sentence)
            count += len(sentence.split())
        half = len(sentences) // 2 + 1
        return " ".join(sentences[:half]) + "\n\n" + " ".join(sentences[half:]) + "\n"

    def sentence(self, clause: str, activity: str) -> str:
        """Fill the gaps of a sentence, each with a word of its own."""
        while "{word}" in clause:
            clause = clause.replace("{word}", self.word(), 1)
        return clause.replace("{name}", self.name()).replace("{activity}", activity)


def vocabulary(random: Random) -> Vocabulary:
    """Make the words of a city: the same from the same source of chance."""
    text = (Path(__file__).parent / "words.txt").read_text("ascii")
    common = [word for word in text.split() if word not in _STOP]
    words = tuple(dict.fromkeys([*common, *_rare(random, common)]))[: len(common) + TAIL]
    names = tuple(dict.fromkeys(_name(random) for _ in range(TAIL // 4)))
    return Vocabulary(random, words, names, _weights(len(words)), _weights(len(names)))


def _rare(random: Random, common: Sequence[str]) -> list[str]:
    found = []
    for _ in range(TAIL + TAIL // 3):
        word = random.choice(common)
        match random.randrange(4):
            case 0:
                found.append(word.removesuffix("e") + random.choice(_ENDINGS))
            case 1:
                found.append(word + random.choice(common))
            case _:
                found.append(_name(random).lower())
    return found


def _name(random: Random) -> str:
    syllable = random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
    if random.random() < 0.3:  # noqa: PLR2004  a longer one now and then
        syllable += random.choice(_VOWELS) + random.choice(_CODAS)
    return (syllable + random.choice(_NAME_ENDS)).capitalize()


def _weights(count: int) -> list[float]:
    return list(accumulate(1 / (rank + _SHIFT) for rank in range(count)))


def _drawn(random: Random, items: Sequence[str], weights: Sequence[float]) -> str:
    return items[bisect_left(weights, random.random() * weights[-1])]
