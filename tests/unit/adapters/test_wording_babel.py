from __future__ import annotations

import pickle
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from generator.adapters.wording_babel import BabelWordings, catalogues
from generator.model.fault import Fault

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"\n\n'
)
SPOKEN = 'msgid "Where"\nmsgstr "Lle"\n\n'
COUNTED = (
    'msgid "{number} badge"\nmsgid_plural "{number} badges"\n'
    'msgstr[0] "un"\nmsgstr[1] "dau"\nmsgstr[2] "llawer"\n'
)


def a_theme(folder: Path, catalogue: str, language: str = "cy") -> Path:
    path = folder / "locale" / language / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalogue, "utf-8")
    return folder


def test_english_dates_times_and_lists_are_british() -> None:
    wording = BabelWordings().speak("en")

    assert wording.day(date(2026, 12, 8)) == "Tuesday 8 December 2026"
    assert wording.short_day(date(2026, 12, 8)) == "Tue 8 Dec"
    assert wording.month(date(2026, 12, 8)) == "December 2026"
    assert wording.clock(time(17)) == "17:00"
    assert wording.weekday(0) == "Monday"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
    assert wording.listing([]) == ""
    assert wording.number(1234) == "1,234"


def test_currency_has_a_sign() -> None:
    assert [BabelWordings().speak(tag).currency_sign("GBP") for tag in ("en", "cy")] == ["£", "£"]


@pytest.mark.parametrize(
    ("amount", "expected"), [("4.50", "£4.50"), ("12", "£12"), ("12.00", "£12"), ("1200", "£1,200")]
)
def test_whole_pounds_have_no_pence(amount: str, expected: str) -> None:
    assert BabelWordings().speak("en").money(Decimal(amount), "GBP") == expected


def test_dates_are_said_in_the_language_even_without_a_catalogue() -> None:
    wording = BabelWordings().speak("cy")

    assert wording.day(date(2026, 12, 8)) == "Dydd Mawrth 8 Rhagfyr 2026"
    assert wording.gettext("Where") == "Where"


def test_languages_are_named_in_the_language_and_by_their_speakers() -> None:
    wording = BabelWordings().speak("en")

    assert wording.language_name("cy") == "Welsh"
    assert wording.own_name("cy") == "Cymraeg"
    assert wording.language_name("bfi") == "British Sign Language"
    assert wording.language_name("qqq") == "qqq"


def test_unknown_language_still_speaks() -> None:
    wording = BabelWordings().speak("qqq")

    assert wording.day(date(2026, 12, 8)) == "Tuesday 8 December 2026"


def test_catalogue_gives_words_and_its_own_plurals(tmp_path: Path) -> None:
    theme = a_theme(tmp_path, HEADER + SPOKEN + COUNTED)

    wording = BabelWordings((theme,)).speak("cy")

    assert wording.gettext("Where") == "Lle"
    spoken = [wording.ngettext("{number} badge", "{number} badges", n) for n in (1, 2, 5)]
    assert spoken == ["un", "dau", "llawer"]


@pytest.mark.parametrize(
    ("number", "form"), [("1", "un"), ("2.0", "dau"), ("12", "llawer"), ("1.5", "llawer")]
)
def test_decimal_numbers_take_a_plural_too(tmp_path: Path, number: str, form: str) -> None:
    wording = BabelWordings((a_theme(tmp_path, HEADER + COUNTED),)).speak("cy")

    assert wording.ngettext("{number} badge", "{number} badges", Decimal(number)) == form


def test_project_catalogue_comes_before_the_base_one(tmp_path: Path) -> None:
    project = a_theme(tmp_path / "project", HEADER + 'msgid "Where"\nmsgstr "Ble"\n')
    base = a_theme(tmp_path / "base", HEADER + SPOKEN + 'msgid "When"\nmsgstr "Pryd"\n')

    wording = BabelWordings((project, base)).speak("cy")

    assert wording.gettext("Where") == "Ble"
    assert wording.gettext("When") == "Pryd"
    assert wording.gettext("Cost") == "Cost"


def test_catalogue_that_cannot_be_read_is_a_fault_that_names_it(tmp_path: Path) -> None:
    theme = a_theme(tmp_path, HEADER + 'msgid "Where\n')

    with pytest.raises(Fault, match=r"locale/cy/messages\.po: the catalogue cannot be read"):
        BabelWordings((theme,)).speak("cy")


def test_wordings_can_be_sent_to_another_process(tmp_path: Path) -> None:
    theme = a_theme(tmp_path, HEADER + SPOKEN)

    sent = pickle.loads(pickle.dumps(BabelWordings((theme,))))  # noqa: S301 - our own bytes

    assert sent.speak("cy").gettext("Where") == "Lle"


def test_catalogues_of_themes_stand_for_all_that_they_say(tmp_path: Path) -> None:
    own = a_theme(tmp_path / "own", HEADER + SPOKEN)
    base = a_theme(tmp_path / "base", HEADER)
    before = list(catalogues((own, base)))

    assert list(catalogues((own, base))) == before
    assert list(catalogues((base, own))) != before
    assert list(catalogues((tmp_path / "silent", own, base))) == before
    a_theme(own, HEADER + SPOKEN, "fr")
    assert list(catalogues((own, base))) != before
