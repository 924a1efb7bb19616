from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.badge import Badge
from generator.model.record import Translation
from generator.model.text import Text
from generator.views.here import Here
from generator.views.spoken import ITS_OWN, Spoken, spoken
from tests.support.places import a_badge, a_place, an_organisation, settings
from tests.support.wordings import edition

ON = date(2026, 11, 2)
BOTH = settings(languages=("en", "cy"))


def welsh(badge: Badge, language: str = "cy") -> Spoken:
    place = a_place(badge, an_organisation("makers"), settings=BOTH)
    return spoken(Here(edition(place, language), "badges/robotics-1/"), badge, "makers")


def in_both(badge: Badge) -> Badge:
    return replace(
        badge,
        title=_both(badge.title),
        summary=_both(badge.summary),
        criteria=tuple(map(_both, badge.criteria)),
    )


def _both(text: Text) -> Text:
    return Text.of({"en": text.words("en"), "cy": "Cymraeg"})


def test_a_page_in_the_language_of_its_record_says_nothing() -> None:
    assert welsh(a_badge(), "en") == ITS_OWN


def test_a_record_without_translation_says_so_and_whose_words_they_are() -> None:
    found = welsh(a_badge())

    assert (found.lacking, found.language) == ("all", "en")
    assert found.author.words == an_organisation("makers").title.words("en")


def test_a_title_alone_is_a_part() -> None:
    badge = a_badge()

    found = welsh(replace(badge, title=Text.of({"en": "Robots", "cy": "Robotiaid"})))

    assert found.lacking == "part"


def test_a_whole_translation_says_who_made_it() -> None:
    by = Translation("cy", "Council translators", ON)
    badge = replace(in_both(a_badge()), translations=(by,))

    found = welsh(badge)

    assert (found.lacking, found.by, found.on, found.older) == (
        "",
        "Council translators",
        ON,
        False,
    )
    assert not found.author


def test_a_translation_that_its_original_has_left_behind_says_so() -> None:
    by = Translation("cy", "", ON)

    older = welsh(replace(in_both(a_badge()), translations=(by,), changed_on=date(2026, 11, 3)))
    same = welsh(replace(in_both(a_badge()), translations=(by,), changed_on=ON))

    assert (older.older, same.older) == (True, False)
