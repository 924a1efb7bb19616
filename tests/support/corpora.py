"""Public collections of hostile strings, from the packages that publish them: none is kept here.

Their counts are held by tests/unit/support/test_corpora.py, so that a package that comes without
its strings does not pass for one that found nothing.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from functools import cache
from itertools import chain

from tests.support.sites import ROOT

NODE = ROOT / "node_modules"

# Of which the product tells that something was worked out: no page says it otherwise.
FACTORS = (7193, 7207)
PRODUCT = str(FACTORS[0] * FACTORS[1])
_SUM = f"{FACTORS[0]}*{FACTORS[1]}"
TEMPLATES = (
    f"{{{{{_SUM}}}}}", f"{{{{ {_SUM} }}}}", f"{{% print({_SUM}) %}}",
    f"{{%- set x={_SUM} %}}{{{{x}}}}",
    f"${{{_SUM}}}", f"#{{{_SUM}}}", f"<%= {_SUM} %>", f"*{{{_SUM}}}", f"@({_SUM})", f"[[{_SUM}]]",
    f"{{{{constructor.constructor('return {_SUM}')()}}}}", f"{{php}}echo {_SUM};{{/php}}",
    f"{{= {_SUM} =}}", f"${{{{{_SUM}}}}}", f"{{{{ '{FACTORS[0]}'|int * {FACTORS[1]} }}}}",
    f"<p th:text=\"${{{_SUM}}}\"></p>", f"={_SUM}", f"`${{{_SUM}}}`", f"%{{{_SUM}}}", f"{{{_SUM}}}",
)  # fmt: skip
"""Each asks a template language, a spreadsheet or a script to work out the product."""


@cache
def corpora() -> Mapping[str, tuple[str, ...]]:
    """Return every collection by its name, each string once, in the collection's order."""
    return {
        "Big List of Naughty Strings": _naughty_strings(),
        "xss-filters, from OWASP's list": _filter_seeds(),
        "BRS Knowledge Base": _knowledge_base(),
        "template languages": TEMPLATES,
    }


def hostile_strings() -> tuple[str, ...]:
    """Return the strings of all collections, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(corpora().values())))


def _naughty_strings() -> tuple[str, ...]:
    text = (NODE / "blns" / "resources" / "blns.json").read_text("utf-8")
    return tuple(dict.fromkeys(one for one in json.loads(text) if one.strip()))


def _filter_seeds() -> tuple[str, ...]:
    path = NODE / "xss-filters" / "tests" / "fuzz" / "bin" / "seed.xss"
    lines = path.read_text("utf-8", "replace").splitlines()
    return tuple(dict.fromkeys(line for line in lines if line.strip()))


def _knowledge_base() -> tuple[str, ...]:
    """Return what it has gathered of OWASP, PortSwigger, SecLists, html5sec, mXSS and others."""
    logging.getLogger("brs_kb").setLevel(logging.ERROR)
    from brs_kb import get_all_payloads  # noqa: PLC0415 - it takes a second, and few ask

    found = (entry["payload"] for entry in get_all_payloads().values())
    return tuple(dict.fromkeys(one for one in found if one.strip()))
