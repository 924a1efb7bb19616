"""Markdown by Python-Markdown, made safe by nh3 afterwards.

Sanitising what comes out, by an allow-list, is the only order that holds: raw HTML, link targets
and the renderer's own mistakes all pass through it. What it takes away is named to the author.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import markdown
import nh3

from generator.adapters.deadline import TookTooLong, deadline
from generator.adapters.markdown_links import ID_PREFIX, Links, Source, headings
from generator.model.problem import Mark, Problem, error, warning
from generator.model.prose import Prose

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align", "scope"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_LONGEST_SHOWN = 40
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TIME_LIMIT = 2.0
"""Seconds of processor time for one text. The longest that is meant needs a fifth of it, but
Python-Markdown tries every pairing of brackets: 8,000 that nothing closes take it 11 s, 64,000
several minutes."""

LONGEST_HTML = 1_000_000
"""Characters of markup that one text may come to: sixteen for each of the most that it may have."""

SLOW = "this text takes too long to format; look for a long run of [, ![ or < that nothing closes"
DEEP = "this text has lists inside lists too deep to format"
LONG = f"this text comes to more than {LONGEST_HTML} characters of markup; repeat less in it"


class _TooLong(Exception):
    """What a text comes to is beyond the limit."""


class MarkdownNh3:
    """Port Markdown. ``addresses`` leads from a content folder to its pages: badges to badges/."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self._addresses = addresses
        self._renderer = _renderer()

    def __reduce__(self) -> tuple[type[MarkdownNh3], tuple[dict[str, str]]]:
        """Travel to a worker as what it was made from; the renderer itself cannot."""
        return type(self), (self._addresses,)

    def render(
        self, path: str, text: str, first_line: int = 1
    ) -> tuple[Prose, tuple[Problem, ...]]:
        """Return safe prose, and a Problem for each thing that was taken away or leads nowhere."""
        if not text.strip():
            return Prose(), ()
        try:
            with deadline(TIME_LIMIT):
                return self._render(path, text, first_line)
        except TookTooLong:
            message = SLOW
        except RecursionError:  # Python-Markdown calls itself for every list inside a list
            message = DEEP
        except _TooLong:
            message = LONG
        self._renderer = _renderer()  # stopped half way, the other is in no known state
        return Prose(), (error("slow-text", Mark(path, first_line), message),)

    def _render(self, path: str, text: str, first_line: int) -> tuple[Prose, tuple[Problem, ...]]:
        raw = _bounded(self._renderer.reset().convert(text))
        source = Source(path, text, first_line)
        links = Links(source, self._addresses, headings(raw))
        safe = nh3.clean(
            raw,
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            attribute_filter=links.attribute,
            url_schemes=set(SCHEMES),
            link_rel="noopener",
        )
        _bounded(safe)
        problems = links.problems + _removed(raw, source)
        pieces, targets = links.split(safe)
        return Prose(pieces, targets, _text_of(safe)), tuple(problems)


def _bounded(markup: str) -> str:
    if len(markup) > LONGEST_HTML:
        raise _TooLong
    return markup


def _renderer() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["sane_lists", "tables", "toc"],
        extension_configs={"toc": {"baselevel": 2, "slugify": _heading_id}},
        output_format="html",
    )


def _heading_id(words: str, separator: str) -> str:
    kept = re.sub(r"[^\w\s-]", "", words.lower()).strip()
    return ID_PREFIX + re.sub(r"[\s-]+", separator, kept)


def _removed(raw: str, source: Source) -> list[Problem]:
    finder = _Unwanted()
    finder.feed(raw)
    finder.close()
    problems = []
    seen: dict[str, int] = {}
    for pattern, what in finder.found:
        nth = seen.get(pattern, 0)
        seen[pattern] = nth + 1
        message = f"{what}, and was left out"
        problems.append(warning("removed-html", source.find(pattern, nth), message))
    for target in finder.unsafe:
        pattern = re.escape(target[:_LONGEST_SHOWN])
        nth = seen.get(pattern, 0)
        seen[pattern] = nth + 1
        message = (
            f'"{target[:_LONGEST_SHOWN]}" is no link that can be followed here; expected one that '
            "begins with https, http, mailto or tel, or a page of this site"
        )
        problems.append(error("unsafe-link", source.find(pattern, nth), message))
    return problems


class _Lenient(HTMLParser):
    """Takes what no browser stumbles over: at ``<![x</>[`` the library fails an assertion."""

    def parse_html_declaration(self, i: int) -> int:
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)


class _Unwanted(_Lenient):
    """Lists what the allow-list will take away."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self.unsafe: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append((r"!\[|<img", "a picture goes into the `image` field, not the text"))
            return
        if tag not in TAGS:
            self.found.append((rf"<\s*{re.escape(tag)}", f"<{tag}> is not allowed in a text"))
            return
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, ()):
                what = f'the attribute "{name}" is not allowed in a text'
                self.found.append((re.escape(name), what))
            elif name == "href" and _foreign_scheme(value or ""):
                self.unsafe.append(value or "")


def _foreign_scheme(value: str) -> bool:
    try:
        scheme = urlsplit(re.sub(r"[\s\x00-\x1f]", "", value)).scheme.lower()
    except ValueError:
        return True
    return bool(scheme) and scheme not in SCHEMES


class _Text(_Lenient):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ANN401, ARG002 - the library's form
        if tag in ("p", "li", "br", "td", "th", "dd", "dt", *_HEADINGS):
            self.parts.append(" ")


def _text_of(safe: str) -> str:
    reader = _Text()
    reader.feed(safe)
    reader.close()
    return " ".join("".join(reader.parts).split())
