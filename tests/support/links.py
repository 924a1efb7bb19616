"""Find what a built folder points at and does not have: pages, fragments, pictures, styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

# What a browser fetches or follows, by attribute; srcset and meta refresh are read apart.
_ADDRESSES = {"href", "src", "action", "formaction", "poster", "cite", "data", "longdesc"}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_ORIGIN = "http://site.invalid"


@dataclass(slots=True)
class Document:
    """What one HTML file offers (ids) and what it asks for (addresses)."""

    ids: set[str] = field(default_factory=set)
    addresses: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.document.ids.add(attributes["id"])
        if tag == "a" and "name" in attributes:
            self.document.ids.add(attributes["name"])
        asked = self.document.addresses
        asked += [value.strip() for name, value in attributes.items() if name in _ADDRESSES]
        if "srcset" in attributes:
            asked += [part.split()[0] for part in attributes["srcset"].split(",") if part.strip()]
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            asked.append(attributes.get("content", "").partition("=")[2].strip(" '\""))

    handle_startendtag = handle_starttag


def read_document(html: str) -> Document:
    """Return the ids and addresses of an HTML text."""
    document = Document()
    reader = _Reader(document)
    reader.feed(html)
    reader.close()
    return document


def _asked(path: Path, documents: dict[Path, Document]) -> Iterator[str]:
    if path in documents:
        yield from documents[path].addresses
    elif path.suffix == ".css":
        yield from _CSS_URL.findall(path.read_text("utf-8"))
    elif path.suffix in {".xml", ".atom"}:
        for element in ET.parse(path).iter():  # noqa: S314 - our own output, just built
            if element.tag.rpartition("}")[2] == "loc":
                yield (element.text or "").strip()
            elif "href" in element.attrib:
                yield element.attrib["href"]


class BuiltFolder:
    """A built site as a server without any rules would see it, at ``base``."""

    def __init__(self, folder: Path, base: str = "/", site_url: str = "") -> None:
        """``site_url`` is the place's own url: absolute links below it must resolve here too."""
        self.folder = folder
        self.base = base
        self.site_url = site_url
        self.site_path = urlsplit(site_url).path or "/"
        self.files = sorted(path for path in folder.rglob("*") if path.is_file())
        self.documents = {
            path: read_document(path.read_text("utf-8"))
            for path in self.files
            if path.suffix == ".html"
        }

    def address(self, path: Path) -> str:
        """Return the address at which a browser sees this file."""
        name = path.relative_to(self.folder).as_posix()
        if name == "index.html" or name.endswith("/index.html"):
            name = name.removesuffix("index.html")
        return f"{_ORIGIN}{self.base}{name}"

    def target(self, path: Path, asked: str) -> tuple[str, str] | None:
        """Return path and fragment of what the file asks for, or None where it is not ours."""
        if self.site_url and asked.startswith(self.site_url):
            asked = f"{_ORIGIN}{self.base}{asked.removeprefix(self.site_url)}"
        elif path.name == "404.html" and asked.startswith(self.site_path):
            # shown at any address, this page alone cannot link relatively: it goes by place.url
            asked = f"{_ORIGIN}{self.base}{asked.removeprefix(self.site_path)}"
        whole = urlsplit(urljoin(self.address(path), asked))
        if f"{whole.scheme}://{whole.netloc}" != _ORIGIN:
            return None
        return unquote(whole.path), unquote(whole.fragment)

    def trouble(self, path: Path, asked: str) -> str:
        """Return why what the file asks for is not here, or "" where it is or is not ours."""
        target = self.target(path, asked)
        if target is None:
            return ""
        where, fragment = target
        if not where.startswith(self.base):
            return f"leaves the site, which is at {self.base}"
        found = self.folder / where.removeprefix(self.base)
        if where.endswith("/"):
            found /= "index.html"
        if found.is_dir():
            return "is a folder: without its final slash it needs a server's redirect"
        if not found.is_file():
            return "is not there"
        document = self.documents.get(found)
        missing = fragment and document and fragment not in document.ids
        return "has no such fragment" if missing else ""

    def broken(self) -> list[str]:
        """Return ``file: address reason`` for everything that is asked for and is not there."""
        return [
            f"{path.relative_to(self.folder).as_posix()}: {asked} {reason}"
            for path in self.files
            for asked in dict.fromkeys(_asked(path, self.documents))
            if (reason := self.trouble(path, asked))
        ]


def broken_links(folder: Path, base: str = "/", site_url: str = "") -> list[str]:
    """Return every internal link, fragment and asset below ``folder`` that does not resolve.

    The folder is looked at as if a host without any server rules had it at ``base``.
    """
    return BuiltFolder(folder, base, site_url).broken()
