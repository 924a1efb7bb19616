"""A city as a site of Pelican: opportunities are its articles, whatever else there is its pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.city.timetable import TODAY
from benchmarks.generators.engine import Engine
from benchmarks.generators.substance import Entry, entries, write_pictures

NAME = "Pelican"
_TEMPLATES = Path(__file__).parent / "templates"


def lay_out(city: CityFiles, folder: Path) -> None:
    """Write the site's sources into a folder that is made afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(
        _TEMPLATES / "pelican", folder, ignore=shutil.ignore_patterns("__pycache__", ".mypy_cache")
    )
    write_pictures(city, folder / "content" / "images")
    static = folder / "theme" / "static"
    static.mkdir()
    shutil.copy(_TEMPLATES / "style.css", static)
    for entry in entries(city):
        file = folder / "content" / entry.section / f"{entry.identifier}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(_source(entry, city.labels), encoding="utf-8")


def engine(folder: Path, peers: Path) -> Engine:
    """Return what builds the site in ``folder``."""
    return Engine(
        name=NAME,
        folder=folder,
        command=(peers / "bin" / "pelican", "--settings", "pelicanconf.py", "--quiet"),
        output="output",
        records="content/opportunities",
        kept=("cache",),
    )


def _source(entry: Entry, labels: Mapping[str, Mapping[str, str]]) -> str:
    """Return the record with its metadata as Python-Markdown reads them: a value a line."""
    tags = [labels[scheme][term] for scheme, held in entry.terms.items() for term in held]
    facts = [f"{label}: {' | '.join(values)}" for label, values in entry.facts.items()]
    article = entry.section == "opportunities"
    fields: dict[str, Iterable[str]] = {
        "Title": (entry.title,),
        "Slug": (entry.identifier,),
        "Section": (entry.section,),
        "Date": (TODAY.isoformat(),) if article else (),
        "Category": ("Opportunities",) if article else (),
        "Summary": (entry.summary,),
        "Tags": (", ".join(tags),),
        "Organisation": (entry.organisation,),
        "Venue": (entry.venue,),
        "Badges": entry.badges,
        "Image": (entry.image,),
        "Image_alt": (entry.image_alt,),
        "Facts": facts,
    }
    head = "".join(
        f"{name}: " + "\n    ".join(values) + "\n" for name, values in fields.items() if any(values)
    )
    return f"{head}\n{entry.body}"
