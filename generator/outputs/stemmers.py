"""What the finder stems typed words with, for the site's own languages and no other."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.ports import Stemmer

FOLDER = "assets/stemmers/"
"""``stemming.js`` is given its address, and finds modules in it by the language's first part."""


def stemmers(stemmer: Stemmer) -> Output:
    """Return the output that publishes stemmers, once for all languages, with their licence."""

    def publish(edition: Edition) -> Produced:
        if not edition.main:
            return Produced()
        languages = {_first_part(tag) for tag in edition.place.settings.languages}
        modules = {
            module_path(language): module
            for language in sorted(languages)
            if (module := stemmer.browser_module(language))
        }
        if not modules:
            return Produced()
        files = {**modules, f"{FOLDER}LICENSE": stemmer.licence()}
        return Produced(artifacts=tuple(Artifact(path, files[path]) for path in files))

    return publish


def module_path(language: str) -> str:
    """Return where the module of a language lies, from the site's root."""
    return f"{FOLDER}{_first_part(language)}.js"


def _first_part(tag: str) -> str:
    return tag.partition("-")[0].lower()
