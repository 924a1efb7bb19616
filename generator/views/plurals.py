"""Plurals for scripts: they do not know at build time which number they will say."""

from __future__ import annotations

from types import MappingProxyType

from generator.views.here import Here

# A number for every CLDR plural category that any language has; the browser's Intl.PluralRules
# finds the one that a number belongs with. 1000000 is for languages that say "a million of".
_SAMPLES = (0, 1, 2, 3, 5, 6, 11, 20, 100, 1_000_000)

PLURAL_SAMPLES = MappingProxyType({str(sample): sample for sample in _SAMPLES})


def plural_forms(here: Here, one: str, many: str) -> dict[str, str]:
    """Return the interface string in the form that each of the sample numbers takes."""
    return {
        name: here.wording.ngettext(one, many, sample) for name, sample in PLURAL_SAMPLES.items()
    }
