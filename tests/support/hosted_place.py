"""A small place with all that a host has to do something about, built for one address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.adapters.replaced_file import FileOnDisk
from generator.model.hosting import HostPolicy
from generator.model.place import Place
from generator.rules.hosting import host_policy
from generator.workflows.hosting import hosting
from tests.support.in_memory import build_in_memory
from tests.support.sites import TINY, tree
from tests.support.street_maps import a_street_map

ROOT_URL = "https://learning.example.org/"
BELOW_URL = "https://www.example.org/learning/"
MANIFEST = b'{"name": "Saltmarsh"}\n' * 60
"""A file that a team adds to its site by hand."""


@dataclass(frozen=True, slots=True)
class HostedPlace:
    """A built place: its files, and how its host should serve them."""

    place: Place
    files: Mapping[str, bytes]

    @property
    def policy(self) -> HostPolicy:
        return host_policy(self.place)

    def write(self, folder: Path) -> Path:
        """Write the site, with one more file that a person put there; return the folder."""
        for path, content in {**self.files, "app.webmanifest": MANIFEST}.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return folder

    def beside(self, host: str, folder: Path) -> Path:
        """Write what ``doorstep hosting`` writes for a host; return the folder."""

        def file(path: str) -> FileOnDisk:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            return FileOnDisk(folder / path, path)

        hosting(self.place, host, file)
        return folder


@cache
def hosted(host: str, url: str) -> HostedPlace:
    """Build Saltmarsh in two languages, with a record that moved and one that was withdrawn."""
    files = tree(TINY)
    changed: dict[str, Callable[[str], str]] = {
        "place.yaml": lambda it: (
            _line(_line(it, "url", url), "languages", "[en, cy]") + f"host: {host}\n"
        ),
        "opportunities/reading-at-home.md": lambda it: it.replace(
            "\n---", "\nstatus: withdrawn\n---", 1
        ),
    }
    for path, change in changed.items():
        files[path] = change(files[path].decode()).encode()
    files["basemap.pmtiles"] = a_street_map(rest=4000)
    built = build_in_memory(files)
    assert built.files, built.problems
    assert built.place.gone
    assert built.place.redirects
    return HostedPlace(built.place, built.files)


def _line(text: str, field: str, value: str) -> str:
    lines = [f"{field}: {value}" if it.startswith(f"{field}:") else it for it in text.splitlines()]
    return "\n".join(lines) + "\n"
