"""What a data file says of itself once it has left its site: whose it is, and what one may do."""

from __future__ import annotations

from generator.model.edition import Edition
from generator.model.text import NO_TEXT
from generator.rules.json_text import Json
from generator.rules.licences import licence_url

FORMAT = 1
"""The promise that programs build on. Fields and words may be added under the same number; before
one goes, or comes to mean something else, this becomes another."""


def data_terms(edition: Edition) -> dict[str, Json]:
    """Return the members that every data file of our own begins with."""
    settings = edition.place.settings
    licence = settings.licence
    return {
        "format": FORMAT,
        "place": settings.name.words(edition.language),
        "site": settings.url,
        "demonstration": settings.demonstration,
        "licence": licence.name if licence else None,
        "licence_url": (licence_url(licence, edition.language) or None) if licence else None,
        "attribution": [
            credit.words(edition.language)
            for credit in (licence.attribution if licence else NO_TEXT, *settings.attributions)
            if credit
        ],
    }
