"""A city as a site of Eleventy: Markdown without a template language in it, Nunjucks around it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.city.folder import CityFiles
from benchmarks.generators.engine import Engine
from benchmarks.generators.substance import (
    SCHEMES,
    SECTIONS,
    SITE,
    entries,
    plain_source,
    write_pictures,
)

NAME = "Eleventy"
_TEMPLATES = Path(__file__).parent / "templates"
_PROGRAM = Path(__file__).resolve().parents[1] / "node_modules/@11ty/eleventy/cmd.cjs"


def lay_out(city: CityFiles, folder: Path) -> None:
    """Write the site's sources into a folder that is made afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_TEMPLATES / "eleventy", folder)
    write_pictures(city, folder / "content" / "images")
    shutil.copy(_TEMPLATES / "style.css", folder / "content")
    labels = {scheme: city.labels[scheme] for scheme in SCHEMES}
    data = folder / "_data"
    data.mkdir()
    (data / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    (data / "site.json").write_text(json.dumps(SITE), encoding="utf-8")
    for section in SECTIONS:
        within = folder / "content" / section
        within.mkdir()
        shared = {"layout": "record.njk", "section": section}
        (within / f"{section}.json").write_text(json.dumps(shared), encoding="utf-8")
    for entry in entries(city):
        file = folder / "content" / entry.section / f"{entry.identifier}.md"
        file.write_text(plain_source(entry), encoding="utf-8")


def engine(folder: Path) -> Engine:
    """Return what builds the site in ``folder``."""
    return Engine(
        name=NAME,
        folder=folder,
        command=("node", _PROGRAM, "--quiet"),
        output="_site",
        records="content/opportunities",
        kept=(".cache",),
    )
