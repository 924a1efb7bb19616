"""A theme's files under names that tell their content, so that browsers may keep them for a year.

A file gets such a name where something of the theme names it by its path, in full: there its new
name can be written. What is found in any other way (a folder, a name that a script puts together,
a link on another site) stays at its own path, and is asked for again each time.

All lie in one folder, since hosts tell files that are kept from others by folders alone. It is as
deep as ``assets/css`` and ``assets/js``: what leads from there up to the site's root still does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from posixpath import splitext

from generator.model.artifact import Artifact
from generator.model.assets import Assets, Mention, ThemeFile
from generator.model.problem import Mark, Problem, error
from generator.rules.asset_references import SCRIPTS, STYLES, Reference, references, rewritten
from generator.rules.script_modules import joined
from generator.rules.suggestions import did_you_mean

KEPT_FOLDER = "assets/kept/"
DIGITS = 10

_MODULES = PurePosixPath("assets/js")
_RENAMED = frozenset({
    *STYLES, *SCRIPTS, ".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp",
    ".otf", ".ttf", ".woff", ".woff2",
})  # fmt: skip
"""What pages are drawn with. Of other types are documents that people link to, and manifests, which
name files in ways that are not read here."""

_COMPOSED = frozenset({"assets/vendor/leaflet/images/marker-icon.png"})
"""Leaflet takes this name off its address to learn in which folder its pictures are."""

_MADE = ("assets/icon.svg", "assets/touch-icon.png")
_MADE_BELOW = (
    "assets/basemap/", "assets/map/", "assets/postcodes/", "assets/search/", "assets/stemmers/",
)  # fmt: skip
"""What no theme has: outputs put it there, under the names that they give to views."""


def published(files: Mapping[str, ThemeFile], mentions: Sequence[Mention]) -> Assets:
    """Return a theme's files as they are published: modules joined, names told by content."""
    sources = {
        path: _decoded(file.content)
        for path, file in files.items()
        if path.endswith((*STYLES, *SCRIPTS))
    }
    texts = _joined(sources)
    found = {path: tuple(references(path, text)) for path, text in texts.items()}
    named = {path: [it.path for it in those if it.whole] for path, those in found.items()}
    asked = {it.asset for it in mentions}.union(*named.values())
    bearing = {
        path
        for path in asked & files.keys()
        if splitext(path)[1].lower() in _RENAMED and path not in _COMPOSED
    }
    shelf = _Shelf(files, texts, found, bearing - _rings(named))
    names = {path: shelf.name(path) for path in sorted(shelf.renamed)}
    return Assets(
        tuple(Artifact(shelf.name(path), shelf.content(path)) for path in sorted(files)),
        names,
        tuple(_missing(files, mentions, _references(sources, texts, found))),
    )


@dataclass(slots=True)
class _Shelf:
    """Files that are given their names, those first that others name."""

    files: Mapping[str, ThemeFile]
    texts: Mapping[str, str]
    found: Mapping[str, Sequence[Reference]]
    renamed: set[str]
    _names: dict[str, str] = field(default_factory=dict)
    _contents: dict[str, bytes] = field(default_factory=dict)

    def name(self, path: str) -> str:
        """Return where a file is published; where there is none, the path as it is."""
        if path not in self.renamed:
            return path
        if path not in self._names:
            stem, end = splitext(PurePosixPath(path).name)
            digits = hashlib.sha256(self.content(path)).hexdigest()[:DIGITS]
            self._names[path] = f"{KEPT_FOLDER}{stem}.{digits}{end}"
        return self._names[path]

    def content(self, path: str) -> bytes:
        """Return a file's bytes as they are published."""
        if path not in self._contents:
            self._contents[path] = self._made(path)
        return self._contents[path]

    def _made(self, path: str) -> bytes:
        if path not in self.texts:
            return self.files[path].content
        place = KEPT_FOLDER if path in self.renamed else path
        text, found = self.texts[path], self.found[path]
        return _encoded(rewritten(path, text, found, place, self.name))


def _joined(sources: Mapping[str, str]) -> dict[str, str]:
    """Return texts as they are published, browser modules joined with what they import."""
    modules = {
        PurePosixPath(path).stem: path
        for path in sources
        if PurePosixPath(path).parent == _MODULES and path.endswith(".js")
    }
    whole = joined({name: sources[path] for name, path in modules.items()})
    return {**sources, **{modules[name]: text for name, text in whole.items()}}


def _rings(named: Mapping[str, Sequence[str]]) -> set[str]:
    """Return files that name themselves, by way of others: none can hold its own digest."""
    return {path for path in named if path in _reached(path, named)}


def _reached(path: str, named: Mapping[str, Sequence[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [path]
    while waiting:
        new = set(named.get(waiting.pop(), ())) - reached
        reached |= new
        waiting += new
    return reached


def _references(
    sources: Mapping[str, str],
    texts: Mapping[str, str],
    found: Mapping[str, Sequence[Reference]],
) -> Iterator[tuple[str, str, Reference]]:
    """Yield each file's path, its text as its author wrote it, and what is named there."""
    for path, text in sources.items():
        for it in found[path] if text == texts[path] else references(path, text):
            yield path, text, it


def _missing(
    files: Mapping[str, ThemeFile],
    mentions: Iterable[Mention],
    references: Iterable[tuple[str, str, Reference]],
) -> Iterator[Problem]:
    for mention in mentions:
        if not _known(mention.asset, files):
            yield _unknown(mention, files)
    for path, text, it in references:
        is_file = it.whole and it.path.startswith("assets/") and not it.path.endswith("/")
        if is_file and not _known(it.path, files):
            yield _unknown(_mention(it, text, files[path]), files)


def _known(asset: str, files: Mapping[str, ThemeFile]) -> bool:
    return asset in files or asset in _MADE or asset.startswith(_MADE_BELOW)


def _unknown(mention: Mention, files: Mapping[str, ThemeFile]) -> Problem:
    """Say that there is no such file, and which may be meant."""
    if mention.whole:
        name = PurePosixPath(mention.asset).name
        near = [it for it in files if did_you_mean(name, [PurePosixPath(it).name])]
        told = f'no asset "{mention.asset}"{did_you_mean(mention.asset, near)}'
    else:
        told = (
            f'the name of an asset goes on after "{mention.asset}"; write it out, since its '
            "digest is put into it before a page is drawn"
        )
    return replace(error("unknown-asset", mention.mark, told), excerpt=mention.excerpt)


def _mention(it: Reference, text: str, file: ThemeFile) -> Mention:
    begins = text.rfind("\n", 0, it.begin) + 1
    mark = Mark(file.shown, text.count("\n", 0, it.begin) + 1, it.begin - begins + 1)
    return Mention(it.path, mark, text[begins:].partition("\n")[0])


def _decoded(content: bytes) -> str:
    """Return bytes as text that gives them back, whatever they are."""
    return content.decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
