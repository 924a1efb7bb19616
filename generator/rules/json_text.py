"""JSON as bytes of a file, and as text that may stand inside a page's script element."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

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
    return json_of_lines(json_head(about), name, map(json_line, rows))


def json_line(value: Json) -> str:
    """Return a value as JSON on one line, to be put into ``json_of_lines`` and ``json_of_line``."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_head(members: Mapping[str, Json]) -> str:
    """Return members as those that a file begins with: written once for many files."""
    return "".join(f"{json_line(key)}:{json_line(value)},\n" for key, value in members.items())


def json_of_lines(head: str, name: str, lines: Iterable[str]) -> bytes:
    """Return the file that begins with ``head`` and holds lines, as a list, under ``name``."""
    rows = ",\n".join(lines)
    return f"{{\n{head}{json_line(name)}:[\n{rows}\n]\n}}\n".encode()


def json_of_line(head: str, name: str, line: str) -> bytes:
    """Return the file that begins with ``head`` and holds one line under ``name``."""
    return f"{{\n{head}{json_line(name)}:{line}\n}}\n".encode()


def json_beside(members: Mapping[str, Json], name: str, line: str) -> str:
    """Return, on one line, an object of these members and a line that was made already."""
    return f"{json_line(members)[:-1]},{json_line(name)}:{line}}}"


def script_json(value: Json) -> SafeHtml:
    """Return a value as JSON that is safe between the tags of a data script element."""
    return SafeHtml(json_line(value).translate(_ESCAPED_IN_SCRIPT))
