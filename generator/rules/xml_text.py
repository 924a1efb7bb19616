"""XML files from element trees; the escaping is the standard library's."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring


def element(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element with its words and attributes, and return it."""
    made = SubElement(parent, name, attributes)
    made.text = text or None
    return made


def xml_file(root: Element) -> bytes:
    """Return the file that holds a tree."""
    indent(root, " ")
    # Our own declaration: the library's depends on how the encoding's name is spelt.
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
