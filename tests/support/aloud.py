"""A page as a screen reader is handed it: Chromium's accessibility tree, in the order of reading.

One line for each thing that is said, indented by what it is in: its role, its name, and what else
is told of it (level, state, value). What has no role of its own and nothing to say is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

Node = Mapping[str, Any]

# Boxes around what is said, and the letters of a text that its parent has as a whole.
_SILENT = {"none", "generic", "InlineTextBox", "LineBreak", "RootWebArea"}
_SILENT |= {"strong", "emphasis", "time", "LabelText"}
_BOTH_WAYS = ("checked", "pressed", "expanded")
_ONLY_IF_SO = ("selected", "disabled", "required", "invalid", "modal")
_SAYS_ALL = {"link", "button", "heading", "checkbox", "radio", "option", "image", "term"}
_SAYS_ALL |= {"DisclosureTriangle", "searchbox", "textbox", "combobox", "spinbutton", "Date"}
"""Roles that are read as one thing: what is within them is their name or their value."""


def aloud(page: Page) -> str:
    """Return the page as text, its title first."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = {node["nodeId"]: node for node in _tree(session)}
    session.detach()
    root = next(node for node in nodes.values() if "parentId" not in node)
    lines = [f"page “{_name(root)}”", *_said(root, nodes, 1)]
    return "\n".join(lines) + "\n"


def _tree(session: Any) -> list[Node]:  # noqa: ANN401 - Playwright gives sessions no public type here
    found: list[Node] = session.send("Accessibility.getFullAXTree")["nodes"]
    return found


def _said(node: Node, nodes: Mapping[str, Node], depth: int) -> Iterator[str]:
    """Yield the lines of what is in a node; words that follow each other are read as one."""
    words: list[str] = []
    for line, is_words in _lines(node, nodes, depth):
        if is_words:
            words += [line] if line else []
            continue
        yield from _together(words, depth)
        yield line
    yield from _together(words, depth)


def _together(words: list[str], depth: int) -> Iterator[str]:
    if words:
        yield "  " * depth + " ".join(words)
        words.clear()


def _lines(node: Node, nodes: Mapping[str, Node], depth: int) -> Iterator[tuple[str, bool]]:
    for identifier in node.get("childIds", ()):
        child = nodes.get(identifier)
        if child is None:
            continue
        role, ignored = _role(child), bool(child.get("ignored"))
        if not ignored and role == "StaticText":
            yield _name(child), True
        elif ignored or role in _SILENT:
            yield from _lines(child, nodes, depth)
        elif role != "ListMarker":
            yield "  " * depth + _line(child), False
            if role not in _SAYS_ALL or (role == "heading" and _has_link(child, nodes)):
                yield from ((line, False) for line in _said(child, nodes, depth + 1))


def _has_link(node: Node, nodes: Mapping[str, Node]) -> bool:
    children = [nodes[each] for each in node.get("childIds", ()) if each in nodes]
    return any(_role(child) == "link" or _has_link(child, nodes) for child in children)


def _line(node: Node) -> str:
    value = node.get("value", {}).get("value", "")
    name = _name(node)
    parts = [_role(node), f"“{name}”" if name else "", *_told(node), f"= {value}" if value else ""]
    return " ".join(part for part in parts if part)


def _told(node: Node) -> Iterator[str]:
    for each in node.get("properties", ()):
        name, value = each["name"], str(each["value"].get("value")).lower()
        if name == "level" and _role(node) == "heading":
            yield f"level {value}"
        elif name in _BOTH_WAYS or (name in _ONLY_IF_SO and value == "true"):
            yield name if value == "true" else f"not {name}"


def _role(node: Node) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: Node) -> str:
    return " ".join(str(node.get("name", {}).get("value", "")).split())
