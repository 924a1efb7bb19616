"""Where the licence of a place's data is to be read."""

from __future__ import annotations

from types import MappingProxyType

from generator.model.settings import Licence

_OGL = "OGL-UK-3.0"
_OGL_TEXTS = MappingProxyType({
    "en": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "cy": "https://www.nationalarchives.gov.uk/doc/open-government-licence-cymraeg/version/3/",
})  # fmt: skip


def licence_url(licence: Licence, language: str = "en") -> str:
    """Return the address of a licence's text; "" where it is not known.

    The Open Government Licence, under which councils publish, is known by its name, and has a
    Welsh text that is as binding as the English one.
    """
    known = licence.url in ("", *_OGL_TEXTS.values())
    if licence.name == _OGL and known:
        return _OGL_TEXTS.get(language, _OGL_TEXTS["en"])
    return licence.url
