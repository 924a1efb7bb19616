"""Stage 1: the folder to Sources. Everything in it is looked at once, and named or refused."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from generator.model.problem import Mark, Problem, error, warning
from generator.model.registry import KINDS, Kind
from generator.model.source import Content, ContentFile, Source
from generator.ports import Entry, Folder
from generator.rules.decoding import decode
from generator.rules.scalars import LONGEST_SLUG, SLUG
from generator.rules.suggestions import did_you_mean

RECORD_LIMIT = 64 * 1024
FILE_LIMIT = 16 * 1024 * 1024
"""For taxonomy, geocodes and outlines, which grow with the place and not with one author."""

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
    read = {
        entry.path: text
        for entry in files
        if _wanted(entry.path) and (text := _read(folder, entry, root, problems)) is not None
    }
    sources = _sources(read, problems)
    content = Content(
        root=root,
        sources=sources,
        place=read.get("place.yaml"),
        taxonomy=read.get("taxonomy.yaml"),
        geocodes=read.get("geocodes.yaml"),
        neighbourhoods=read.get("neighbourhoods.geojson"),
        images=tuple(entry.path for entry in files if _is_image(entry.path)),
    )
    return content, tuple(problems)


def _hidden(path: str) -> bool:
    """Editors and systems leave files of their own: hidden ones, backups, swap files."""
    return any(part.startswith((".", "#")) or part.endswith("~") for part in path.split("/"))


def _wanted(path: str) -> bool:
    folder, name = posixpath.split(path)
    return path in SINGLE_FILES or (name.endswith(".md") and _kind_in(folder) is not None)


def _is_image(path: str) -> bool:
    return path.startswith(f"{IMAGE_FOLDER}/") and path.lower().endswith(_IMAGE_SUFFIXES)


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
        message = f"{entry.size} bytes; expected at most {limit}"
        problems.append(error("too-large", Mark(shown), message))
        return None
    text, found = decode(shown, folder.read(entry.path, limit))
    problems.extend(found)
    return (
        None if any(problem.code == "not-utf-8" for problem in found) else ContentFile(shown, text)
    )


def _sources(read: dict[str, ContentFile], problems: list[Problem]) -> tuple[Source, ...]:
    originals: dict[tuple[str, str], ContentFile] = {}
    translated: dict[tuple[str, str], list[tuple[str, ContentFile]]] = {}
    for path, file in sorted(read.items()):
        folder, name = posixpath.split(path)
        kind = _kind_in(folder)
        if kind is None:
            continue
        stem, dot, language = name.removesuffix(".md").partition(".")
        if not SLUG.fullmatch(stem) or len(stem) > LONGEST_SLUG:
            message = (
                f'"{name}" cannot be an address; name the file in lower-case letters, digits and '
                f"single hyphens, at most {LONGEST_SLUG}"
            )
            problems.append(error("invalid-id", Mark(file.path), message))
        elif not dot:
            originals[kind.name, stem] = file
        elif _LANGUAGE.fullmatch(language):
            translated.setdefault((kind.name, stem), []).append((language, file))
        else:
            message = f'"{language}" is not a language tag; expected a name such as {stem}.cy.md'
            problems.append(error("invalid-language", Mark(file.path), message))
    for key in sorted(translated.keys() - originals.keys()):
        for _, file in translated[key]:
            message = f"there is no {key[1]}.md beside it for this to be a translation of"
            problems.append(error("orphan-translation", Mark(file.path), message))
    return tuple(
        Source(kind, identifier, file, tuple(translated.get((kind, identifier), ())))
        for (kind, identifier), file in originals.items()
    )
