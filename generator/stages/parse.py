"""Stage 2: Sources to Records. Each file is understood on its own, whatever the others hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.model.badge import Badge
from generator.model.catalogue import Catalogue
from generator.model.location import Bounds, Geocode
from generator.model.node import Mapping, Node, Scalar
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.picture import Picture
from generator.model.problem import Mark, Problem, error
from generator.model.prose import Prose
from generator.model.record import Record, Translation
from generator.model.registry import KINDS
from generator.model.settings import Settings
from generator.model.shapes import ImagePath
from generator.model.source import Content, ContentFile, Source
from generator.model.taxonomy import Taxonomy
from generator.model.venue import Venue
from generator.ports import Folder, Images, Markdown, UnreadableImage, Workers, Yaml
from generator.rules.checks.badges import check_badge
from generator.rules.checks.opportunities import check_opportunity
from generator.rules.checks.pathways import check_pathway
from generator.rules.checks.pictures import check_pictures
from generator.rules.checks.venues import check_venue
from generator.rules.findings import Findings
from generator.rules.front_matter import split
from generator.rules.geocodes import read_geocodes
from generator.rules.neighbourhoods import read_neighbourhoods
from generator.rules.place_files import NO_SETTINGS, read_settings, read_taxonomy
from generator.rules.reading import read_fields
from generator.rules.references import references
from generator.rules.scalars import Unreadable, day, words
from generator.rules.suggestions import did_you_mean
from generator.rules.timetable import schedule_of

# What tells a draft where its fields cannot be read: a half-finished record blocks nobody.
_SAYS_DRAFT = re.compile(r"^draft:[ \t]*true[ \t]*(#.*)?$", re.MULTILINE)

UNREADABLE = frozenset({"yaml-syntax", "yaml-depth", "yaml-documents"})
"""Codes of what leaves nothing of a file to be read."""

WIDEST_PICTURE = 1200
"""Pixels: the text column at twice the density. Nothing shows a picture wider."""
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a record needs to know: the tools, and what place.yaml says."""

    yaml: Yaml
    markdown: Markdown
    languages: tuple[str, ...]
    zone: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record, or None where its file could not be read at all, and what is wrong with it."""

    record: Record | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Tools:
    """The ports that parsing needs."""

    folder: Folder
    yaml: Yaml
    markdown: Markdown
    images: Images
    workers: Workers


def parse(content: Content, tools: Tools) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return everything that the content folder says, and all that cannot be understood."""
    settings, found = _settings(content, tools.yaml)
    problems = list(found)
    taxonomy, found = _taxonomy(content, tools.yaml, settings.language)
    problems += found
    vocabulary_unread = any(problem.code in UNREADABLE for problem in found)
    reading = Reading(
        tools.yaml, tools.markdown, settings.languages, settings.timezone, settings.bounds
    )
    read = tools.workers.map(partial(parse_record, reading=reading), content.sources)
    problems += [problem for one in read for problem in one.problems]
    neighbourhoods, found = _neighbourhoods(content, settings)
    problems += found
    neighbourhoods_unread = bool(found) and not neighbourhoods
    geocodes, found = _geocodes(content, tools.yaml)
    problems += found
    records = tuple(one.record for one in read if one.record)
    pictures, found = _pictures(records, content, tools)
    problems += found
    catalogue = Catalogue(
        settings=settings,
        taxonomy=taxonomy,
        records=records,
        unread=frozenset(
            (source.kind, source.id)
            for source, one in zip(content.sources, read, strict=True)
            if one.record is None
        ),
        vocabulary_unread=vocabulary_unread,
        neighbourhoods=neighbourhoods,
        neighbourhoods_unread=neighbourhoods_unread,
        geocodes=geocodes,
        images=frozenset(content.images),
        pictures=pictures,
    )
    return catalogue, tuple(problems)


def parse_record(source: Source, reading: Reading) -> ReadRecord:
    """Return one record with its translations. A draft's problems are notes."""
    kind = next(kind for kind in KINDS if kind.name == source.kind)
    findings = Findings(reading.languages[0])
    original = _File.read(source.file, reading, findings)
    if original is None:
        draft = _SAYS_DRAFT.search(source.file.text)
        return ReadRecord(
            None,
            tuple(problem.softened() if draft else problem for problem in findings.problems),
        )
    others: list[tuple[str, Node]] = []
    bodies = [(reading.languages[0], original.body)]
    translations = []
    for language, file in source.translations:
        if language not in reading.languages:
            near = did_you_mean(language, reading.languages)
            message = f'place.yaml does not name "{language}" among its languages{near}'
            findings.error("unknown-language", Mark(file.path), message)
            continue
        other = _File.read(file, reading, findings)
        if other is not None:
            words_only, translation = _translation(language, other.fields, findings)
            others.append((language, words_only))
            bodies.append((language, other.body))
            translations.append(translation)
    fields = read_fields(kind.type, original.fields, findings, tuple(others))
    record = kind.type(
        id=source.id,
        path=source.file.path,
        marks=findings.marks(Mark(source.file.path)),
        body=tuple((language, body) for language, body in bodies if body),
        translations=tuple(translations),
        **fields,
    )
    record, checked = _checked(record, reading)
    told = {problem.mark for problem in findings.problems}
    # What could not be read looks empty to the checks: once is enough to be told about it.
    problems = (*findings.problems, *(each for each in checked if each.mark not in told))
    if record.draft:
        problems = tuple(problem.softened() for problem in problems)
    return ReadRecord(record, problems)


