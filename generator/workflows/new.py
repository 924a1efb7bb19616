"""``doorstep new``: a record to fill in, with every field that it needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from generator.model import shapes
from generator.model.declaration import Declaration, declarations
from generator.model.fault import Refused
from generator.model.registry import KINDS, Kind
from generator.ports import NewFiles, Yaml
from generator.rules.scalars import LONGEST_SLUG


def new(kind_name: str, title: str, today: date, yaml: Yaml, files: NewFiles) -> str:
    """Write a draft of a record into the content folder; return its path there.

    Raises Refused where a record of that name exists, or where no address can be made of the title.
    """
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    identifier = identifier_of(title)
    if not identifier:
        raise Refused(f'no address can be made of "{title}"; use a title with letters or digits')
    path = f"{kind.folder}/{identifier}.md"
    files.create(path, scaffold(kind, title, today, yaml))
    return path


def identifier_of(title: str) -> str:
    """Return the id that a title suggests: ``Café Gwyrdd!`` gives ``cafe-gwyrdd``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    identifier = ""
    for word in words:
        longer = f"{identifier}-{word}" if identifier else word
        if len(longer) > LONGEST_SLUG:
            break
        identifier = longer
    return identifier


def scaffold(kind: Kind, title: str, today: date, yaml: Yaml) -> str:
    """Return the text of a new record: a draft, what is needed first, what is possible below."""
    fields = [field for field in declarations(kind.type) if field.name not in ("title", "draft")]
    needed = [field for field in fields if field.required]
    possible = [field for field in fields if not field.required and field.name != "aliases"]
    lines = [
        "---",
        yaml.write({"title": title}).strip(),
        "draft: true # take this line away when the record is ready",
    ]
    for field in needed:
        lines += _asked(field, today, comment="")
    lines.append("# What follows may stay as it is, be filled in, or be deleted.")
    for field in possible:
        filled = field.name == "checked_on" and not field.required
        lines += _asked(field, today, comment="" if filled else "# ")
    lines += ["---", "", "Write here, in plain words, what people should know.", ""]
    return "\n".join(lines)


def _asked(field: Declaration, today: date, comment: str) -> Iterator[str]:
    yield f"# {field.help}"
    value = today.isoformat() if field.name == "checked_on" else ""
    hint = _hint(field.shape)
    yield f"{comment}{field.name}:{' ' + value if value else ''}{'  # ' + hint if hint else ''}"


def _hint(shape: shapes.Shape) -> str:  # noqa: PLR0911 - one arm a shape
    """Return what may stand here, in a few words."""
    match shape:
        case shapes.Choice(values):
            return "one of " + ", ".join(str(value) for value in values)
        case shapes.Term(schemes):
            return "an id from taxonomy.yaml, " + " or ".join(schemes)
        case shapes.Ref(kinds):
            return "the id of " + " or ".join(_article(kind) for kind in kinds)
        case shapes.Many(of):
            inner = _hint(of)
            return f"a list; each {inner}" if inner else "a list"
        case shapes.Group(type=kind):
            return "with " + ", ".join(field.name for field in declarations(kind))
        case shapes.Flag():
            return "true or false"
        case shapes.Day():
            return "a date such as 2026-12-08"
        case _:
            return ""


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
