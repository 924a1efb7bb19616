from __future__ import annotations

from generator.model.location import Bounds
from generator.model.text import Text
from generator.rules.place_files import read_settings, read_taxonomy
from tests.support.saltmarsh import PLACE, TAXONOMY
from tests.support.understanding import YAML


def test_settings_are_read_in_the_main_language() -> None:
    text = PLACE.replace("languages: [en, cy]", "languages: [cy, en]").replace(
        "name: {en: Saltmarsh, cy: Morfa Heli}", "name: Morfa Heli"
    )

    settings, problems = read_settings("place.yaml", YAML.read("place.yaml", text)[0])

    assert problems == ()
    assert settings.language == "cy"
    assert settings.name == Text.plain("cy", "Morfa Heli")


def test_bounds_that_are_upside_down_bound_nothing() -> None:
    text = PLACE.replace("south: 54.45", "south: 64.45")

    settings, problems = read_settings("place.yaml", YAML.read("place.yaml", text)[0])

    assert [problem.code for problem in problems] == ["bounds-out-of-order"]
    assert settings.bounds == Bounds(-90, -180, 90, 180)


def test_empty_place_file_is_told_once_and_leaves_enough_to_go_on_with() -> None:
    settings, problems = read_settings("place.yaml", None)

    assert [problem.code for problem in problems] == ["wrong-shape"]
    assert (settings.language, settings.timezone) == ("en", "UTC")


def test_taxonomy_keeps_its_order_and_its_languages() -> None:
    text = TAXONOMY.replace("label: Robotics", "label: {cy: Roboteg, en: Robotics}")

    taxonomy, problems = read_taxonomy("taxonomy.yaml", YAML.read("taxonomy.yaml", text)[0], "en")

    assert problems == ()
    assert taxonomy is not None
    assert [term.id for term in taxonomy.scheme("topics")] == ["robotics", "sea"]
    assert taxonomy.scheme("topics")[0].label == Text((("en", "Robotics"), ("cy", "Roboteg")))
    assert [term.id for term in taxonomy.scheme("layers")] == ["engage", "participate"]


def test_synonyms_are_words_by_language() -> None:
    text = TAXONOMY.replace(
        "{id: sea, label: The sea}", "{id: sea, label: The sea, synonyms: {en: [coast], cy: mor}}"
    )

    taxonomy, problems = read_taxonomy("taxonomy.yaml", YAML.read("taxonomy.yaml", text)[0], "en")

    assert problems == ()
    assert taxonomy is not None
    assert taxonomy.scheme("topics")[1].synonyms == (("en", ("coast",)), ("cy", ("mor",)))
