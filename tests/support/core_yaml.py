"""YAML as an editor's JSON Schema sees it: nodes typed by the 1.2 core rules (YAML 1.2.2, 10.3)."""

from __future__ import annotations

import re

from generator.model.node import Mapping, Node, Scalar

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_json(node: Node) -> object:
    """Return the node as JSON values."""
    if isinstance(node, Mapping):
        return {key.value: as_json(value) for key, value in node.entries}
    if not isinstance(node, Scalar):
        return [as_json(item) for item in node.items]
    return _plain(node.value) if node.plain else node.value


def _plain(text: str) -> object:
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
