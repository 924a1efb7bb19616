"""The first four stages over files in memory: what a place's content is understood as."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.adapters.images_pillow import PillowImages
from generator.adapters.markdown_nh3 import MarkdownNh3
from generator.adapters.workers import SerialWorkers
from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.catalogue import Catalogue
from generator.model.folder_entry import Entry
from generator.model.location import Bounds, Location
from generator.model.place import Place
from generator.model.problem import Problem
from generator.model.registry import KINDS
from generator.stages.discover import discover
from generator.stages.link import link
from generator.stages.locate import locate
from generator.stages.parse import Tools, parse

TODAY = date(2026, 11, 23)
MARKDOWN = MarkdownNh3({kind.folder: kind.address for kind in KINDS})
YAML = PyYaml()


@dataclass(frozen=True, slots=True)
class MemoryFolder:
    """Port Folder over a dict. ``links`` are the paths of symbolic links."""

    files: Mapping[str, bytes]
    links: tuple[str, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        found = {path: Entry(path, "file", len(content)) for path, content in self.files.items()}
        found |= {path: Entry(path, "link") for path in self.links}
        for path in [*self.files, *self.links]:
            while path := posixpath.dirname(path):
                found[path] = Entry(path, "folder")
        return tuple(found[path] for path in sorted(found))

    def read(self, path: str, limit: int | None = None) -> bytes:
        return self.files[path][:limit]


@dataclass(frozen=True, slots=True)
class FewPostcodes:
    """Port Gazetteer with the postcodes that it is given."""

    places: Mapping[str, Location] = field(
        default_factory=lambda: {
            "YO21 1AD": Location(54.487, -0.614),
            "YO21 1AE": Location(54.488, -0.615),
        }
    )

    def knows(self, postcode: str) -> bool:
        return postcode in self.places

    def locate(self, postcode: str) -> Location | None:
        return self.places.get(postcode)

    def within(self, bounds: Bounds) -> Iterable[tuple[str, Location]]:
        return [(name, place) for name, place in self.places.items() if bounds.contains(place)]

    def nearest_names(self, postcode: str) -> tuple[str, ...]:
        return tuple(name for name in sorted(self.places) if name[:-1] == postcode[:-1])


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the stages made of some files."""

    catalogue: Catalogue
    place: Place
    problems: tuple[Problem, ...]

    def told(self) -> list[str]:
        """Return each problem as ``path:line:column severity code``, in order."""
        return sorted(
            f"{problem.mark.path}:{problem.mark.line}:{problem.mark.column} "
            f"{problem.severity} {problem.code}"
            for problem in self.problems
        )

    def codes(self) -> set[str]:
        return {problem.code for problem in self.problems}


def understood(
    files: Mapping[str, str | bytes],
    *,
    today: date = TODAY,
    drafts: bool = False,
    links: tuple[str, ...] = (),
) -> Understanding:
    """Understand a content folder that holds these files; paths in messages are as given."""
    content = {
        path: text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        for path, text in files.items()
    }
    folder = MemoryFolder(content, links)
    found, problems = discover(folder, "")
    tools = Tools(folder, YAML, MARKDOWN, PillowImages(), SerialWorkers())
    catalogue, more = parse(found, tools)
    place, still_more = link(catalogue, today, drafts=drafts)
    place, last = locate(place, catalogue.geocodes, FewPostcodes())
    return Understanding(catalogue, place, (*problems, *more, *still_more, *last))
