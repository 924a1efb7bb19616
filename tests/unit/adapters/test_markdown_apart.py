from __future__ import annotations

import multiprocessing
import os
import pickle
import resource
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.adapters.markdown_apart import MEMORY, SHORT, Answer, MarkdownApart, could_unfold
from generator.adapters.markdown_nh3 import MarkdownNh3
from generator.model.prose import Prose

LONGEST = 64_000
# Each unfolds without bound by a way of its own: a definition, a table, a list of notes, and tags
# that an HTML parser opens again in every paragraph.
BOMBS = {
    "definition": f"[a]: https://a.example/{'x' * 30_000}\n\n" + "[a] " * 8_000,
    "title": f"[a]: https://a.example/ '{'x' * 30_000}'\n\n" + "[a] " * 8_000,
    "table": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "|\n" * 27_000,
    "tags": f"<div><p>{''.join(f'<b x{n}>' for n in range(3_000))}</p>" + "<p>a</p>" * 4_000,
}


@dataclass(frozen=True, slots=True)
class Odd:
    """A renderer that says in which process it works, and does what a text tells it to."""

    def render(self, path: str, text: str, first_line: int = 1) -> Answer:
        if "die" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "fail" in text:
            raise ZeroDivisionError(path)
        if "take" in text:
            bytearray(2 * MEMORY)
        if "work" in text:
            sum(range(10**12))  # one call, which no signal's handler can break off
        return Prose((str(os.getpid()),), (), str(first_line)), ()


def unfolding(word: str) -> str:
    return word + " <b>" * SHORT


@pytest.fixture
def odd() -> Iterator[MarkdownApart]:
    yield (apart := MarkdownApart(Odd()))
    if apart._helper:
        apart._helper.end()


def process_of(apart: MarkdownApart, text: str) -> int:
    prose, problems = apart.render("a", text)
    assert problems == ()
    return int(prose.pieces[0])


@pytest.mark.parametrize("kind", BOMBS)
def test_text_that_unfolds_without_bound_is_a_problem(kind: str) -> None:
    apart = MarkdownApart(MarkdownNh3({}))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    prose, problems = apart.render("content/a.md", BOMBS[kind], 7)

    assert len(BOMBS[kind]) <= LONGEST
    assert not prose
    assert [(one.code, one.mark.path, one.mark.line) for one in problems] == [
        ("slow-text", "content/a.md", 7)
    ]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024  # kilobytes
    assert apart.render("content/b.md", "*Words*")[0].text.strip() == "Words"


def test_short_and_plain_texts_are_formatted_here(odd: MarkdownApart) -> None:
    assert process_of(odd, "Words with <b> in them.") == os.getpid()
    assert process_of(odd, "Words without any markup. " * 2_000) == os.getpid()


# An expression, tried in every way, never came to an end of such a text, and held up the build.
@pytest.mark.parametrize("between", [0, 50, 200])
def test_heap_of_brackets_is_counted(between: int) -> None:
    heap = ("[" + "a" * between) * 99

    assert not could_unfold(heap + "." * 201 + "[" + "." * SHORT)
    assert could_unfold(heap + "[" + "." * SHORT)


def test_texts_that_could_unfold_share_a_process(odd: MarkdownApart) -> None:
    first, second = (process_of(odd, unfolding(word)) for word in ("one", "two"))

    assert first == second != os.getpid()


def test_process_that_dies_is_a_problem_and_the_next_text_has_another(odd: MarkdownApart) -> None:
    _, problems = odd.render("content/a.md", unfolding("die"))

    assert [problem.code for problem in problems] == ["slow-text"]
    assert process_of(odd, unfolding("live")) != os.getpid()


def test_memory_beyond_the_limit_is_a_problem(odd: MarkdownApart) -> None:
    _, problems = odd.render("content/a.md", unfolding("take"))

    assert [problem.code for problem in problems] == ["slow-text"]


def test_one_call_that_works_for_ever_is_killed(odd: MarkdownApart) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    _, problems = odd.render("content/a.md", unfolding("work"))

    assert [problem.code for problem in problems] == ["slow-text"]
    assert 1 < resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 8


def test_mistake_of_ours_is_raised_where_it_was_asked_for(odd: MarkdownApart) -> None:
    with pytest.raises(ZeroDivisionError, match=r"content/a\.md"):
        odd.render("content/a.md", unfolding("fail"))

    assert process_of(odd, unfolding("on")) != os.getpid()


def test_answers_are_the_same_in_either_process() -> None:
    text = "| a | b |\n|---|---|\n| [c](d) | <script>e</script> |\n\n" * 100
    assert could_unfold(text)

    here = MarkdownNh3({}).render("content/a.md", text, 3)

    assert MarkdownApart(MarkdownNh3({})).render("content/a.md", text, 3) == here


def test_renderer_travels_without_its_process(odd: MarkdownApart) -> None:
    process_of(odd, unfolding("one"))

    copy = pickle.loads(pickle.dumps(odd))  # noqa: S301 - our own bytes

    assert copy == odd
    assert copy._helper is None


def test_process_ends_with_the_one_that_asked(odd: MarkdownApart) -> None:
    helper = process_of(odd, unfolding("one"))

    odd._helper.line.close()  # type: ignore[union-attr] # it has just answered

    until = time.monotonic() + 20
    while time.monotonic() < until and odd._helper.process.is_alive():  # type: ignore[union-attr]
        time.sleep(0.02)
    assert not odd._helper.process.is_alive(), helper  # type: ignore[union-attr]


def test_copy_of_the_process_has_a_helper_of_its_own(odd: MarkdownApart) -> None:
    here = process_of(odd, unfolding("live"))
    ours, theirs = multiprocessing.Pipe()

    def ask() -> None:
        theirs.send(process_of(odd, unfolding("live")))

    copy = multiprocessing.get_context("fork").Process(target=ask)
    copy.start()
    there = ours.recv()
    copy.join()

    assert there not in (here, os.getpid())
    assert process_of(odd, unfolding("live")) == here
