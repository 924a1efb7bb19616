"""What is fuzzed: each target takes any bytes, and raises where a promise does not hold.

They know nothing of the fuzzer, so that the saved corpus can be replayed without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from generator.adapters.markdown_nh3 import MarkdownNh3
from generator.adapters.yaml_pyyaml import PyYaml
from generator.model.location import Bounds
from generator.model.registry import KINDS
from generator.model.schedule import Every
from generator.model.site_path import why_unsafe
from generator.model.source import ContentFile, Source
from generator.rules.decoding import decode
from generator.rules.every import parse_every
from generator.rules.scalars import LONGEST_SLUG, SLUG, link, slug, slug_like
from generator.rules.schedules import MOST_OCCURRENCES, occurrences
from generator.rules.timetable import schedule_of
from generator.rules.unreadable import Unreadable
from generator.stages.parse import Reading, ReadRecord, parse_record
from tests.properties.test_any_body import unsafe
from tests.unit.rules.scheduling import NEWPORT

PATH = "content/opportunities/a.md"
LONGEST = 4_000
"""Bytes: beyond it a text takes long because it is long, and the fuzzer learns nothing."""

_READING = Reading(
    PyYaml(), MarkdownNh3({kind.folder: kind.address for kind in KINDS}), ("en", "cy"),
    "Europe/London", Bounds(51.5, -3.1, 51.7, -2.8),
)  # fmt: skip


def front_matter(data: bytes) -> None:
    """Read a whole record; each problem has its place."""
    text, problems = decode(PATH, data[:LONGEST])
    read = _read(text)
    for problem in (*problems, *read.problems):
        assert problem.message
        assert problem.mark.line >= 1 <= problem.mark.column, problem


def markdown(data: bytes) -> None:
    """Format a text; a browser finds nothing in it that is not on the list."""
    text, _ = decode(PATH, data[:LONGEST])
    prose, _ = _READING.markdown.render(PATH, text)
    assert unsafe(prose) == []


def schedule(data: bytes) -> None:
    """Read an `every`, and a whole `when`; what comes of it is bounded and in order."""
    text, _ = decode(PATH, data[:LONGEST])
    first = text.partition("\n")[0]
    answer = parse_every(first)
    assert isinstance(answer, Every) or answer
    record = _read(f"---\nwhen:\n  {text.replace(chr(10), chr(10) + '  ')}\n---\n").record
    if record is None:
        return
    found, _ = schedule_of(record, "Europe/London")  # type: ignore[arg-type] # an opportunity
    days = list(occurrences(found, NEWPORT, date(2026, 11, 23)))
    assert len(days) <= MOST_OCCURRENCES
    assert days == sorted(days, key=lambda day: (day.start, day.end, day.source))


def slugs(data: bytes) -> None:
    """Read an id, make one, and read an address; what is accepted is safe where it is used."""
    text = data[:LONGEST].decode("utf-8", "replace")
    for take in (slug, link):
        try:
            taken = take(text)
        except Unreadable:
            continue
        if take is slug:
            assert why_unsafe(f"badges/{taken}/index.html") == ""
        else:
            assert taken.lower().startswith(("https://", "http://"))
    made = slug_like(text)
    assert not made or (SLUG.fullmatch(made) and len(made) <= LONGEST_SLUG)


def _read(text: str) -> ReadRecord:
    return parse_record(Source("opportunity", "a", ContentFile(PATH, text)), _READING)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "front-matter": front_matter,
    "markdown": markdown,
    "schedule": schedule,
    "slugs": slugs,
}
