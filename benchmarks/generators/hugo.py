"""A city as a site of Hugo: organisations, venues and badges are terms, so that links lead back."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.generators.engine import Engine
from benchmarks.generators.substance import (
    SCHEMES,
    Entry,
    entries,
    front_matter,
    write_pictures,
)

NAME = "Hugo"
_TEMPLATES = Path(__file__).parent / "templates"
_TERMS = frozenset(("badges", "organisations", "venues"))


def lay_out(city: CityFiles, folder: Path) -> None:
    """Write the site's sources into a folder that is made afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_TEMPLATES / "hugo", folder)
    write_pictures(city, folder / "static" / "images")
    shutil.copy(_TEMPLATES / "style.css", folder / "static")
    for entry in entries(city):
        within = f"{entry.section}/{entry.identifier}"
        name = f"{within}/_index.md" if entry.section in _TERMS else f"{within}.md"
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_source(entry), encoding="utf-8")
    for scheme in SCHEMES:
        for term, label in city.labels[scheme].items():
            file = folder / "content" / scheme / term / "_index.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(front_matter({"title": label}), encoding="utf-8")


def engine(folder: Path, peers: Path) -> Engine:
    """Return what builds the site in ``folder``.

    The program itself and not the package's start in Python, which costs Hugo a tenth of a second
    at each build.
    """
    (program,) = peers.glob("lib/python*/site-packages/hugo/binaries/hugo")
    cache = ("--cacheDir", folder / "cache")
    return Engine(
        name=NAME,
        folder=folder,
        command=(program, *cache, "--quiet"),
        output="public",
        records="content/opportunities",
        kept=("cache", "resources"),
        server=(program, "server", *cache, "--bind", "127.0.0.1"),
    )


def _source(entry: Entry) -> str:
    linked = {} if entry.section in _TERMS else {"organisations": _one(entry.organisation)}
    fields: dict[str, object] = {
        "title": entry.title,
        "description": entry.summary,
        "issuer": entry.organisation if entry.section == "badges" else "",
        **linked,
        "venues": _one(entry.venue),
        "badges": entry.badges,
        **entry.terms,
        "image": entry.image,
        "image_alt": entry.image_alt,
        "facts": entry.facts,
    }
    return front_matter(fields) + entry.body


def _one(identifier: str) -> list[str]:
    return [identifier] if identifier else []
