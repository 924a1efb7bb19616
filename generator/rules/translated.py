"""How far a place has come in each of its languages, file by file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import chain

from generator.model.interface import Translated, Untranslated
from generator.model.place import Place
from generator.model.problem import Mark
from generator.model.record import Marks, Record
from generator.model.settings import Settings
from generator.model.taxonomy import Taxonomy
from generator.rules.spoken import BODY, Path, texts

File = tuple[str, str, tuple[tuple[Path, Mark, bool], ...]]
"""A file, where its words in the language belong, and its texts: where each is, and whether it is
there in the language."""


def translated(place: Place, language: str) -> Translated:
    """Return how far the records, place.yaml, taxonomy.yaml and neighbourhoods have come."""
    files = [file for file in _files(place, language) if file[2]]
    found = [
        Untranslated(
            path,
            belongs,
            tuple((".".join(map(str, at)), mark) for at, mark, there in held if not there),
            nothing=not any(there for _, _, there in held),
        )
        for path, belongs, held in files
    ]
    wanted = sum(len(held) for _, _, held in files)
    missing = sum(len(one.fields) for one in found)
    behind = tuple(one for one in found if one.fields)
    return Translated(
        language, wanted, wanted - missing, len(files), len(files) - len(behind), behind
    )


def _files(place: Place, language: str) -> Iterator[File]:
    settings, taxonomy = place.settings, place.taxonomy
    yield _shared(settings.marks, settings, language)
    yield _shared(taxonomy.marks, taxonomy, language)
    folder = posixpath.dirname(settings.marks.start.path)
    outlines = posixpath.join(folder, "neighbourhoods.geojson")
    yield (
        outlines,
        outlines,
        tuple(
            ((it.id, "name"), Mark(outlines), it.name.has(language))
            for it in place.neighbourhoods.values()
        ),
    )
    records = chain(
        place.opportunities.values(),
        place.badges.values(),
        place.organisations.values(),
        place.venues.values(),
        place.pathways.values(),
        place.written_pages.values(),
    )
    for record in sorted(records, key=lambda it: it.path):
        yield _record(record, language)


def _shared(marks: Marks, value: Settings | Taxonomy, language: str) -> File:
    """Return a file that holds all languages at once."""
    path = marks.start.path
    held = ((at, marks.at(*at), text.has(language)) for at, text in texts(value))
    return path, path, tuple(held)


def _record(record: Record, language: str) -> File:
    marks = record.marks
    held = [(at, marks.at(*at), text.has(language)) for at, text in texts(record)]
    if record.body:
        there = any(tag == language for tag, _ in record.body)
        held.append((BODY, marks.at(*BODY), there))
    belongs = f"{record.path.removesuffix('.md')}.{language}.md"
    return record.path, belongs, tuple(held)
