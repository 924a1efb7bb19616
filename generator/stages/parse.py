"""Stage 2: Sources to Records. Each file is understood on its own, whatever the others hold."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.model.badge import Badge
from generator.model.catalogue import Catalogue
from generator.model.location import Bounds, Geocode
from generator.model.node import Mapping, Node
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.picture import Picture
from generator.model.problem import Mark, Problem, error
from generator.model.prose import Prose
from generator.model.record import Record
from generator.model.registry import KINDS
from generator.model.settings import Settings
from generator.model.shapes import ImagePath
from generator.model.source import Content, ContentFile, Source
from generator.model.taxonomy import Taxonomy
from generator.model.venue import Venue
from generator.ports import Folder, Images, Markdown, Progress, UnreadableImage, Workers, Yaml
from generator.rules.checks.badges import check_badge
from generator.rules.checks.opportunities import check_opportunity
from generator.rules.checks.pathways import check_pathway
from generator.rules.checks.pictures import check_pictures
from generator.rules.checks.venues import check_venue
from generator.rules.findings import Findings
from generator.rules.front_matter import says_draft, split
from generator.rules.geocodes import read_geocodes
from generator.rules.neighbourhoods import Outlines, read_neighbourhoods
from generator.rules.place_files import NO_SETTINGS, read_settings, read_taxonomy
from generator.rules.reading import read_fields
from generator.rules.references import references
from generator.rules.street_maps import read_street_map
from generator.rules.timetable import schedule_of
from generator.rules.translations import read_translation, unwanted

UNREADABLE = frozenset({"yaml-syntax", "yaml-depth", "yaml-documents"})
"""Codes of what leaves nothing of a file to be read."""

PICTURE_WIDTHS = (400, 800, 1200)
"""Pixels: a telephone, the text column, and the column at twice the density. None is wider."""
LARGEST_PICTURE = 10 * 1024 * 1024
"""Bytes: more than any camera makes of a photograph that is meant for a page."""


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
    told: Progress | None = None


def parse(content: Content, tools: Tools) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return everything that the content folder says, and all that cannot be understood."""
    settings, problems = _settings(content, tools.yaml)
    taxonomy, taxonomy_problems = _taxonomy(content, tools.yaml, settings.language)
    reading = Reading(
        tools.yaml, tools.markdown, _languages(settings, content), settings.timezone,
        settings.bounds,
    )  # fmt: skip
    work = partial(parse_record, reading=reading)
    read = tools.workers.map(work, content.sources, told=tools.told)
    records = tuple(one.record for one in read if one.record)
    outlines = _outlines(content, settings)
    geocodes, geocode_problems = _geocodes(content, tools.yaml)
    pictures, picture_problems = _pictures(settings, records, content, tools)
    street_map, street_map_problems = read_street_map(content.basemap)
    if street_map:
        # it comes before the raster tiles, whose host is then neither asked nor named anywhere
        settings = replace(settings, basemap=None)
    unread = {
        (source.kind, source.id)
        for source, one in zip(content.sources, read, strict=True)
        if one.record is None
    }
    catalogue = Catalogue(
        settings=settings,
        taxonomy=taxonomy or Taxonomy(),
        taxonomy_read=taxonomy is not None,
        records=records,
        unread=content.unread | unread,
        neighbourhoods=outlines.neighbourhoods,
        neighbourhoods_unread=outlines.unread,
        geocodes=geocodes,
        images=frozenset(content.images),
        pictures=pictures,
        street_map=street_map,
    )
    own = [problem for one in read for problem in one.problems]
    found = (*problems, *taxonomy_problems, *own, *outlines.problems, *geocode_problems)
    return catalogue, (*found, *picture_problems, *street_map_problems)


def parse_record(source: Source, reading: Reading) -> ReadRecord:
    """Return one record with its translations. A draft's problems are notes."""
    findings = Findings(reading.languages[0])
    record = _record(source, reading, findings)
    draft = record.draft if record else says_draft(source.file.text)
    problems = (problem.softened() if draft else problem for problem in findings.problems)
    return ReadRecord(record, tuple(problems))


def _record(source: Source, reading: Reading, findings: Findings) -> Record | None:
    kind = next(kind for kind in KINDS if kind.name == source.kind)
    original = _File.read(source.file, reading, findings)
    others: list[tuple[str, Node]] = []
    bodies = [(reading.languages[0], original.body)]
    translations = []
    for language, file in source.translations:
        if why := unwanted(language, source.id, reading.languages):
            findings.error("unknown-language", Mark(file.path), why)
            continue
        other = _File.read(file, reading, findings)
        findings.place(("body", language), other.body_mark)
        if other.fields is not None:
            words, translation = read_translation(language, other.fields, findings)
            others.append((language, words))
            bodies.append((language, other.body))
            translations.append(translation)
    if original.fields is None:
        return None
    findings.place(("body",), original.body_mark)
    fields = read_fields(kind.type, original.fields, findings, tuple(others))
    record = kind.type(
        id=source.id,
        path=source.file.path,
        marks=findings.marks(Mark(source.file.path)),
        body=tuple((language, body) for language, body in bodies if body),
        translations=tuple(translations),
        **fields,
    )
    record, problems = _checked(record, reading)
    findings.problems.extend(problems)
    return record


