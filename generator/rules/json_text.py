"""JSON as bytes of a file, and as text that may stand inside a page's script element."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.model.prose import SafeHtml

Json = str | int | float | bool | None | Mapping[str, "Json"] | Sequence["Json"]

# Inside <script> a browser's tokeniser looks for "</script" and "<!--" and knows nothing of JSON
# strings (HTML, 13.1.2.6); U+2028 and U+2029 end a line in older JavaScript. As \u escapes none
# of them means anything but itself, and all stand only inside JSON strings.
_ESCAPED_IN_SCRIPT = str.maketrans(
    {letter: f"\\u{ord(letter):04x}" for letter in ("<", ">", "&", "\u2028", "\u2029")}
)


def json_file(value: Json) -> bytes:
    """Return the file that holds a value: keys in the order given, readable, ending in a newline.

    NaN and the infinities, which are not JSON, raise ValueError.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def json_table(about: Mapping[str, Json], name: str, rows: Sequence[Json]) -> bytes:
    """Return the file that holds ``about`` and then, under ``name``, rows, each on its own line.

    A third of the size that ``json_file`` makes of many rows, and a change is a line in a diff.
    """
    head = [f"{_line(key)}:{_line(value)}" for key, value in about.items()]
    lines = ",\n".join(map(_line, rows))
    text = ",\n".join([*head, f"{_line(name)}:[\n{lines}\n]"])
    return f"{{\n{text}\n}}\n".encode()


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def script_json(value: Json) -> SafeHtml:
    """Return a value as JSON that is safe between the tags of a data script element."""
    return SafeHtml(_line(value).translate(_ESCAPED_IN_SCRIPT))
