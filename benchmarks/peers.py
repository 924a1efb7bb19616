"""Pagefind and MiniSearch over the records of a city, each in a page with the hooks of ours.

Pagefind comes twice: over the pages that Doorstep built, as somebody would put it on this very
site, and over pages with nothing but a record's own words, which is the least it can be given.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from benchmarks.city.listings import FACETS, Listing

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
_SOURCES = HERE / "peers"


def lay_out_pagefind(folder: Path, records: Sequence[Listing], site: Path | None = None) -> None:
    """Have Pagefind index records, and put the page that searches beside its index.

    It is given their pages of a built ``site``, or pages of their words alone.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = folder.with_name(f"{folder.name}-pages")
    for record in records:
        page = pages / record.path / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(_marked(record, site) if site else _page(record), encoding="utf-8")
    _lay_out(folder, "pagefind", records, preload="pagefind/pagefind.js")
    program = MODULES / "pagefind" / "lib" / "runner" / "bin.cjs"
    command: list[str | Path] = [
        "node",
        program,
        "--site",
        pages,
        "--output-path",
        folder / "pagefind",
    ]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode != 0:
        sys.exit(f"Pagefind ended with {ended.returncode}\n{ended.stdout}{ended.stderr}")
    shutil.rmtree(pages)


def lay_out_minisearch(folder: Path, records: Sequence[Listing]) -> None:
    """Write one file of documents, MiniSearch itself, and the page that searches."""
    shutil.rmtree(folder, ignore_errors=True)
    _lay_out(folder, "minisearch", records, preload="minisearch.js")
    documents = [
        {
            "id": number,
            "path": record.path,
            "title": record.title,
            "summary": record.summary,
            "facets": record.facets,
        }
        for number, record in enumerate(records)
    ]
    text = json.dumps(documents, ensure_ascii=False, separators=(",", ":"))
    (folder / "documents.json").write_text(text, encoding="utf-8")
    shutil.copy(MODULES / "minisearch" / "dist" / "es" / "index.js", folder / "minisearch.js")


def _lay_out(folder: Path, name: str, records: Iterable[Listing], preload: str) -> None:
    folder.mkdir(parents=True)
    shutil.copy(_SOURCES / name / "page.js", folder)
    shutil.copy(_SOURCES / "list.js", folder)
    values: dict[str, set[str]] = {facet: set() for facet in FACETS}
    for record in records:
        for facet, held in record.facets.items():
            values[facet].update(held)
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<link rel="icon" href="data:,">
<link rel="modulepreload" href="{preload}">
<link rel="modulepreload" href="list.js">
<script type="module" src="page.js"></script>
</head>
<body>
<form data-finder-form role="search">
<input type="search" name="q" aria-label="Words">
{_choices(values)}
</form>
<p role="status" data-finder-status></p>
<ul data-finder-list></ul>
</body>
</html>
"""
    (folder / "index.html").write_text(page, encoding="utf-8")


def _choices(values: Mapping[str, set[str]]) -> str:
    return "\n".join(
        f'<fieldset data-facet="{facet}">'
        + "".join(
            f'<label data-choice><input type="checkbox" name="{facet}" value="{one}"> {one} '
            "<span data-count></span></label>"
            for one in sorted(held)
        )
        + "</fieldset>"
        for facet, held in values.items()
    )


def _marked(record: Listing, site: Path) -> str:
    """Return a built page with what Pagefind asks for: its body, filters and a summary."""
    text = (site / record.path / "index.html").read_text("utf-8")
    summary = f'<span data-pagefind-meta="summary">{escape(record.summary)}</span>'
    added = f"<div hidden data-pagefind-ignore>{_filters(record)}{summary}</div>"
    marked, count = re.subn(
        r"<main ([^>]*)>",
        lambda found: f"<main data-pagefind-body {found[1]}>{added}",
        text,
        count=1,
    )
    if count != 1:
        sys.exit(f"{record.path} has no <main>: what is Pagefind to index?")
    return marked


def _filters(record: Listing) -> str:
    return "".join(
        f'<span data-pagefind-filter="{facet}">{one}</span>'
        for facet, held in record.facets.items()
        for one in held
    )


def _page(record: Listing) -> str:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in record.body.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(record.title)}</title></head><body>'
        f"<main data-pagefind-body><h1>{escape(record.title)}</h1>"
        f'<p data-pagefind-meta="summary">{escape(record.summary)}</p>{paragraphs}'
        f"<p>{escape('. '.join(record.words))}</p></main>"
        f"<div hidden>{_filters(record)}</div></body></html>"
    )
