"""Stage 5: Place to Pages. Each output is asked once for each language, and sees no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.model.edition import Edition, Output, Produced, Survey
from generator.model.place import Place
from generator.model.wording import Wording


def plan(
    place: Place,
    outputs: Sequence[Output],
    wording: Callable[[str], Wording],
    surveys: Sequence[Survey] = (),
) -> Produced:
    """Return every page to be drawn and every finished file, in the order of the outputs.

    What the surveys make of all pages comes last; they add no page of their own.
    """
    produced = [
        output(Edition(place, language, wording(language)))
        for language in place.settings.languages
        for output in outputs
    ]
    pages = tuple(page for one in produced for page in one.pages)
    produced += [survey(place, pages) for survey in surveys]
    return Produced(
        pages=pages,
        artifacts=tuple(artifact for one in produced for artifact in one.artifacts),
        problems=tuple(problem for one in produced for problem in one.problems),
    )
