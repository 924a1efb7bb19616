from __future__ import annotations

from generator.model.place import Place
from generator.outputs.stemmers import stemmers
from generator.rules.search.stemmer_modules import FOLDER
from tests.support.browser_stems import STEMMER
from tests.support.places import a_place, settings
from tests.support.wordings import edition

OUTPUT = stemmers(STEMMER)


def a_place_in(*languages: str) -> Place:
    return a_place(settings=settings(languages=languages))


def published(place: Place) -> list[str]:
    paths = []
    for language in place.settings.languages:
        paths += [artifact.path for artifact in OUTPUT(edition(place, language)).artifacts]
    return paths


def test_a_site_carries_the_stemmers_of_its_own_languages_and_their_licence() -> None:
    assert published(a_place_in("en", "cy")) == [f"{FOLDER}en.js", f"{FOLDER}LICENSE"]


def test_a_second_language_is_stemmed_where_the_first_is_not() -> None:
    assert published(a_place_in("cy", "en")) == [f"{FOLDER}en.js", f"{FOLDER}LICENSE"]


def test_two_regions_of_one_language_share_a_stemmer() -> None:
    paths = published(a_place_in("pt-BR", "pt-PT", "de"))

    assert paths == [f"{FOLDER}de.js", f"{FOLDER}pt.js", f"{FOLDER}LICENSE"]


def test_a_site_that_stems_nothing_publishes_nothing() -> None:
    assert published(a_place_in("cy")) == []
