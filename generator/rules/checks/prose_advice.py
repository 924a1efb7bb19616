"""What would serve readers better in a body: its headings, its links, its words.

Advice: it stops nothing, strict or not. What is read is the body as it will be shown, so that a
link in any of Markdown's forms is one; the author's own text only says where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from generator.model.problem import Mark, Problem, note
from generator.model.prose import Prose
from generator.rules.checks.advice import PERSON_S_ADDRESS, PERSON_S_NUMBER, found_in
from generator.rules.personal import ADDRESS, NUMBER, is_mobile, is_personal_address
from generator.rules.reading_age import reading_age

OLDEST_READER = 14
"""Reading age beyond which it is told: what is read with ease by most, if not by all, learners."""

_ANY_PAGE = "/"
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<h([2-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|li|h[2-6]|td|th|dd|dt|blockquote|pre|br|tr|ul|ol|hr)\b[^>]*>")
_DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|odt)$", re.IGNORECASE)

# Said of what they lead to by nobody: WCAG 2.2, 2.4.4 and 2.4.9.
_VAGUE = {
    "en": frozenset(
        (
            "click here", "click", "here", "this", "this link", "this page", "link", "read more",
            "more", "find out more", "learn more", "more information", "more info", "details",
            "further details", "see more", "download", "go", "website",
        )
    ),
    "cy": frozenset(
        (
            "cliciwch yma", "clicia yma", "yma", "fan hyn", "y ddolen hon", "dolen", "mwy",
            "darllen mwy", "darllenwch fwy", "rhagor", "rhagor o wybodaeth", "mwy o wybodaeth",
            "manylion", "lawrlwytho", "lawrlwythwch", "gwefan",
        )
    ),
}  # fmt: skip


def advised(language: str, prose: Prose, text: str, start: Mark) -> Iterator[Problem]:
    """Yield what a body could say better: ``text`` is what its author wrote from ``start`` on."""
    if not prose:
        return
    shown = _ANY_PAGE.join(prose.pieces)
    yield from _headings(shown, text, start)
    yield from _links(language, shown, text, start)
    yield from _people(prose.text, text, start)
    if language.partition("-")[0] == "en":
        yield from _words(shown, start)


def _headings(shown: str, text: str, start: Mark) -> Iterator[Problem]:
    """Yield each heading that is more than one level below the one before it.

    On the page the missing level is filled in, so that nobody who listens misses it; but what the
    author meant to stand under what, nobody can know.
    """
    before, after = 0, 0
    for level, words in _HEADING.findall(shown):
        mark, after = found_in(text, start, _plain(words), after)
        if before and int(level) > before + 1:
            missing = int(level) - before - 1
            levels = "a level is" if missing == 1 else f"{missing} levels are"
            line = Mark(mark.path, mark.line)
            yield note(
                "heading-skipped", line, f"{levels} missing between this heading and the last"
            )
        before = int(level)


def _links(language: str, shown: str, text: str, start: Mark) -> Iterator[Problem]:
    vague = _VAGUE.get(language.partition("-")[0], frozenset())
    after = 0
    for address, inner in _LINK.findall(shown):
        words = _plain(inner)
        mark, after = found_in(text, start, f"[{words}]", after)
        if words.casefold().strip(" .…>»→!:") in vague:
            message = f'"{words}" says nothing when it is heard alone; say where the link leads'
            yield note("vague-link", mark, message)
        if found := _DOCUMENT.search(_path(unescape(address))):
            message = (
                f"this leads to a {found[1].lower()} file, hard to read on a phone and by a screen "
                "reader; say here what it says, and link to it as the second choice"
            )
            yield note("document-link", mark, message)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # brackets, where only a numeric host may have them
        return ""


def _people(words: str, text: str, start: Mark) -> Iterator[Problem]:
    for address in dict.fromkeys(ADDRESS.findall(words)):
        if is_personal_address(address):
            yield note("personal-address", found_in(text, start, address)[0], PERSON_S_ADDRESS)
    for number in dict.fromkeys(NUMBER.findall(words)):
        if is_mobile(number):
            yield note("personal-number", found_in(text, start, number)[0], PERSON_S_NUMBER)


def _words(shown: str, start: Mark) -> Iterator[Problem]:
    age = reading_age([_plain(block) for block in _BLOCK.split(shown)])
    if age is not None and age > OLDEST_READER:
        message = (
            f"this reads like something for people of {age} or older; shorter sentences and "
            "everyday words let more of them in"
        )
        yield note("hard-to-read", start, message)


def _plain(markup: str) -> str:
    return " ".join(unescape(_TAG.sub("", markup)).split())
