"""Nothing that the site says escapes its translators."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.adapters.wording_babel import BabelWording
from generator.model.wording import SENSE_ENDS
from generator.wiring import translator
from tests.support.in_memory import build_in_memory
from tests.support.sites import ROOT

TEMPLATES = ROOT / "themes" / "base" / "templates"
SITES = ROOT / "tests" / "sites"
CALLS = {"say", "gettext", "ngettext", "count", "marked", "marked_as", "marked_plural"}
LETTERS = re.compile(r"[^\W\d_]{2,}")
SHOWN = re.compile(r'\b(?:alt|title|aria-label|placeholder|label|value)="([^"]*)"')


def template() -> Catalog:
    text = (ROOT / "themes/base/locale/messages.pot").read_text("utf-8")
    return read_po(io.BytesIO(text.encode()))


def known() -> set[str]:
    """Return every string that a catalogue can say, with its sense before it."""
    found: set[str] = set()
    for message in template():
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        sense = f"{message.context}{SENSE_ENDS}" if message.context else ""
        found.update(f"{sense}{form}" for form in forms)
    return found


def test_the_template_of_strings_is_up_to_date() -> None:
    brought = translator(ROOT / "content", "", writing=False).extract()

    assert not brought.changed, "run `doorstep translate update`"


def spoken(path: Path) -> Iterator[str]:
    """Yield the literal strings that a file's calls are given to say."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in CALLS:
            continue
        said = [it.value for it in node.args if isinstance(it, ast.Constant)]
        words = [it for it in said if isinstance(it, str)]
        if name == "marked_as":
            words = [f"{words[0]}{SENSE_ENDS}{words[1]}"]
        elif name == "count" and len(words) < 2:
            words = []
        yield from words


def test_every_string_that_the_program_says_is_in_it() -> None:
    """Babel reads tokens, to which, before Python 3.12, what stands within an f-string is none."""
    found = {said for path in (ROOT / "generator").rglob("*.py") for said in spoken(path)}

    assert found - known() == set()
    assert len(found) > 400


def literal(markup: str) -> list[str]:
    """Return the words of a template that stand there for every language alike."""
    bare = re.sub(r"\{#.*?#\}", "", markup, flags=re.DOTALL)
    bare = re.sub(r"\{%-? *trans.*?endtrans *-?%\}", "", bare, flags=re.DOTALL)
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", bare, flags=re.DOTALL)
    attributes = SHOWN.findall(bare)
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "", bare, flags=re.DOTALL)
    return [words for words in (*attributes, *text.splitlines()) if LETTERS.search(words)]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_templates_say_nothing_that_is_not_translated(path: Path) -> None:
    assert literal(path.read_text("utf-8")) == []


def test_words_in_a_template_are_found() -> None:
    markup = '<p title="A tip">Hello {{ name }}</p>{% trans %}Yes{% endtrans %}{{ _("Yes") }}'

    assert literal(markup) == ["A tip", "Hello "]


def test_all_that_a_site_asks_to_be_said_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels in tables are looked up long after they were written down, by whoever shows them."""
    asked: set[str] = set()
    gettext, ngettext = BabelWording.gettext, BabelWording.ngettext

    def noted(self: BabelWording, message: str) -> str:
        asked.add(message)
        return gettext(self, message)

    def both_noted(self: BabelWording, one: str, many: str, number: int) -> str:
        asked.update((one, many))
        return ngettext(self, one, many, number)

    monkeypatch.setattr(BabelWording, "gettext", noted)
    monkeypatch.setattr(BabelWording, "ngettext", both_noted)

    content = SITES / "tiny" / "content"
    files = {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }
    build_in_memory(files)

    assert asked - known() == set()
    assert len(asked) > 300
