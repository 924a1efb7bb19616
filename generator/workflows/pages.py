"""Files of a site that is not published yet, made one by one as a browser asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Output
from generator.model.page import Page
from generator.model.place import Place
from generator.model.wording import Wording
from generator.ports import Renderer

Asked = tuple[int, str]
"""An output, by its place among all, and the language it is asked in."""


@dataclass(slots=True)
class Owners:
    """Who made each file the last time it was made: asked first when it is wanted again.

    A guess, never more: who does not have the file any longer is found out by asking.
    """

    by_path: dict[str, Asked] = field(default_factory=dict)
    by_folder: dict[str, set[Asked]] = field(default_factory=dict)

    def note(self, asked: Asked, paths: Mapping[str, object]) -> None:
        """Note what an output has made."""
        for path in paths:
            if self.by_path.get(path) != asked:
                self.by_path[path] = asked
                self.by_folder.setdefault(_folder(path), set()).add(asked)


@dataclass(slots=True)
class Pages:
    """The files of one place that ``outputs`` make; each output is asked when it is needed.

    Those that take long are not among them: who wants a file of theirs waits until it is published.
    """

    place: Place
    outputs: Sequence[Output]
    wording: Callable[[str], Wording]
    renderer: Renderer
    owners: Owners = field(default_factory=Owners)
    _produced: dict[Asked, dict[str, Page | Artifact]] = field(default_factory=dict)
    _made: dict[str, bytes] = field(default_factory=dict)

    def ask_all(self) -> None:
        """Learn who makes what, so that later only who makes a file is asked for it."""
        for asked in self._all():
            self._of(asked)

    def file(self, path: str, *, published: bool) -> bytes | None:
        """Return a file's bytes, or None where no output here makes it.

        ``published`` says whether there has been such a file: one that nobody here has made is
        then another's.
        """
        known = self._made.get(path)
        if known is not None:
            return known
        for asked in self._candidates(path, published=published):
            found = self._of(asked).get(path)
            if found is not None:
                made = self._made[path] = self._drawn(found)
                return made
        return None

    def _candidates(self, path: str, *, published: bool) -> Sequence[Asked]:
        owner = self.owners.by_path.get(path)
        if owner is None and published:
            return ()
        near = sorted(self.owners.by_folder.get(_folder(path), set()) - {owner})
        first = [owner] if owner is not None else []
        return [*first, *near] if near or owner is not None else self._all()

    def _all(self) -> list[Asked]:
        numbers = range(len(self.outputs))
        return [(number, tag) for number in numbers for tag in self.place.settings.languages]

    def _of(self, asked: Asked) -> dict[str, Page | Artifact]:
        if asked in self._produced:
            return self._produced[asked]
        number, language = asked
        held: dict[str, Page | Artifact] = {}
        if language in self.place.settings.languages:  # there may be one less than before
            edition = Edition(self.place, language, self.wording(language))
            produced = self.outputs[number](edition)
            held.update((page.path, page) for page in produced.pages)
            held.update((artifact.path, artifact) for artifact in produced.artifacts)
        self._produced[asked] = held
        self.owners.note(asked, held)
        return held

    def _drawn(self, found: Page | Artifact) -> bytes:
        if isinstance(found, Artifact):
            return found.content
        return self.renderer.render(found.template, found.view, found.language).encode()


def _folder(path: str) -> str:
    return path.partition("/")[0] if "/" in path else ""