def _checked(record: Record, reading: Reading) -> tuple[Record, tuple[Problem, ...]]:
    problems: list[Problem] = []
    if isinstance(record, Opportunity):
        schedule, problems[:] = schedule_of(record, reading.zone)
        record = replace(record, schedule=schedule)
    problems.extend(_own_checks(record, reading))
    problems.extend(check_pictures(record))
    return record, tuple(problems)


def _own_checks(record: Record, reading: Reading) -> Iterator[Problem]:
    match record:
        case Opportunity():
            yield from check_opportunity(record)
        case Badge():
            yield from check_badge(record)
        case Venue():
            yield from check_venue(record, reading.bounds)
        case Pathway():
            yield from check_pathway(record)


@dataclass(frozen=True, slots=True)
class _File:
    """A record's file in its two parts, both read."""

    fields: Mapping
    body: Prose

    @classmethod
    def read(cls, file: ContentFile, reading: Reading, findings: Findings) -> _File | None:
        parts, problems = split(file.path, file.text)
        findings.problems.extend(problems)
        if problems and not parts.front:
            return None
        node, problems = reading.yaml.read(file.path, parts.front, parts.front_line)
        findings.problems.extend(problems)
        if node is None and problems:
            return None
        prose, problems = reading.markdown.render(file.path, parts.body, parts.body_line)
        findings.problems.extend(problems)
        fields = node if isinstance(node, Mapping) else Mapping(Mark(file.path), ())
        if node is not None and not isinstance(node, Mapping):
            findings.error("wrong-shape", node.mark, "expected fields, each a name and a colon")
        return cls(replace(fields, mark=Mark(file.path)), prose)


def _translation(language: str, fields: Mapping, findings: Findings) -> tuple[Mapping, Translation]:
    """Take what is said of the translation itself out of a translation's fields."""
    by, on = fields.get("text_by"), fields.get("translated_on")
    said: dict[str, Any] = {"by": "", "on": None}
    for name, node in (("by", by), ("on", on)):
        if node is None:
            continue
        try:
            value = node.value if isinstance(node, Scalar) else ""
            said[name] = day(value) if name == "on" else words(value, _LONGEST_NAME)
        except Unreadable as fault:
            findings.error(fault.code, node.mark, str(fault))
    rest = tuple(
        (key, value)
        for key, value in fields.entries
        if key.value not in ("text_by", "translated_on")
    )
    return replace(fields, entries=rest), Translation(language, said["by"], said["on"])


def _settings(content: Content, yaml: Yaml) -> tuple[Settings, tuple[Problem, ...]]:
    if content.place is None:
        message = "there is no place.yaml; `doorstep init` makes a place to begin with"
        return NO_SETTINGS, (error("no-place", Mark(f"{content.root}/place.yaml"), message),)
    node, problems = yaml.read(content.place.path, content.place.text)
    settings, found = read_settings(content.place.path, node)
    return settings, (*problems, *found)


def _taxonomy(content: Content, yaml: Yaml, language: str) -> tuple[Taxonomy, tuple[Problem, ...]]:
    file = content.taxonomy
    if file is None:
        return Taxonomy(), ()
    node, problems = yaml.read(file.path, file.text)
    taxonomy, found = read_taxonomy(file.path, node, language)
    return taxonomy, (*problems, *found)


def _neighbourhoods(content: Content, settings: Settings) -> tuple[Any, tuple[Problem, ...]]:
    file = content.neighbourhoods
    return read_neighbourhoods(file, settings.language) if file else ((), ())


def _geocodes(content: Content, yaml: Yaml) -> tuple[tuple[Geocode, ...], tuple[Problem, ...]]:
    file = content.geocodes
    if file is None:
        return (), ()
    node, problems = yaml.read(file.path, file.text)
    if node is None:
        return (), problems
    geocodes, found = read_geocodes(node)
    return geocodes, (*problems, *found)


def _pictures(
    records: tuple[Record, ...], content: Content, tools: Tools
) -> tuple[tuple[tuple[str, Picture], ...], tuple[Problem, ...]]:
    """Prepare each picture that a record names; what is wrong is told where it is named."""
    named: dict[str, list[tuple[Record, Mark]]] = {}
    for record in records:
        for reference in references(record):
            if isinstance(reference.shape, ImagePath) and reference.value in content.images:
                mark = record.marks.at(*reference.path)
                named.setdefault(reference.value, []).append((record, mark))
    paths = sorted(named)
    prepared = tools.workers.map(
        partial(_prepared, folder=tools.folder, images=tools.images), paths
    )
    problems = []
    pictures = []
    for path, picture in zip(paths, prepared, strict=True):
        if isinstance(picture, Picture):
            pictures.append((path, picture))
            continue
        for record, mark in named[path]:
            problem = error("unreadable-image", mark, f"{path}: {picture}")
            problems.append(problem.softened() if record.draft else problem)
    return tuple(pictures), tuple(problems)


def _prepared(path: str, folder: Folder, images: Images) -> Picture | str:
    """Return the picture, or what is wrong with it."""
    try:
        return images.prepare(folder.read(path), WIDEST_PICTURE)
    except UnreadableImage as fault:
        return str(fault)
