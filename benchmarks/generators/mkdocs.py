"""A city as a site of MkDocs, which has no lists of its own: they are pages written beforehand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.generators.engine import Engine
from benchmarks.generators.substance import (
    SCHEMES,
    SECTIONS,
    SITE,
    Entry,
    chunks,
    entries,
    front_matter,
    plain_source,
    write_pictures,
)

NAME = "MkDocs"
_TEMPLATES = Path(__file__).parent / "templates"


def lay_out(city: CityFiles, folder: Path) -> None:
    """Write the site's sources into a folder that is made afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(
        _TEMPLATES / "mkdocs", folder, ignore=shutil.ignore_patterns("__pycache__", ".mypy_cache")
    )
    write_pictures(city, folder / "docs" / "images")
    shutil.copy(_TEMPLATES / "style.css", folder / "docs")
    for path, text in _pages(city):
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def engine(folder: Path, peers: Path) -> Engine:
    """Return what builds the site in ``folder``."""
    return Engine(
        name=NAME,
        folder=folder,
        command=(peers / "bin" / "mkdocs", "build", "--quiet"),
        output="site",
        records="docs/opportunities",
    )


def _pages(city: CityFiles) -> Iterator[tuple[str, str]]:
    """Yield path and text of every page."""
    made = entries(city)
    for entry in made:
        yield f"{entry.section}/{entry.identifier}.md", plain_source(entry)
    counts = []
    for section in SECTIONS:
        members = [entry for entry in made if entry.section == section]
        counts.append(f"- [{section.capitalize()}]({section}/index.md): {len(members)}\n")
        yield from _list(section, section.capitalize(), members)
    for scheme in SCHEMES:
        labels = city.labels[scheme]
        for term, label in labels.items():
            members = [entry for entry in made if term in entry.terms[scheme]]
            yield from _list(f"{scheme}/{term}", label, members)
        links = "".join(f"- [{label}]({term}/index.md)\n" for term, label in labels.items())
        yield f"{scheme}/index.md", front_matter({"title": scheme.capitalize()}) + links
    yield "index.md", front_matter({"title": SITE}) + "".join(counts)


def _list(address: str, title: str, members: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    pages = list(chunks(members))
    for number, shown in pages:
        up = "../" * (address.count("/") + (1 if number == 1 else 2))
        lines = [
            f"- [{entry.title}]({up}{entry.section}/{entry.identifier}.md) {entry.summary}\n"
            for entry in shown
        ]
        turns = [
            f"[{word}]({_turn(number, other)})"
            for word, other in (("Before", number - 1), ("After", number + 1))
            if 1 <= other <= len(pages)
        ]
        text = "".join(lines) + f"\n{number} of {len(pages)} {' '.join(turns)}\n"
        path = f"{address}/index.md" if number == 1 else f"{address}/page/{number}.md"
        yield path, front_matter({"title": title}) + text


def _turn(number: int, other: int) -> str:
    """Return how one page of a list links to another, the first lying a folder higher."""
    if other == 1:
        return "../index.md"
    return f"page/{other}.md" if number == 1 else f"{other}.md"
