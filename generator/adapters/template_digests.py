"""What a page reads of its themes' templates: its own, and all that it extends, includes, imports.

With that told, a change to one template draws anew the pages that it has a part in, and a change to
a style or a script those that name it. Templates are searched for the tags that name others and not
parsed: parsing all takes as long as a small site does. Where a tag's name is not written out, any
template may be meant, so that all are taken to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters.template_assets import assets_named
from generator.model.digest import digest

BASE = "base/"
"""Before a template's name: the base theme's own, whatever the project's has under that name."""

_TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL)
_NAME = re.compile(r"'([^'\\]*)'|\"([^\"\\]*)\"")
_PLAIN = re.compile(
    r"[\s\[\](),]*(?:as\s+\w+|import\s+\w[\w\s,]*)?(?:ignore\s+missing)?\s*(?:with(?:out)?\s+context)?\s*"
)
"""What may stand in such a tag around names that are written out."""


@dataclass(slots=True)
class TemplateDigests:
    """Digests of templates in ``folders``, the project's before the base's, each made once.

    ``names`` are those under which assets are published.
    """

    folders: tuple[Path, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _read: dict[str, bytes | None] = field(default_factory=dict)

    def of(self, template: str) -> str:
        """Return what stands for a template and all that drawing it may read."""
        if template not in self._known:
            parts = [(name, self._content(name)) for name in self._reached(template)]
            told = (it for name, held in parts for it in (name, "none" if held is None else held))
            assets = {it for _, held in parts if held for it in assets_named(_text(held))}
            named = (it for asset in sorted(assets) for it in (asset, self.names.get(asset, "")))
            self._known[template] = digest(*told, "assets", *named)
        return self._known[template]

    def _reached(self, template: str) -> list[str]:
        reached, waiting = {template}, [template]
        while waiting:
            content = self._content(waiting.pop())
            for name in _named(_text(content)) if content else ():
                found = self._every() if name is None else {name}
                waiting += sorted(found - reached)
                reached |= found
        return sorted(reached)

    def _content(self, name: str) -> bytes | None:
        """Return a template's bytes; None where there is none, which one may come to be."""
        if name not in self._read:
            found = next((path for path in self._places(name) if path.is_file()), None)
            self._read[name] = found.read_bytes() if found else None
        return self._read[name]

    def _places(self, name: str) -> Iterator[Path]:
        if name.startswith(BASE):
            yield self.folders[-1] / name.removeprefix(BASE)
        yield from (folder / name for folder in self.folders)

    def _every(self) -> set[str]:
        names = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob("*")
            if path.is_file()
        }
        return names | {BASE + name for name in names}


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _named(text: str) -> Iterator[str | None]:
    """Yield the names of templates in a text's tags; None for one that is not written out."""
    for tag in _TAG.finditer(text):
        names = [single or double for single, double in _NAME.findall(tag[1])]
        yield from names
        if not names or not _PLAIN.fullmatch(_NAME.sub("", tag[1])):
            yield None
