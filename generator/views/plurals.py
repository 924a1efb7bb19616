"""Plurals for scripts: they do not know at build time which number they will say.

A browser's own ``Intl.PluralRules`` was rejected: browsers carry some of CLDR's languages, and take
those of another without a word where they do not know Welsh, and a catalogue may count otherwise
than CLDR. So the catalogue's own rule goes along.
"""

from __future__ import annotations

from generator.model.wording import PLURAL_NUMBERS
from generator.views.here import Here

RULE = "plurals"
"""What the rule is called among a script's phrases."""


def plural_forms(here: Here, one: str, many: str) -> list[str]:
    """Return every form of an interface string, in the order that the rule counts them in."""
    rule = here.wording.plurals
    firsts = sorted(rule.index(form) for form in set(rule))
    return [here.wording.ngettext(one, many, PLURAL_NUMBERS[first]) for first in firsts]


def plural_rule(here: Here) -> dict[str, str]:
    """Return the rule of this page's language, to stand beside phrases with plurals."""
    return {RULE: here.wording.plurals}
