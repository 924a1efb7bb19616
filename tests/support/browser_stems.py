"""Stems as a reader's browser makes them: the site's published modules, run in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.adapters.package_data import stemmers_folder
from generator.adapters.stemming_snowball import SnowballStemmer
from generator.outputs.stemmers import stemmers
from generator.rules.search.stemmer_modules import FOLDER
from tests.support.places import a_place
from tests.support.wordings import edition

STEMMER = SnowballStemmer(stemmers_folder())

_SCRIPT = Path(__file__).resolve().parents[1] / "js" / "stem_words.mjs"


def publish_stemmers(root: Path, languages: Sequence[str]) -> str:
    """Write what a site in these languages publishes; return the address of the folder."""
    place = a_place()
    settings = replace(place.settings, languages=tuple(languages))
    made = stemmers(STEMMER)(edition(replace(place, settings=settings), languages[0]))
    folder = root / FOLDER
    folder.mkdir(parents=True)
    for artifact in made.artifacts:
        (root / artifact.path).write_bytes(artifact.content)
    # a host says that .js is a module's type; Node has to be told
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return f"{folder.as_uri()}/"


def browser_stems(base: str, words: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the browser's stem of each word, by language."""
    return dict(_run(base, words)["stems"])


def browser_languages(base: str) -> list[str]:
    """Return the languages for which the browser looks for a stemmer."""
    return list(_run(base, {})["languages"])


def differences(base: str, words: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str, str]]:
    """Return each word on which the sides disagree: language, word, our stem, the browser's."""
    theirs = browser_stems(base, words)
    found = []
    for language, asked in words.items():
        stem = STEMMER.stemming(language)
        pairs = zip(asked, theirs[language], strict=True)
        found += [
            (language, word, stem(word), other) for word, other in pairs if stem(word) != other
        ]
    return found


def _run(base: str, words: Mapping[str, Sequence[str]]) -> dict[str, dict[str, list[str]]]:
    ran = subprocess.run(
        ["node", str(_SCRIPT), base],
        input=json.dumps(words),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, dict[str, list[str]]] = json.loads(ran.stdout)
    return answer
