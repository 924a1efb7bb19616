"""What the finder stems typed words with, for the site's own languages and no other."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output, Produced
from generator.ports import Stemmer
from generator.rules.search.stemmer_modules import FOLDER, module_path


def stemmers(stemmer: Stemmer) -> Output:
    """Return the output that publishes stemmers, once for all languages, with their licence."""

    def publish(edition: Edition) -> Produced:
        if not edition.main:
            return Produced()
        modules = {
            module_path(language): module
            for language in sorted(edition.place.settings.languages)
            if (module := stemmer.browser_module(language))
        }
        if not modules:
            return Produced()
        files = {**modules, f"{FOLDER}LICENSE": stemmer.licence()}
        return Produced(artifacts=tuple(Artifact(path, files[path]) for path in files))

    return publish
