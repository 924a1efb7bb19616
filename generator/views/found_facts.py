"""Lines of a result card that may be in another language than the page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.finding import Fact
from generator.model.said import Said
from generator.views.here import Here


def names_fact(kind: str, names: Iterable[Said]) -> Fact:
    """Return names as one line, with their language where that is one and not the page's."""
    named = tuple(names)
    languages = {name.language if name.foreign else "" for name in named}
    return Fact(
        kind,
        ", ".join(name.words for name in named),
        languages.pop() if len(languages) == 1 else "",
    )


def written_in(here: Here, title: Said) -> str:
    """Return which language a text is in that has not been put into the page's; else ""."""
    if not title.foreign:
        return ""
    return here.say("Text in {language}", language=here.wording.language_name(title.language))


def foreign(said: Said) -> str:
    """Return the language of words that are not in the page's, else ""."""
    return said.language if said.foreign else ""
