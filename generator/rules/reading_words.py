"""Words in several languages: beside the author's own in other files, or all in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.model import shapes
from generator.model.node import Mapping, Node, Scalar, Sequence
from generator.model.problem import Mark
from generator.model.text import Text
from generator.rules.findings import Findings
from generator.rules.lookalikes import mixed_word, odd_letters
from generator.rules.scalars import read_scalar
from generator.rules.unreadable import Unreadable, shown

# A sentence goes on with these after a comma; in lower case, so that "A" and "Or" may begin one.
_JOINING = {
    "en": re.compile("(and|or) "),
    "cy": re.compile("(ac?|neu)(['’](r|n|u|i|w|ch))? "),
}

Other = tuple[str, Node]
Others = tuple[Other, ...]
"""The same place in the translations of a file, by language."""


def text(value: str, shape: shapes.Shape, findings: Findings, others: Others) -> Text:
    """Return words with what the translations say in their place."""
    spoken = [(findings.language, value)] if value else []
    for language, other in others:
        if said := _said(shape, other, findings):
            spoken.append((language, said))
    return Text(tuple(spoken))


def labels(shape: shapes.Labels, node: Mapping, findings: Findings) -> Text:
    """Return words that one file gives by language, the main language first."""
    spoken = [
        (language, said)
        for key, value in node.entries
        if (language := _language(key, findings)) and (said := _said(shape, value, findings))
    ]
    spoken.sort(key=lambda pair: pair[0] != findings.language)
    return Text(tuple(spoken))


def word_lists(node: Node, findings: Findings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return lists of words by language; one list alone is in the main language."""
    if not isinstance(node, Mapping):
        return ((findings.language, tuple(_list(node, findings))),)
    return tuple(
        (language, tuple(_list(value, findings)))
        for key, value in node.entries
        if (language := _language(key, findings))
    )


def look_alike(said: str, mark: Mark, findings: Findings) -> None:
    """Note a word that mixes alphabets."""
    if word := mixed_word(said):
        message = f'"{shown(word)}" mixes alphabets: {odd_letters(word)} only looks like another'
        findings.warning("mixed-alphabets", mark, message)


def split_items(items: Iterable[Node], language: str, findings: Findings) -> None:
    """Note an item that a comma in its sentence seems to have cut off from the one before it."""
    joining = _JOINING.get(language.partition("-")[0])
    if joining is None:
        return
    for before, item in pairwise(items):
        # On lines of their own, "- or …" is what somebody meant.
        beside = item.mark.line == before.mark.line
        if beside and isinstance(item, Scalar) and item.plain and joining.match(item.value):
            word = item.value.split(maxsplit=1)[0]
            message = (
                f'this item begins with "{word}"; put quotes around words with a comma in them'
            )
            findings.warning("split-item", item.mark, message)


def is_empty(node: Node) -> bool:
    """Say whether nothing was written there."""
    return isinstance(node, Scalar) and node.empty


def name_of(node: Node) -> str:
    """Return what a message calls what it found."""
    if isinstance(node, Scalar):
        return "nothing" if node.empty else "a single value"
    return "a list" if isinstance(node, Sequence) else "a group of fields"


def _said(shape: shapes.Shape, node: Node, findings: Findings) -> str:
    if not isinstance(node, Scalar):
        findings.error("wrong-shape", node.mark, f"expected words, found {name_of(node)}")
        return ""
    try:
        said = str(read_scalar(shape, node))
    except Unreadable as fault:
        findings.error(fault.code, node.mark, str(fault))
        return ""
    look_alike(said, node.mark, findings)
    return said


def _list(node: Node, findings: Findings) -> Iterator[str]:
    found: set[str] = set()
    for item in node.items if isinstance(node, Sequence) else (node,):
        said = _said(shapes.Token(), item, findings)
        if said in found:
            findings.warning("repeated-item", item.mark, "this is in the list already")
        elif said:
            found.add(said)
            yield said


def _language(key: Scalar, findings: Findings) -> str:
    try:
        return str(read_scalar(shapes.Language(), key))
    except Unreadable as fault:
        findings.error(fault.code, key.mark, str(fault))
        return ""
