"""The catalogues that Doorstep comes with say all of it, in their own language."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from babel.plural import to_gettext

from generator.adapters.wording_babel import BabelWordings
from generator.model.wording import PLURAL_NUMBERS
from tests.support.language import told_language
from tests.support.sites import ROOT

THEME = ROOT / "themes" / "base"
LANGUAGES = ["cy"]

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
TAG = re.compile(r"</?\w+[^>]*>")
# Long enough to be told by its language, and not a list of the codes that a data file holds.
LONG = 40


def path_of(language: str) -> Path:
    return THEME / "locale" / language / "messages.po"


@cache
def catalogue(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@cache
def template() -> Catalog:
    return read_po(io.BytesIO((THEME / "locale" / "messages.pot").read_bytes()))


def forms(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (tuple, list)) else (str(value or ""),)


def said(language: str) -> list[tuple[Message, Message]]:
    """Return each string with what the catalogue says for it."""
    found = []
    for message in template():
        if message.id:
            spoken = catalogue(language).get(message.id, message.context)
            assert spoken is not None, f"{message.id} is not in the catalogue"
            found.append((message, spoken))
    return found


def same_on_purpose(language: str) -> dict[str, str]:
    """Return the strings that are the same word in this language, and why."""
    name = Locale(language).english_name or language
    file = ROOT / "tests" / "support" / f"same_in_{name.lower()}.txt"
    lines = [line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return {msgid.strip(): why.strip() for msgid, _, why in (it.partition(" #") for it in lines)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_said_in_every_form_and_somebody_has_looked_at_it(language: str) -> None:
    wanting = [
        message.id
        for message, spoken in said(language)
        if spoken.fuzzy
        or not all(forms(spoken.string))
        or (message.pluralizable and len(forms(spoken.string)) != catalogue(language).num_plurals)
    ]

    assert wanting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_is_put_in_there_too(language: str) -> None:
    different = [
        (message.id, form)
        for message, spoken in said(language)
        for form in forms(spoken.string)
        for pattern in (PLACEHOLDER, TAG)
        if sorted(pattern.findall(form)) != sorted(pattern.findall(forms(message.id)[-1]))
    ]

    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_english_but_what_is_the_same_word(language: str) -> None:
    english = {
        forms(message.id)[0]
        for message, spoken in said(language)
        if set(forms(spoken.string)) & set(forms(message.id))
    }
    same = same_on_purpose(language)

    assert english == same.keys()
    assert all(same.values()), "each says why"


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_strings_are_in_the_language_of_the_catalogue(language: str) -> None:
    foreign = [
        spoken.string
        for message, spoken in said(language)
        if (words := PLACEHOLDER.sub("", forms(spoken.string)[-1]))
        if len(words) > LONG and told_language(words) != language
        if forms(message.id)[0] not in same_on_purpose(language)
    ]

    assert foreign == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_counts_as_cldr_does(language: str) -> None:
    rule = Locale.parse(language).plural_form
    order: list[str] = [
        tag
        for tag in ("zero", "one", "two", "few", "many", "other")
        if tag in {*rule.rules, "other"}
    ]
    expected = [order.index(rule(number)) for number in PLURAL_NUMBERS]

    spoken = BabelWordings((THEME,)).speak(language)
    numbers = dict(zip(PLURAL_NUMBERS, spoken.plurals, strict=True))

    assert catalogue(language).num_plurals == len(order), to_gettext(rule)
    pairs = set(zip(expected, numbers.values(), strict=True))
    assert len(pairs) == len(set(expected)) == len(set(numbers.values()))
