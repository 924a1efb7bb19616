"""What can be wrong with a theme, other than what stops a template from being drawn."""

from __future__ import annotations

from generator.model.codes.code import Code, Example, Part
from generator.model.problem import Severity

CODES = (
    Code(
        "unknown-asset",
        Severity.ERROR,
        "A template, style sheet or script names an asset that there is none of.",
        "Browsers would ask for it in vain. An asset is named by its own path and in full, since "
        "what pages ask for has a digest of the content in its name, and that is put in "
        "before a page is drawn.",
        Example(
            "themes/ours/templates/page.html",
            4,
            46,
            "A template with `assets/css/our.css`, where the theme has `assets/css/ours.css`.",
            "`assets/css/ours.css`, written out.",
            Part.WORDS,
        ),
    ),
)
