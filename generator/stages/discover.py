"""Stage 1: the folder to Sources. Everything in it is looked at once, and named or refused."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.folder_entry import Entry
from generator.model.problem import Mark, Problem, error, warning
from generator.model.recollection import AFRESH, Recollection
from generator.model.registry import KINDS, Kind
from generator.model.source import Content, ContentFile, DataFile, Source
from generator.ports import Folder
from generator.rules.decoding import decode
from generator.rules.front_matter import says_draft
from generator.rules.scalars import DEVICE, LONGEST_SLUG, SLUG
from generator.rules.street_maps import LARGEST_STREET_MAP
from generator.rules.suggestions import did_you_mean

RECORD_LIMIT = 64 * 1024
FILE_LIMIT = 16 * 1024 * 1024
"""For taxonomy, geocodes and outlines, which grow with the place and not with one author."""

MOST_RECORDS = 100_000
"""Files of records. A city has a few thousand; more is a folder that was filled by mistake, or to
fill the memory of the machine that builds."""

SINGLE_FILES = ("place.yaml", "taxonomy.yaml", "geocodes.yaml", "neighbourhoods.geojson")
IMAGE_FOLDER = "images"
_IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
_BASEMAP = "basemap.pmtiles"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,4})*")


def discover(
    folder: Folder, root: str, recollection: Recollection = AFRESH
) -> tuple[Content, tuple[Problem, ...]]:
    """Return what is in the content folder; ``root`` is put before its paths in messages."""
    entries = folder.entries()
    names = tuple(entry.path for entry in entries), tuple(entry.kind for entry in entries), root
    listing = recollection.one("listing", names, _listing)
    files = {entry.path: entry for entry in entries if entry.path in listing.wanted}
    read, found = _texts(folder, files, root, recollection)
    texts = {file: text for file, text in zip(files, read, strict=True) if text is not None}
    refused = listing.wanted - texts.keys() if len(texts) < len(listing.wanted) else ()
    versions = {entry.path: entry.version for entry in entries if entry.path in listing.images}
    content = Content(
        root=root,
        sources=tuple(_sources(listing, texts)),
        unread=frozenset(key for path in refused if (key := _key(path))),
        place=texts.get("place.yaml"),
        taxonomy=texts.get("taxonomy.yaml"),
        geocodes=texts.get("geocodes.yaml"),
        neighbourhoods=texts.get("neighbourhoods.geojson"),
        images=tuple(versions),
        versions=versions,
        basemap=_basemap(folder, entries, root, recollection),
    )
    misnamed = tuple(
        _of_file(code, texts[path], why) for path, code, why in listing.misnamed if path in texts
    )
    return content, (*listing.problems, *found, *misnamed)


@dataclass(frozen=True, slots=True)
class _Named:
    """A record by the names of its files: its own, and those of its translations by language."""

    kind: str
    id: str
    path: str
    translations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Listing:
    """What the names in a folder say. ``misnamed`` are paths with a code and what is wrong."""

    problems: tuple[Problem, ...]
    wanted: frozenset[str]
    images: frozenset[str]
    records: tuple[_Named, ...]
    misnamed: tuple[tuple[str, str, str], ...]


def _listing(names: tuple[tuple[str, ...], tuple[str, ...], str]) -> _Listing:
    """Sort out what is there by names and kinds alone."""
    paths, kinds, root = names
    entries = [Entry(path, kind) for path, kind in zip(paths, kinds, strict=True)]
    problems = [problem for entry in entries for problem in _refused(entry, root)]
    files = [entry.path for entry in entries if entry.kind == "file" and not _hidden(entry.path)]
    if problem := _too_many(files, root):
        problems.append(problem)
        files = [path for path in files if not path.endswith(".md")]
    wanted = [path for path in files if _wanted(path)]
    records, misnamed = _records(wanted)
    return _Listing(
        tuple(problems),
        frozenset(wanted),
        frozenset(path for path in files if _is_image(path)),
        records,
        misnamed,
    )


def _too_many(files: list[str], root: str) -> Problem | None:
    """Return a Problem where there are more records than any place has: none of them is read."""
    count = sum(path.endswith(".md") and _wanted(path) for path in files)
    if count <= MOST_RECORDS:
        return None
    message = f"{count} records; expected at most {MOST_RECORDS} in one place"
    return error("too-many-records", Mark(posixpath.join(root, "place.yaml")), message)


def _basemap(
    folder: Folder, entries: tuple[Entry, ...], root: str, recollection: Recollection
) -> DataFile | None:
    """Return the street map's bytes, of one that is too large as many as show it."""
    its = tuple(entry for entry in entries if entry.path == _BASEMAP and entry.kind == "file")

    def read(_: object) -> DataFile | None:
        if not its:
            return None
        content = folder.read(_BASEMAP, LARGEST_STREET_MAP + 1)
        return DataFile(posixpath.join(root, _BASEMAP), content)

    return recollection.one("street map", (its, root), read)


def _hidden(path: str) -> bool:
    """Editors and systems leave files of their own: hidden ones, backups, swap files."""
    return any(part.startswith((".", "#")) or part.endswith("~") for part in path.split("/"))


def _wanted(path: str) -> bool:
    folder, name = posixpath.split(path)
    return path in SINGLE_FILES or (name.endswith(".md") and _kind_in(folder) is not None)


