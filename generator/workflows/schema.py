"""``doorstep schema``: the JSON Schemas of records, for editors that complete and underline."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator.model.fault import Refused
from generator.ports import ReplacedFile
from generator.rules.schema import schemas
from generator.rules.suggestions import one_of


def schema_text(name: str) -> str:
    """Return one schema as text; raise Refused where there is none of that name."""
    known = schemas()
    if name not in known:
        raise Refused(f'there is no schema "{name}"{one_of(name, known)}')
    return _text(known[name])


def write_schemas(file: Callable[[str], ReplacedFile]) -> tuple[str, ...]:
    """Write every schema, over those of an older version; return their paths.

    ``file`` gives the file of a name such as ``badge.schema.json``.
    """
    written = []
    for name, schema in schemas().items():
        target = file(f"{name}.schema.json")
        target.replace(_text(schema))
        written.append(target.path)
    return tuple(written)


def _text(schema: object) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
