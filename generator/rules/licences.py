"""Licences of open data that are known by their short names, and where their texts are."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from generator.model.settings import NATIONS, Licence, Settings

DEFAULT = "OGL-UK-3.0"

# SPDX's short names, with the addresses that those who keep the licences give for them.
TEXTS = MappingProxyType({
    DEFAULT: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
})  # fmt: skip
_WELSH_OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence-cymraeg/version/3/"
_UNITED_KINGDOM = frozenset(NATIONS) - {"other"}


def licensed(settings: Settings) -> Settings:
    """Return the settings with the licence that holds where place.yaml names none.

    In the United Kingdom that is the one public bodies are asked to use. Elsewhere nothing is given
    away that nobody has said may be.
    """
    licence = settings.licence
    if licence is None:
        if settings.nation not in _UNITED_KINGDOM or settings.marks.has("licence"):
            return settings
        return replace(settings, licence=Licence(DEFAULT, TEXTS[DEFAULT]))
    if licence.url or licence.name not in TEXTS:
        return settings
    return replace(settings, licence=replace(licence, url=TEXTS[licence.name]))


def licence_url(licence: Licence, language: str = "en") -> str:
    """Return the address of a licence's text; "" where it is not known.

    The Open Government Licence has a Welsh text that is as binding as the English one.
    """
    url = licence.url or TEXTS.get(licence.name, "")
    if language == "cy" and url == TEXTS[DEFAULT]:
        return _WELSH_OGL
    return url
