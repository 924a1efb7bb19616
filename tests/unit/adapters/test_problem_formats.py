from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.problem_formats import as_github, as_json, as_text
from generator.model.problem import Mark, Problem, Severity, error, note, warning

ROBOTICS = replace(
    error(
        "unknown-badge",
        Mark("content/opportunities/robotics.md", 7, 9),
        'no badge "robotcs-1"; did you mean "robotics-1"?',
    ),
    excerpt="badges: [robotcs-1]",
)

anything = st.text(st.characters(categories=None))
problems = st.lists(
    st.builds(
        Problem,
        code=st.sampled_from(["unknown-badge", "x"]),
        severity=st.sampled_from(Severity),
        mark=st.builds(Mark, anything, st.integers(1, 99), st.integers(1, 300)),
        message=anything,
        excerpt=anything,
    ),
    max_size=4,
)


def test_problem_is_told_over_its_line_with_a_caret() -> None:
    assert as_text([ROBOTICS]) == (
        'content/opportunities/robotics.md:7:9: error[unknown-badge] no badge "robotcs-1"; '
        'did you mean "robotics-1"?\n'
        "    badges: [robotcs-1]\n"
        "            ^\n"
        "1 error in 1 file\n"
    )


def test_most_severe_come_first_and_the_summary_counts_them() -> None:
    told = as_text(
        [note("c", Mark("a"), "n"), error("c", Mark("z"), "e"), warning("c", Mark("a"), "w")]
    ).splitlines()

    assert told == [
        "z:1:1: error[c] e",
        "a:1:1: warning[c] w",
        "a:1:1: note[c] n",
        "1 error, 1 warning, 1 note in 2 files",
    ]


def test_nothing_to_tell_is_nothing() -> None:
    assert as_text([]) == ""
    assert as_github([]) == ""
    assert json.loads(as_json([])) == {
        "problems": [],
        "summary": {"errors": 0, "warnings": 0, "notes": 0},
    }


def test_caret_stands_under_its_character_after_wide_and_combining_ones() -> None:
    problem = replace(ROBOTICS, mark=Mark("a", 1, 6), excerpt="\t\u65e5\u672ce\u0301x")

    _, line, caret, _ = as_text([problem]).splitlines()

    assert line == "     \u65e5\u672ce\u0301x"
    assert caret == "    " + " " * 6 + "^"


def test_long_line_is_cut_around_its_caret() -> None:
    problem = replace(ROBOTICS, mark=Mark("a", 1, 501), excerpt="a" * 500 + "X" + "b" * 500)

    _, line, caret, _ = as_text([problem]).splitlines()

    assert line[caret.index("^")] == "X"
    assert len(line) < 110


def test_record_cannot_steer_the_terminal() -> None:
    told = as_text([replace(ROBOTICS, message="\x1b[2J\r\u202eevil\u2028", excerpt="\x1b]0;x\x07")])

    assert "\\x1b[2J\\r\\u202eevil\\u2028" in told
    assert all(character.isprintable() or character == "\n" for character in told)


@given(problems)
def test_every_text_is_printable_and_encodable(some: list[Problem]) -> None:
    told = as_text(some)

    assert all(ord(character) >= ord(" ") or character == "\n" for character in told)
    told.encode("utf-8")  # which a lone surrogate would not survive


@given(problems)
def test_json_gives_back_every_problem(some: list[Problem]) -> None:
    read = json.loads(as_json(some))["problems"]

    assert sorted((each["path"], each["message"], each["line"]) for each in read) == sorted(
        (each.mark.path, each.message, each.mark.line) for each in some
    )


@given(problems)
def test_each_problem_is_one_workflow_command(some: list[Problem]) -> None:
    lines = as_github(some).split("\n")

    assert lines.pop() == ""
    assert len(lines) == len(some)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_workflow_command_escapes_what_would_end_it() -> None:
    problem = error("c", Mark("a,b:c%.md", 2, 3), "50%\n::error::evil")

    assert as_github([problem]) == (
        "::error file=a%2Cb%3Ac%25.md,line=2,col=3,title=c::50%25%0A::error::evil\n"
    )