def _is_image(path: str) -> bool:
    return path.startswith(f"{IMAGE_FOLDER}/") and path.lower().endswith(_IMAGE_SUFFIXES)


def _key(path: str) -> tuple[str, str] | None:
    folder, name = posixpath.split(path)
    kind = _kind_in(folder)
    return (kind.name, name.removesuffix(".md")) if kind else None


def _kind_in(folder: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.folder == folder), None)


def _refused(entry: Entry, root: str) -> Iterator[Problem]:
    mark = Mark(posixpath.join(root, entry.path))
    if _hidden(entry.path):
        return
    if entry.kind == "link":
        message = "symbolic links are not followed; put the file itself here"
        yield error("symbolic-link", mark, message)
    elif entry.kind == "other":
        yield error("stray-file", mark, "this is neither a file nor a folder")
    elif entry.kind == "folder":
        known = [kind.folder for kind in KINDS] + [IMAGE_FOLDER]
        if not (entry.path in known or entry.path.startswith(f"{IMAGE_FOLDER}/")):
            near = did_you_mean(entry.path, known)
            yield warning("stray-file", mark, f"no records are looked for in this folder{near}")
    elif not (_wanted(entry.path) or _is_image(entry.path)):
        folder, name = posixpath.split(entry.path)
        known_file = entry.path == _BASEMAP or (not folder and name.lower() == "readme.md")
        if not known_file and (not folder or _kind_in(folder) or folder.startswith(IMAGE_FOLDER)):
            near = did_you_mean(name, SINGLE_FILES) if not folder else ""
            yield warning("stray-file", mark, f"this file is not used{near}")


def _texts(
    folder: Folder, files: Mapping[str, Entry], root: str, recollection: Recollection
) -> tuple[list[ContentFile | None], list[Problem]]:
    """Return each file's text, None where it is refused, and what is wrong with them."""
    read = recollection.all(
        "texts", files, root, lambda entries: [_read(folder, entry, root) for entry in entries]
    )
    return [text for text, _ in read], [problem for _, found in read for problem in found]


def _read(folder: Folder, entry: Entry, root: str) -> tuple[ContentFile | None, list[Problem]]:
    shown = posixpath.join(root, entry.path)
    limit = FILE_LIMIT if entry.path in SINGLE_FILES else RECORD_LIMIT
    if entry.size > limit:
        message = f"{entry.size} bytes; expected at most {limit}, so split it or shorten it"
        return None, [error("too-large", Mark(shown), message)]
    text, found = decode(shown, folder.read(entry.path, limit))
    draft = entry.path.endswith(".md") and says_draft(text)
    problems = [problem.softened() if draft else problem for problem in found]
    refused = any(problem.code == "not-utf-8" for problem in found)
    return None if refused else ContentFile(shown, text), problems


def _records(paths: list[str]) -> tuple[tuple[_Named, ...], tuple[tuple[str, str, str], ...]]:
    originals: dict[tuple[str, str], str] = {}
    translated: dict[tuple[str, str], list[tuple[str, str]]] = {}
    misnamed: list[tuple[str, str, str]] = []
    for path in sorted(paths):
        folder, name = posixpath.split(path)
        kind = _kind_in(folder)
        if kind is None:
            continue
        stem, dot, language = name.removesuffix(".md").partition(".")
        if wrong := _misnamed(stem, dot, language):
            misnamed.append((path, *wrong))
        elif dot:
            translated.setdefault((kind.name, stem), []).append((language, path))
        else:
            originals[kind.name, stem] = path
    for key in sorted(translated.keys() - originals.keys()):
        message = f"there is no {key[1]}.md beside it for this to be a translation of"
        misnamed += [(path, "orphan-translation", message) for _, path in translated[key]]
    records = (
        _Named(kind, identifier, path, tuple(translated.get((kind, identifier), ())))
        for (kind, identifier), path in originals.items()
    )
    return tuple(records), tuple(misnamed)


def _sources(listing: _Listing, texts: Mapping[str, ContentFile]) -> Iterator[Source]:
    """Yield the records whose files could be read, with those of their translations that could."""
    for named in listing.records:
        file = texts.get(named.path)
        if file is not None:
            others = tuple((tag, texts[path]) for tag, path in named.translations if path in texts)
            yield Source(named.kind, named.id, file, others)


def _misnamed(stem: str, dot: str, language: str) -> tuple[str, str] | None:
    """Return a code and what is wrong with a name."""
    if not SLUG.fullmatch(stem) or len(stem) > LONGEST_SLUG:
        return "invalid-id", (
            f'"{stem}" cannot be an address; name the file in lower-case letters, digits and '
            f"single hyphens, at most {LONGEST_SLUG}"
        )
    if DEVICE.fullmatch(stem):
        message = f'"{stem}" cannot be the name of a folder on Windows; name the file differently'
        return "invalid-id", message
    if dot and not _LANGUAGE.fullmatch(language):
        message = f'"{language}" is not a language tag; expected a name such as {stem}.cy.md'
        return "invalid-language", message
    return None


def _of_file(code: str, file: ContentFile, message: str) -> Problem:
    """Return a Problem with a file's name; a draft's is a note, as all that is wrong with it."""
    problem = error(code, Mark(file.path), message)
    return problem.softened() if says_draft(file.text) else problem
