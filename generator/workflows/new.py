"""``doorstep new``: a record to fill in, with every field that it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.fault import Refused
from generator.model.registry import KINDS
from generator.ports import NewFiles, Yaml
from generator.rules.scalars import slug_like

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What is known of a record before it is written: its kind's name, its title, the day."""

    kind: str
    title: str
    today: date


def new(
    record: NewRecord,
    beginnings: Mapping[str, str],
    known: Mapping[str, Sequence[str]],
    yaml: Yaml,
    files: NewFiles,
) -> str:
    """Write a draft of a record into the content folder; return its path there.

    ``beginnings`` holds a text to begin with for each kind, ``known`` the ids that the place has,
    by folder: the text names them, so that nobody has to look them up. Raises Refused where a
    record of that name exists, or where no address can be made of the title.
    """
    kind = next(kind for kind in KINDS if kind.name == record.kind)
    identifier = slug_like(record.title)
    if not identifier:
        raise Refused(
            f'no address can be made of "{record.title}"; use a title with letters or digits'
        )
    values = {"title": yaml.write(record.title).removesuffix("\n...\n").strip()}
    values["today"] = record.today.isoformat()
    for other in KINDS:
        ids = known.get(other.folder, ())
        values[other.name] = ids[0] if ids else f"its-{other.name}"
        values[other.folder] = _named(other.folder, ids)
    path = f"{kind.folder}/{identifier}.md"
    files.create(path, _filled(beginnings[kind.name], values))
    return path


def _named(folder: str, ids: Sequence[str]) -> str:
    if not ids:
        return f"the name of a file in {folder}/, without .md"
    more = ", …" if len(ids) > _MOST_NAMED else ""
    return "here: " + ", ".join(ids[:_MOST_NAMED]) + more


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Put the values in, all at once: a title may itself hold what looks like a mark."""
    return re.sub(r"\{\{ (\w+) \}\}", lambda mark: values[mark[1]], text)
