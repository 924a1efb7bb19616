"""The assets that templates name, found in their source and put in its place by another name.

A template names an asset by its own path, behind whatever leads to the site's root:
``{{ frame.root }}assets/css/ours.css``. That is read before the template is compiled, so that
drawing a page costs nothing more; the page bears the name under which the asset is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from generator.model.assets import Mention
from generator.model.problem import Mark

_NAMED = re.compile(
    r"""\{\#.*?\#\}|(?<=["'}])(?P<up>(?:\.\.?/)*)(?P<asset>assets/[^\s"'`<>{}()|?#,;&~]*)""",
    re.DOTALL,
)


def with_names(source: str, names: Mapping[str, str]) -> str:
    """Return a template's source with these names of assets in it; its lines stay as they are."""

    def named(found: re.Match[str]) -> str:
        name = names.get(unquote(found["asset"])) if found["asset"] else None
        return f"{found['up']}{quote(name)}" if name else found[0]

    return _NAMED.sub(named, source)


def assets_named(source: str) -> Iterator[str]:
    """Yield the assets that a template's source names."""
    return (it.asset for it in mentions(source, ""))


def mentions(source: str, shown: str) -> Iterator[Mention]:
    """Yield where a template's source names assets; messages call it ``shown``."""
    for found in _NAMED.finditer(source):
        if asset := found["asset"]:
            begin = found.start("asset")
            line_begins = source.rfind("\n", 0, begin) + 1
            line = source[line_begins:].partition("\n")[0]
            mark = Mark(shown, source.count("\n", 0, begin) + 1, begin - line_begins + 1)
            goes_on = asset.endswith("/") or source.startswith("{{", found.end())
            yield Mention(unquote(asset), mark, line, whole=not goes_on)
