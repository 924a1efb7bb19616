"""Stage 5: Place to Pages. Each output is asked once for each language, and sees no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.model.edition import Edition, Output, Produced
from generator.model.place import Place
from generator.model.wording import Wording


def plan(place: Place, outputs: Sequence[Output], wording: Callable[[str], Wording]) -> Produced:
    """Return every page to be drawn and every finished file, in the order of the outputs."""
    spoken = {language: wording(language) for language in place.settings.languages}
    produced = [
        output(Edition(place, language, words, _others(spoken, language)))
        for language, words in spoken.items()
        for output in outputs
    ]
    return Produced(
        pages=tuple(page for one in produced for page in one.pages),
        artifacts=tuple(artifact for one in produced for artifact in one.artifacts),
        problems=tuple(problem for one in produced for problem in one.problems),
        later=tuple(work for one in produced for work in one.later),
    )


def _others(spoken: Mapping[str, Wording], language: str) -> tuple[Wording, ...]:
    return tuple(wording for other, wording in spoken.items() if other != language)