def _checked(record: Record, reading: Reading) -> tuple[Record, list[Problem]]:
    problems: list[Problem] = []
    if isinstance(record, Opportunity):
        schedule, found = schedule_of(record, reading.zone)
        record = replace(record, schedule=schedule)
        problems.extend(found)
    if isinstance(record, Badge) and record.status == "draft":
        record = replace(record, draft=True)
    problems.extend(_own_checks(record, reading))
    problems.extend(check_pictures(record))
    return record, problems


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
    """A record's file in its two parts. ``fields`` is None where they could not be read."""

    fields: Mapping | None
    body: Prose
    body_mark: Mark

    @classmethod
    def read(cls, file: ContentFile, reading: Reading, findings: Findings) -> _File:
        parts, problems = split(file.path, file.text)
        body_mark = Mark(file.path, parts.body_line)
        findings.problems.extend(problems)
        if problems:  # without its fence the whole file would be read as what it is not
            return cls(None, Prose(), body_mark)
        node, problems = reading.yaml.read(file.path, parts.front, parts.front_line)
        prose, found = reading.markdown.render(file.path, parts.body, parts.body_line)
        findings.problems.extend((*problems, *found))
        if node is None and problems:
            return cls(None, prose, body_mark)
        start = Mark(file.path)
        if isinstance(node, Mapping):
            return cls(replace(node, mark=start), prose, body_mark)
        if node is None:
            return cls(Mapping(start, ()), prose, body_mark)
        findings.error("wrong-shape", node.mark, "expected fields, such as `title: Robots`")
        return cls(None, prose, body_mark)


def _settings(content: Content, yaml: Yaml) -> tuple[Settings, tuple[Problem, ...]]:
    if content.place is None:
        message = "there is no place.yaml; `doorstep init` makes a place to begin with"
        return NO_SETTINGS, (
            error("no-place", Mark(posixpath.join(content.root, "place.yaml")), message),
        )
    node, problems = yaml.read(content.place.path, content.place.text)
    if node is None and problems:
        return NO_SETTINGS, problems
    settings, found = read_settings(content.place.path, node)
    return settings, (*problems, *found)


def _languages(settings: Settings, content: Content) -> tuple[str, ...]:
    """Return the languages to read records in: any that there are, where place.yaml says none."""
    if settings.marks.has("languages"):
        return settings.languages
    there = {language for source in content.sources for language, _ in source.translations}
    return (settings.language, *sorted(there - {settings.language}))


def _taxonomy(
    content: Content, yaml: Yaml, language: str
) -> tuple[Taxonomy | None, tuple[Problem, ...]]:
    """Return the taxonomy, None where its file cannot be read; without a file it is empty."""
    file = content.taxonomy
    if file is None:
        return Taxonomy(), ()
    node, problems = yaml.read(file.path, file.text)
    if node is None and problems:
        return None, problems
    taxonomy, found = read_taxonomy(file.path, node, language)
    return taxonomy, (*problems, *found)


def _outlines(content: Content, settings: Settings) -> Outlines:
    file = content.neighbourhoods
    return read_neighbourhoods(file, settings.language) if file else Outlines()


def _geocodes(content: Content, yaml: Yaml) -> tuple[tuple[Geocode, ...], tuple[Problem, ...]]:
    file = content.geocodes
    if file is None:
        return (), ()
    node, problems = yaml.read(file.path, file.text)
    geocodes, found = read_geocodes(node)
    return geocodes, (*problems, *found)


def _pictures(
    settings: Settings, records: tuple[Record, ...], content: Content, tools: Tools
) -> tuple[tuple[tuple[str, Picture], ...], tuple[Problem, ...]]:
    """Prepare each picture that is named; what is wrong is told where it is named."""
    named: dict[str, list[tuple[bool, Mark]]] = {}
    namers: tuple[Settings | Record, ...] = (settings, *records)
    for named_by in namers:
        draft = isinstance(named_by, Record) and named_by.draft
        for reference in references(named_by):
            if isinstance(reference.shape, ImagePath) and reference.value in content.images:
                mark = named_by.marks.at(*reference.path)
                named.setdefault(reference.value, []).append((draft, mark))
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
        for draft, mark in named[path]:
            problem = error("unreadable-image", mark, f"{path}: {picture}")
            problems.append(problem.softened() if draft else problem)
    return tuple(pictures), tuple(problems)


def _prepared(path: str, folder: Folder, images: Images) -> Picture | str:
    """Return the picture, or what is wrong with it."""
    try:
        # One byte more than is allowed is enough to be refused, and never a fault of the machine.
        return images.prepare(folder.read(path, LARGEST_PICTURE + 1), PICTURE_WIDTHS)
    except UnreadableImage as fault:
        return str(fault)
