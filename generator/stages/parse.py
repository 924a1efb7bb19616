"""Stage 2: Sources to Records. Each file is understood on its own, whatever the others hold."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.model.catalogue import Catalogue
from generator.model.location import Bounds, Geocode
from generator.model.node import Mapping, Node
from generator.model.picture import Picture
from generator.model.problem import Mark, Problem, error
from generator.model.prose import Prose
from generator.model.recollection import AFRESH, Recollection
from generator.model.record import Record
from generator.model.registry import KINDS
from generator.model.settings import Settings
from generator.model.source import Content, ContentFile, Source
from generator.model.taxonomy import Taxonomy
from generator.ports import (
    Folder,
    Images,
    Markdown,
    Progress,
    UnreadableImage,
    Workers,
    Yaml,
)
from generator.rules.checks.alone import checked
from generator.rules.checks.prose_advice import advised
from generator.rules.findings import Findings
from generator.rules.front_matter import says_draft, split
from generator.rules.geocodes import read_geocodes
from generator.rules.neighbourhoods import Outlines, read_neighbourhoods
from generator.rules.place_files import NO_SETTINGS, read_settings, read_taxonomy
from generator.rules.reading import read_fields
from generator.rules.references import pictures_named
from generator.rules.street_maps import read_street_map
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
    pictures: tuple[tuple[str, Mark], ...] = ()
    """Pictures that it names, by path, and where."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The ports that parsing needs."""

    folder: Folder
    yaml: Yaml
    markdown: Markdown
    images: Images
    workers: Workers
    told: Progress | None = None
    recollection: Recollection = AFRESH


def parse(content: Content, tools: Tools) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return everything that the content folder says, and all that cannot be understood."""
    remember = tools.recollection.one
    yaml = tools.yaml
    settings, problems = remember(
        "settings", (content.place, content.root), partial(_settings, yaml)
    )
    taxonomy, taxonomy_problems = remember(
        "taxonomy", (content.taxonomy, settings.language), partial(_taxonomy, yaml)
    )
    reading = Reading(
        yaml, tools.markdown, _languages(settings, content), settings.timezone, settings.bounds
    )
    read = _read_records(content, reading, tools)
    records = tuple(one.record for one in read if one.record)
    outlines = remember("outlines", (content.neighbourhoods, settings.language), _outlines)
    geocodes, geocode_problems = remember("geocodes", content.geocodes, partial(_geocodes, yaml))
    pictures, picture_problems = _pictures(settings, read, content, tools)
    street_map, street_map_problems = remember("streets", content.basemap, read_street_map)
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


def _read_records(content: Content, reading: Reading, tools: Tools) -> Sequence[ReadRecord]:
    work = partial(parse_record, reading=reading)
    return tools.recollection.all(
        "records",
        {(source.kind, source.id): source for source in content.sources},
        (reading.languages, reading.zone, reading.bounds),  # the tools are what they are
        lambda sources: tools.workers.map(work, sources, told=tools.told),
    )


def parse_record(source: Source, reading: Reading) -> ReadRecord:
    """Return one record with its translations. A draft's problems are notes."""
    findings = Findings(reading.languages[0])
    record = _record(source, reading, findings)
    draft = record.draft if record else says_draft(source.file.text)
    problems = (problem.softened() if draft else problem for problem in findings.problems)
    pictures = pictures_named(record) if record else ()
    return ReadRecord(record, tuple(problems), tuple(pictures))


def _record(source: Source, reading: Reading, findings: Findings) -> Record | None:
    kind = next(kind for kind in KINDS if kind.name == source.kind)
    original = _File.read(source.file, reading.languages[0], reading, findings)
    others: list[tuple[str, Node]] = []
    bodies = [(reading.languages[0], original.body)]
    translations = []
    for language, file in source.translations:
        if why := unwanted(language, source.id, reading.languages):
            findings.error("unknown-language", Mark(file.path), why)
            continue
        other = _File.read(file, language, reading, findings)
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
    record, problems = checked(record, reading.zone, reading.bounds)
    findings.problems.extend(problems)
    return record


