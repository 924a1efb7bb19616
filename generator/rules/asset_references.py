"""Where a style sheet or a script names other files of its site.

Only what is written out is found: ``url(…)`` and ``@import`` in a style sheet; ``import``, ``from``
and ``new URL("…", import.meta.url)`` in a script. Comments name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from posixpath import dirname, normpath
from urllib.parse import quote, unquote

from generator.rules.addresses import relative

STYLES = (".css",)
SCRIPTS = (".js", ".mjs")

_IN_STYLE = re.compile(
    r"""/\*.*?\*/|url\(\s*(?P<q>["']?)(?P<url>[^"')\s]+)(?P=q)\s*\)"""
    r"""|@import\s+(?P<i>["'])(?P<sheet>[^"']+)(?P=i)""",
    re.DOTALL,
)
_IN_SCRIPT = re.compile(
    r"""\b(?:from|import)\s*\(?\s*(?P<q>["'`])(?P<module>\.\.?/[^"'`$\n]*)(?P<more>(?:\$\{[^`\n]*)?)(?P=q)"""
    r"""|\bnew\s+URL\(\s*(?P<u>["'`])(?P<url>[^"'`$\n]*)(?P<tail>(?:\$\{[^`\n]*)?)(?P=u)\s*,\s*import\.meta\.url"""
)
_COMMENT = ("//", "/*", "*")
_PLAIN = "/%-_.~!'()*+,;=:@&$"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]|$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a text names a file: from where to where, and which, as a path from the site's root.

    ``whole`` is False where the name goes on in a way that is known only in the browser.
    """

    begin: int
    end: int
    path: str
    whole: bool = True


def references(path: str, text: str) -> Iterator[Reference]:
    """Yield what a file names of its own site, in the order in which it stands there."""
    if path.endswith(STYLES):
        yield from filter(None, _in_style(path, text))
    elif path.endswith(SCRIPTS):
        yield from filter(None, _in_script(path, text))


def rewritten(
    path: str, text: str, found: Iterable[Reference], place: str, named: Callable[[str], str]
) -> str:
    """Return a file's text for where it is published, what it names by where that is published.

    ``found`` are its references; ``named`` gives a path of the site for the one that is written.
    """
    stays = dirname(path) == dirname(place)
    parts, done = [], 0
    for it in found:
        target = named(it.path) if it.whole else it.path
        if stays and target == it.path:
            continue
        link = quote(relative(place, target), safe=_PLAIN)
        if path.endswith(SCRIPTS) and not link.startswith("."):
            link = f"./{link}"  # without it an import would ask for a package
        parts += [text[done : it.begin], link]
        done = it.end
    return "".join([*parts, text[done:]])


def _in_style(path: str, text: str) -> Iterator[Reference | None]:
    for found in _IN_STYLE.finditer(text):
        group = "url" if found["url"] else "sheet"
        if found[group] and not _ELSEWHERE.match(found[group]):
            yield _reference(path, found, group)


def _in_script(path: str, text: str) -> Iterator[Reference | None]:
    for found in _IN_SCRIPT.finditer(text):
        begins = text.rfind("\n", 0, found.start()) + 1
        if text[begins : found.start()].lstrip().startswith(_COMMENT):
            continue
        group, more = ("module", "more") if found["module"] else ("url", "tail")
        if found[group] and not _ELSEWHERE.match(found[group]):
            yield _reference(path, found, group, whole=not found[more])


def _reference(
    path: str, found: re.Match[str], group: str, *, whole: bool = True
) -> Reference | None:
    """Return what is named, without its query and fragment; None for what lies beyond the site."""
    written = re.split(r"[?#]", found[group], maxsplit=1)[0]
    steps = normpath(f"{dirname(path)}/{unquote(written)}")
    if steps.startswith(".."):
        return None
    target = "" if steps == "." else f"{steps}/" if written.endswith("/") else steps
    begin = found.start(group)
    return Reference(begin, begin + len(written), target, whole)
