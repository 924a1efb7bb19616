"""What a file is made of once its words are taken away.

Two pages that say different things in the same way are equal here; text that turned into markup
makes them differ.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

# These say what an element is for. All other attributes hold words, of which only the name counts.
_TELLING = {
    "class", "datetime", "dir", "http-equiv", "id", "lang", "method", "name", "property", "rel",
    "role", "scope", "type",
}  # fmt: skip
_ADDRESSES = {"action", "href", "src"}
# An index is called by a digest of the words in it, which may differ.
_NAMED_BY_CONTENT = re.compile(r"(assets/search/\w+/)[0-9a-f]{12}(?=\.json$)")
_DATA = ("application/json", "application/ld+json")


def html_tree(text: str) -> Element:
    """Return an HTML text as a browser would build it; anything that is not as HTML says fails."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(text)
    return tree


def html_structure(text: str) -> tuple[list[str], list[object]]:
    """Return a line for each element with its telling attributes, and what its data is made of."""
    tree = html_tree(text)
    data = [
        json_structure(json.loads(element.text or ""))
        for element in tree.iter("script")
        if element.get("type") in _DATA
    ]
    return list(_lines(tree, 0)), data


def _lines(element: Element, depth: int) -> Iterator[str]:
    if not isinstance(element.tag, str):
        yield f"{'  ' * depth}(comment)"
        return
    attributes = " ".join(sorted(_attribute(name, value) for name, value in element.items()))
    yield f"{'  ' * depth}{element.tag} {attributes}".rstrip()
    for child in element:
        yield from _lines(child, depth + 1)


def _attribute(name: str, value: str) -> str:
    if name in _TELLING:
        return f"{name}={value}"
    if name in _ADDRESSES:
        parts = urlsplit(value)
        path = _NAMED_BY_CONTENT.sub(r"\1", parts.path)
        return f"{name}={parts.scheme}:{parts.netloc}{path}"
    return name


def json_structure(value: object) -> object:
    """Return a JSON value with each string made the same, and each object's keys."""
    match value:
        case dict():
            return {key: json_structure(item) for key, item in value.items()}
        case list():
            return [json_structure(item) for item in value]
        case str():
            return ""
        case _:
            return value
