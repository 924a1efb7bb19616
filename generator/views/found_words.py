"""What of a record's words the finder may match, in the forms that all kinds of record share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.text import Text
from generator.views.here import Here


def spoken(text: Text) -> str:
    """Return a text in every language that it is given in: people mix them."""
    return " ".join(words for _, words in text.spoken)


def term_words(here: Here, scheme: str, identifiers: Iterable[str]) -> Iterator[str]:
    """Yield what each term is called, and what else people call it."""
    for identifier in identifiers:
        term = here.place.taxonomy.term(scheme, identifier)
        if term:
            synonyms = [word for _, words in term.synonyms for word in words]
            yield " ".join((spoken(term.label), *synonyms))
