from __future__ import annotations

from generator.model.interface import Translated, percentage
from generator.model.problem import Mark, Severity
from generator.rules.translated import translated
from tests.support.saltmarsh import place_files, record, with_fields
from tests.support.understanding import Understanding, understood

ROBOTICS = "opportunities/robotics.md"
WELSH = "opportunities/robotics.cy.md"


def welsh(fields: str, body: str = "", original: str = "") -> Understanding:
    """Return the small place with a Welsh text for one of its records."""
    files = place_files()
    files[ROBOTICS] = with_fields(ROBOTICS, original)
    files[WELSH] = record(fields, body)
    return understood(files)


def progress(place: Understanding) -> Translated:
    return translated(place.place, "cy")


def test_what_is_missing_is_listed_by_file_and_field_where_it_stands() -> None:
    found = {one.path: one for one in progress(welsh("title: Robotiaid\n")).untranslated}

    robotics = found[ROBOTICS]
    fields = dict(robotics.fields)
    assert robotics.belongs == WELSH
    assert not robotics.nothing
    assert "title" not in fields
    assert fields["summary"].path == ROBOTICS
    assert fields["summary"] > Mark(ROBOTICS, 2)


def test_a_record_without_a_translation_has_nothing() -> None:
    whole = translated(understood(place_files()).place, "cy")

    found = {one.path: one for one in whole.untranslated}
    assert found["badges/robot-builder.md"].nothing
    assert found["badges/robot-builder.md"].belongs == "badges/robot-builder.cy.md"


def test_files_that_hold_all_languages_are_counted_too() -> None:
    found = {one.path: one for one in progress(welsh("title: Robotiaid\n")).untranslated}

    assert "place.yaml" in found  # its terms have no Welsh; its name has
    assert "name" not in dict(found["place.yaml"].fields)
    assert dict(found["taxonomy.yaml"].fields)["topics.0.label"].line > 1
    assert [name for name, _ in found["neighbourhoods.geojson"].fields] == ["harbour.name"]


def test_the_percentage_is_of_texts_and_a_hundred_only_where_nothing_is_missing() -> None:
    none, one = progress(welsh("title: ~\n")), progress(welsh("title: Robotiaid\n"))

    assert one.said == none.said + 1
    assert one.wanted == none.wanted
    assert percentage(999, 1000) == 99
    assert percentage(0, 0) == percentage(7, 7) == 100


def test_a_translation_older_than_its_record_is_told_and_stops_nobody() -> None:
    place = welsh("title: Robotiaid\ntranslated_on: 2020-02-01\n")

    (told,) = [it for it in place.problems if it.code == "translation-older"]
    assert (told.mark, told.severity, told.passing) == (Mark(WELSH, 3, 16), Severity.WARNING, True)


def test_a_check_that_changed_no_words_leaves_translations_as_new_as_they_were() -> None:
    place = welsh(
        "title: Robotiaid\ntranslated_on: 2020-02-01\n", original="changed_on: 2020-01-31\n"
    )

    assert [it for it in place.problems if it.code == "translation-older"] == []
