"""Where the modules lie that stem typed words in a browser."""

from __future__ import annotations

FOLDER = "assets/stemmers/"
"""``stemming.js`` is given its address, and finds modules in it by the language's first part."""


def module_path(language: str) -> str:
    """Return where the module of a language lies, from the site's root."""
    return f"{FOLDER}{language.partition('-')[0].lower()}.js"
