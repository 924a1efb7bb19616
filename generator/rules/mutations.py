"""Welsh words by their other beginnings: pêl, bêl, phêl and mhêl are one word.

Welsh changes the first consonant of a word by what stands before it. The table is that of the
grammars: Gareth King, Modern Welsh: A Comprehensive Grammar (Routledge), on initial mutations;
Peter Wynn Thomas, Gramadeg y Gymraeg (University of Wales Press), on treigladau. Soft, nasal and
aspirate mutation, and the h that vowels take after "her", "our" and "their".

A written word does not say whether it is changed, so these are guesses: for a word that begins with
b, what it is if b is its own first letter, and what if it had been p. They are few because a
beginning is led back only where Welsh words begin so and go on so. Left out, since they mislead
more often than they help: g that vanished before i, u or n; h before w, or "hwyl" (fun) would find
"ŵyl" (festival); words of fewer than three letters, or "tŷ" (house) would find "dy" (your).

The browser does the same in ``mutations.js``; ``tests/js/mutations_vectors.json`` holds both to it.
"""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 3

# radical -> what it becomes: soft, then nasal, then aspirate
BECOMES = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "ll": ("l",),
    "m": ("f",),
    "rh": ("r",),
}
VOWELS = "aeiouwy"
# what can follow a radical: consonants besides the vowels
CLUSTERS = {"p": "lr", "t": "lr", "c": "lrn", "b": "lr", "d": "r", "g": "lr"}
G_VANISHES_BEFORE = "aeowylr"
H_BEFORE = "aeiouy"
# letters of the Welsh alphabet, and mutated beginnings, that are written with more than one sign
DIGRAPHS = ("ngh", "ch", "dd", "ff", "ll", "mh", "ng", "nh", "ph", "rh", "th")


def mutations(word: str) -> tuple[str, ...]:
    """Return the other forms that a folded word may have: unchanged beginnings first, then changed.

    Whatever is among the forms of a word has that word among its own.
    """
    if len(word) < SHORTEST:
        return ()
    radicals = tuple(_radicals(word))
    unchanged = [radical + rest for radical, rest in radicals]
    changed = [
        start + rest
        for radical, rest in radicals
        for start in BECOMES[radical]
        if start or rest[0] in G_VANISHES_BEFORE
    ]
    forms = dict.fromkeys([*unchanged, *changed, *_with_or_without_h(word)])
    return tuple(form for form in forms if form != word and len(form) >= SHORTEST)


def beginning(word: str) -> str:
    """Return the first letter of a word as Welsh counts letters: "ll" and "ngh" are one."""
    return next((letters for letters in DIGRAPHS if word.startswith(letters)), word[:1])


def _radicals(word: str) -> Iterator[tuple[str, str]]:
    """Yield each unchanged beginning that the word may have come from, with the rest of it."""
    start = beginning(word)
    rest = word[len(start) :]
    for radical, changed in BECOMES.items():
        if (start == radical or start in changed) and _begins_so(radical, rest):
            yield radical, rest
    if start in tuple(G_VANISHES_BEFORE):
        yield "g", word


def _begins_so(radical: str, rest: str) -> bool:
    """Say whether Welsh words begin with this and go on so: "bl" yes, "bs" and "mr" no."""
    return beginning(rest) in tuple(VOWELS + CLUSTERS.get(radical, ""))


def _with_or_without_h(word: str) -> Iterator[str]:
    if word[0] in H_BEFORE:
        yield f"h{word}"
    if word[0] == "h" and word[1] in H_BEFORE:
        yield word[1:]
