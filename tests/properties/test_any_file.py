"""Whatever lies in the content folder: Problems at most, each with its line, never a crash."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.problem import Problem, Severity
from tests.support.in_memory import build_in_memory, understand_in_memory
from tests.support.random_folders import Files, Wanted, seeded_folder
from tests.support.record_text import record_file

ROUNDS = settings().max_examples

# Bytes that mean something to a decoder, to YAML, to Markdown, to JSON or to a date.
FRAGMENTS = (
    b"", b"\n", b"---\n", b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'", b"|", b">", b"&a ",
    b"*a", b"!!python/object:os.system ", b"<<: *a", b"? ", b"#", b"%", b"@", b"`", b"\t", b"\r",
    b"\x00", b"\x1b", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"9" * 400, b"1e999", b".nan", b"2026-02-30", b"24:61", b"-0", b"null", b"~", b"<script>",
    b"[a](javascript:b)", b"../../etc/passwd", b"[" * 60, b"(" * 60, b"\\u0000",
    b"\xf0\x9f\x98\x80",
)  # fmt: skip


@cache
def place() -> Files:
    return seeded_folder(11, Wanted(size=8, languages=("en", "cy"), chance=0.6))


def errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw one of the place's files with a few pieces cut out, doubled, moved or put in."""
    name = draw(st.sampled_from(sorted(place())))
    content = place()[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from((0, 0, 1, 10, 200))))
        fragment = draw(st.sampled_from(FRAGMENTS) | st.binary(max_size=6))
        again = content[start:end] * draw(st.sampled_from((0, 1, 2)))
        content = content[:start] + fragment + again + content[end:]
    return name, content


@given(damaged())
@settings(max_examples=ROUNDS)
def test_damaged_file_is_understood_or_its_problems_are_told(damage: tuple[str, bytes]) -> None:
    name, content = damage

    understood = understand_in_memory({**place(), name: content})

    for problem in understood.problems:
        assert problem.message
        assert problem.mark.line >= 1
        assert problem.mark.column >= 1
        assert problem.mark.path.startswith("content/") or not problem.mark.path.startswith("/")


@given(damaged())
@settings(max_examples=ROUNDS // 4)
def test_damaged_file_that_has_no_error_is_built(damage: tuple[str, bytes]) -> None:
    name, content = damage

    built = build_in_memory({**place(), name: content})

    assert bool(built.files) == (not errors(built.problems))


@given(st.text(max_size=60), st.sampled_from(("title", "note", "summary", "alert")))
@settings(max_examples=ROUNDS)
def test_any_text_arrives_as_it_was_typed_or_is_refused(text: str, field: str) -> None:
    record = {
        "title": "Reading", "summary": "With others.", "organisation": "organisation-1",
        "kind": "club", "mode": ["online"], "where": ["https://elsewhere.example/"],
        "when": {"anytime": True}, "join": ["turn-up"], "checked_on": "2026-11-01",
        "cost": [{"free": True, "note": text if field == "note" else "Nothing to pay"}],
        "ages": {"from": 18},
    }  # fmt: skip
    if field != "note":
        record[field] = text
    files = {**place(), "opportunities/reading.md": _bytes(record_file(record))}

    understood = understand_in_memory(files)

    told = [one for one in errors(understood.problems) if one.mark.path.endswith("reading.md")]
    reading = understood.place.opportunities.get("reading")
    if not told:
        assert reading is not None
        said = reading.costs[0].note if field == "note" else getattr(reading, field)
        assert said.words("en") == " ".join(text.split())


def _bytes(text: str) -> bytes:
    """Return the text as a file: a lone surrogate, which no file can hold, as the bytes of one."""
    return text.encode("utf-8", "surrogatepass")