@dataclass(frozen=True, slots=True)
class _File:
    """A record's file in its two parts. ``fields`` is None where they could not be read."""

    fields: Mapping | None
    body: Prose
    body_mark: Mark

    @classmethod
    def read(cls, file: ContentFile, language: str, reading: Reading, findings: Findings) -> _File:
        parts, problems = split(file.path, file.text)
        body_mark = Mark(file.path, parts.body_line)
        findings.problems.extend(problems)
        if problems:  # without its fence the whole file would be read as what it is not
            return cls(None, Prose(), body_mark)
        node, problems = reading.yaml.read(file.path, parts.front, parts.front_line)
        prose, found = reading.markdown.render(file.path, parts.body, parts.body_line)
        advice = advised(language, prose, parts.body, body_mark)
        findings.problems.extend((*problems, *found, *advice))
        if node is None and problems:
            return cls(None, prose, body_mark)
        start = Mark(file.path)
        if isinstance(node, Mapping):
            return cls(replace(node, mark=start), prose, body_mark)
        if node is None:
            return cls(Mapping(start, ()), prose, body_mark)
        findings.error("wrong-shape", node.mark, "expected fields, such as `title: Robots`")
        return cls(None, prose, body_mark)


def _settings(
    yaml: Yaml, given: tuple[ContentFile | None, str]
) -> tuple[Settings, tuple[Problem, ...]]:
    file, root = given
    if file is None:
        message = "there is no place.yaml; `doorstep init` makes a place to begin with"
        return NO_SETTINGS, (error("no-place", Mark(posixpath.join(root, "place.yaml")), message),)
    node, problems = yaml.read(file.path, file.text)
    if node is None and problems:
        return NO_SETTINGS, problems
    settings, found = read_settings(file.path, node)
    return settings, (*problems, *found)


def _languages(settings: Settings, content: Content) -> tuple[str, ...]:
    """Return the languages to read records in: any that there are, where place.yaml says none."""
    if settings.marks.has("languages"):
        return settings.languages
    there = {language for source in content.sources for language, _ in source.translations}
    return (settings.language, *sorted(there - {settings.language}))


def _taxonomy(
    yaml: Yaml, given: tuple[ContentFile | None, str]
) -> tuple[Taxonomy | None, tuple[Problem, ...]]:
    """Return the taxonomy, None where its file cannot be read; without a file it is empty."""
    file, language = given
    if file is None:
        return Taxonomy(), ()
    node, problems = yaml.read(file.path, file.text)
    if node is None and problems:
        return None, problems
    taxonomy, found = read_taxonomy(file.path, node, language)
    return taxonomy, (*problems, *found)


def _outlines(given: tuple[ContentFile | None, str]) -> Outlines:
    file, language = given
    return read_neighbourhoods(file, language) if file else Outlines()


def _geocodes(
    yaml: Yaml, file: ContentFile | None
) -> tuple[tuple[Geocode, ...], tuple[Problem, ...]]:
    if file is None:
        return (), ()
    node, problems = yaml.read(file.path, file.text)
    geocodes, found = read_geocodes(node)
    return geocodes, (*problems, *found)


def _pictures(
    settings: Settings, read: Sequence[ReadRecord], content: Content, tools: Tools
) -> tuple[tuple[tuple[str, Picture], ...], tuple[Problem, ...]]:
    """Prepare each picture that is named; what is wrong is told where it is named."""
    namers = [(False, tuple(pictures_named(settings)))]
    namers += [(it.record.draft, it.pictures) for it in read if it.record and it.pictures]
    there = frozenset(content.images)
    named: dict[str, list[tuple[bool, Mark]]] = {}
    for draft, its in namers:
        for path, mark in its:
            if path in there:
                named.setdefault(path, []).append((draft, mark))
    paths = sorted(named)
    prepared = tools.recollection.all(
        "pictures",
        {path: (path, content.versions.get(path, "")) for path in paths},
        None,
        lambda asked: tools.workers.map(
            partial(_prepared, folder=tools.folder, images=tools.images),
            [path for path, _ in asked],
        ),
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
