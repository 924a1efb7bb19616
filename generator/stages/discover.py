"""Stage 1: the folder to Sources. Everything in it is looked at once, and named or refused."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from generator.model.problem import Mark, Problem, error, warning
from generator.model.registry import KINDS, Kind
from generator.model.source import Content, ContentFile, DataFile, Source
from generator.ports import Entry, Folder
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


def discover(folder: Folder, root: str) -> tuple[Content, tuple[Problem, ...]]:
    """Return what is in the content folder; ``root`` is put before its paths in messages."""
    problems: list[Problem] = []
    entries = folder.entries()
    for entry in entries:
        problems.extend(_refused(entry, root))
    files = [entry for entry in entries if entry.kind == "file" and not _hidden(entry.path)]
    if problem := _too_many(files, root):
        problems.append(problem)
        files = [entry for entry in files if not entry.path.endswith(".md")]
    read = {
        entry.path: text
        for entry in files
        if _wanted(entry.path) and (text := _read(folder, entry, root, problems)) is not None
    }
    refused = (entry.path for entry in files if _wanted(entry.path) and entry.path not in read)
    unread = frozenset(key for path in refused if (key := _key(path)))
    content = Content(
        root=root,
        sources=_sources(read, unread, problems),
        unread=unread,
        place=read.get("place.yaml"),
        taxonomy=read.get("taxonomy.yaml"),
        geocodes=read.get("geocodes.yaml"),
        neighbourhoods=read.get("neighbourhoods.geojson"),
        images=tuple(entry.path for entry in files if _is_image(entry.path)),
        basemap=_basemap(folder, files, root),
    )
    return content, tuple(problems)


def _too_many(files: list[Entry], root: str) -> Problem | None:
    """Return a Problem where there are more records than any place has: none of them is read."""
    count = sum(entry.path.endswith(".md") and _wanted(entry.path) for entry in files)
    if count <= MOST_RECORDS:
        return None
    message = f"{count} records; expected at most {MOST_RECORDS} in one place"
    return error("too-many-records", Mark(posixpath.join(root, "place.yaml")), message)


def _basemap(folder: Folder, files: list[Entry], root: str) -> DataFile | None:
    """Return the street map's bytes, of one that is too large as many as show it."""
    if not any(entry.path == _BASEMAP for entry in files):
        return None
    read = folder.read(_BASEMAP, LARGEST_STREET_MAP + 1)
    return DataFile(posixpath.join(root, _BASEMAP), read)


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


def _read(folder: Folder, entry: Entry, root: str, problems: list[Problem]) -> ContentFile | None:
    shown = posixpath.join(root, entry.path)
    limit = FILE_LIMIT if entry.path in SINGLE_FILES else RECORD_LIMIT
    if entry.size > limit:
        message = f"{entry.size} bytes; expected at most {limit}, so split it or shorten it"
        problems.append(error("too-large", Mark(shown), message))
        return None
    text, found = decode(shown, folder.read(entry.path, limit))
    draft = entry.path.endswith(".md") and says_draft(text)
    problems.extend(problem.softened() if draft else problem for problem in found)
    return (
        None if any(problem.code == "not-utf-8" for problem in found) else ContentFile(shown, text)
    )


def _sources(
    read: dict[str, ContentFile], unread: frozenset[tuple[str, str]], problems: list[Problem]
) -> tuple[Source, ...]:
    originals: dict[tuple[str, str], ContentFile] = {}
    translated: dict[tuple[str, str], list[tuple[str, ContentFile]]] = {}
    for path, file in sorted(read.items()):
        folder, name = posixpath.split(path)
        kind = _kind_in(folder)
        if kind is None:
            continue
        stem, dot, language = name.removesuffix(".md").partition(".")
        if problem := _misnamed(stem, dot, language, file):
            problems.append(problem)
        elif dot:
            translated.setdefault((kind.name, stem), []).append((language, file))
        else:
            originals[kind.name, stem] = file
    for key in sorted(translated.keys() - originals.keys() - unread):
        for _, file in translated[key]:
            message = f"there is no {key[1]}.md beside it for this to be a translation of"
            problems.append(_of_file("orphan-translation", file, message))
    return tuple(
        Source(kind, identifier, file, tuple(translated.get((kind, identifier), ())))
        for (kind, identifier), file in originals.items()
    )


def _misnamed(stem: str, dot: str, language: str, file: ContentFile) -> Problem | None:
    if not SLUG.fullmatch(stem) or len(stem) > LONGEST_SLUG:
        message = (
            f'"{stem}" cannot be an address; name the file in lower-case letters, digits and '
            f"single hyphens, at most {LONGEST_SLUG}"
        )
        return _of_file("invalid-id", file, message)
    if DEVICE.fullmatch(stem):
        message = f'"{stem}" cannot be the name of a folder on Windows; name the file differently'
        return _of_file("invalid-id", file, message)
    if dot and not _LANGUAGE.fullmatch(language):
        message = f'"{language}" is not a language tag; expected a name such as {stem}.cy.md'
        return _of_file("invalid-language", file, message)
    return None


def _of_file(code: str, file: ContentFile, message: str) -> Problem:
    """Return a Problem with a file's name; a draft's is a note, as all that is wrong with it."""
    problem = error(code, Mark(file.path), message)
    return problem.softened() if says_draft(file.text) else problem
