"""Tables as CSV (RFC 4180) that a spreadsheet shows and never runs.

A cell that begins like a formula is run by Excel and LibreOffice when a partner opens the file, so
an apostrophe goes before it. Reading is exact all the same: where one or more apostrophes come
before such a beginning, one of them is ours, and ``unguarded`` takes it off.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from generator.rules.json_text import Json

SEPARATOR = "; "
"""Between the items of a list in one cell. The JSON file keeps them apart whatever they hold."""

# The full-width signs mean the same to some versions of Excel (OWASP, "CSV Injection").
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile("'+[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_HARMLESS = re.compile(r"[+-]?\d+(\.\d+)?|\+\d[\d ()-]{5,24}")


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Json]]) -> bytes:
    """Return a table as UTF-8 without a byte order mark, its lines ending in CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def guarded(words: str) -> str:
    """Return what stands in a cell for words. Numbers and telephone numbers stay as they are."""
    if _FORMULA.match(words) and not _HARMLESS.fullmatch(words):
        return f"'{words}"
    return words


def unguarded(cell: str) -> str:
    """Return the words that a cell stands for."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _cell(value: Json) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return guarded(value)
        case int() | float():
            return str(value)
        case _:
            return guarded(SEPARATOR.join(str(item) for item in value))
