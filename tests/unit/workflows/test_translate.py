from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from generator.model.fault import Refused
from generator.model.interface import Interface
from generator.workflows.translate import Shelf, Translator, interfaces


@dataclass
class Text:
    path: str
    text: str = ""

    def read(self) -> str:
        return self.text

    def replace(self, text: str) -> None:
        self.text = text


@dataclass
class Strings:
    """Strings are words; a catalogue holds those that it says."""

    words: str = "open save"
    asked: list[str] = field(default_factory=list)

    def template(self) -> str:
        return self.words

    def renewed(self, template: str, catalogue: str, language: str, shown: str) -> str:  # noqa: ARG002 - as the port
        self.asked.append(template)
        return f"{language}: {template}"

    def unsaid(self, template: str, below: str, own: str) -> str:  # noqa: ARG002 - as the port
        return " ".join(it for it in template.split() if it not in below.split())

    def known(self, template: str, own: str) -> str:
        return " ".join(it for it in template.split() if it in own.split())

    def joined(self, first: str, second: str) -> str:
        return " ".join(dict.fromkeys(f"{first} {second}".split()))

    def standing(
        self, template: str, catalogues: tuple[tuple[str, str], ...], language: str
    ) -> Interface:
        held = " ".join(text for text, _ in catalogues).split()
        wanted = template.split()
        return Interface(language, len(wanted), sum(it in held for it in wanted))


def shelf(catalogues: Mapping[str, str], template: str = "") -> Shelf:
    files = {language: Text(f"{language}.po", text) for language, text in catalogues.items()}
    return Shelf(
        Text("messages.pot", template),
        lambda language: files.setdefault(language, Text(f"{language}.po")),
        tuple(catalogues),
    )


def test_the_template_is_written_only_where_it_changes() -> None:
    held = shelf({})
    translator = Translator(Strings(), held)

    assert [translator.extract().changed, translator.extract().changed] == [True, False]
    assert held.template.read() == "open save"


def test_nothing_is_written_where_only_asked() -> None:
    held = shelf({"cy": "old"})

    found = Translator(Strings(), held, writing=False).update(())

    assert [(it.path, it.changed) for it in found] == [("messages.pot", True), ("cy.po", True)]
    assert (held.template.read(), held.catalogue("cy").read()) == ("", "old")


def test_every_catalogue_is_brought_up_to_date_or_those_asked_for() -> None:
    held = shelf({"cy": "", "fr": ""})

    Translator(Strings(), held).update(("pl",))
    assert (held.catalogue("pl").read(), held.catalogue("cy").read()) == ("pl: open save", "")

    found = Translator(Strings(), held).update(())
    assert [it.interface and it.interface.language for it in found] == [None, "cy", "fr"]


def test_a_theme_is_asked_for_what_the_base_does_not_say() -> None:
    base = shelf({"cy": "save"}, "save close")
    strings = Strings()

    Translator(strings, shelf({"cy": ""}), base).update(())

    assert strings.asked == ["open close"]


def test_english_has_only_what_a_theme_says_otherwise() -> None:
    strings = Strings()

    Translator(strings, shelf({"en": "en: close"}), shelf({}, "save close")).update(())

    assert strings.asked == ["close"]


def test_a_language_is_a_tag_and_never_a_path() -> None:
    with pytest.raises(Refused, match="language tag"):
        Translator(Strings(), shelf({})).update(("../../etc",))


def test_the_interface_is_what_all_themes_say_together() -> None:
    own, base = shelf({"cy": "open"}), shelf({"cy": "save"}, "save close")

    (found,) = interfaces(Strings("open"), [own, base], ["cy"])

    assert (found.said, found.wanted, found.percentage) == (2, 3, 66)
