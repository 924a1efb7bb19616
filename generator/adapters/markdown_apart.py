"""Texts that could unfold without bound are formatted in a process of their own, which can die.

Markdown and HTML know short ways to say much: a definition that is referred to 10,000 times, a
table of 2,000 columns, tags that a parser opens again in each paragraph. 64 kB of them take over
1.4 GB, and much of that time and memory goes in one call of a library in C or Rust, which nothing
in this process could break off. Measured: docs/decisions/0021.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator.adapters.markdown_nh3 import MarkdownNh3
from generator.model.problem import Mark, Problem, error
from generator.model.prose import Prose
from generator.ports import Markdown

SHORT = 4_000
"""Characters: the worst that were found for a text of this length take 0.5 s and 30 MB."""
MEMORY = 300 * 1024 * 1024
"""Bytes that one text may take, beyond what the process needs by itself."""
PROCESSOR = 3
"""Seconds of processor time after which the process is killed. The renderer ends itself after two,
where it can; the system counts whole seconds."""
PATIENCE = 60.0
"""Seconds by the clock: far more than PROCESSOR, for a machine that is busy with other things."""

# What any of those ways begins with: markup, a table, a definition; or a heap of brackets. Those
# are counted: an expression tries every way in which brackets can be left out, without end.
_UNFOLDS = re.compile(r"<|\||^ {0,3}\[[^\[\]]+\]:", re.MULTILINE)
_HEAP, _NEAR = 100, 200
"""So many opening brackets, each at most so many characters after the one before."""

TOO_MUCH = "this text takes too much time or memory to format; shorten it, or leave out its markup"

Asked = tuple[str, str, int]
Answer = tuple[Prose, tuple[Problem, ...]]
Given = tuple[Answer | Exception | None, bool]


@dataclass(slots=True)
class MarkdownApart:
    """Port Markdown around another, which has to be picklable.

    The process starts with the first text that needs it, and again after one that killed it.
    """

    markdown: Markdown
    _helper: _Helper | None = field(default=None, repr=False, compare=False)

    def __reduce__(self) -> tuple[type[MarkdownApart], tuple[Markdown]]:
        """Travel to a worker without the process, which belongs to this one."""
        return type(self), (self.markdown,)

    def render(self, path: str, text: str, first_line: int = 1) -> Answer:
        """Return what the other renderer does; a Problem where the text took too much."""
        if not could_unfold(text):
            return self.markdown.render(path, text, first_line)
        if self._helper is None or self._helper.owner != os.getpid():
            self._helper = _Helper.started(self.markdown)
        answer, goes_on = self._helper.ask((path, text, first_line))
        if not goes_on:
            self._helper.end()
            self._helper = None
        if isinstance(answer, Exception):
            raise answer
        return answer or (Prose(), (error("slow-text", Mark(path, first_line), TOO_MUCH),))


def bounded_markdown(addresses: dict[str, str]) -> MarkdownApart:
    """Return the renderer of records, for which the worst text is a Problem."""
    return MarkdownApart(MarkdownNh3(addresses))


def could_unfold(text: str) -> bool:
    """Say whether a text may come to far more than what it is long."""
    return len(text) > SHORT and (_UNFOLDS.search(text) is not None or _has_a_heap(text))


def _has_a_heap(text: str) -> bool:
    in_a_row, reach = 0, -1
    for bracket in re.finditer(r"\[", text):
        in_a_row = in_a_row + 1 if bracket.start() <= reach else 1
        reach = bracket.end() + _NEAR
        if in_a_row == _HEAP:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Helper:
    """``owner`` is who started it: a copy of that process must not speak on the same line."""

    process: BaseProcess
    line: Connection
    owner: int

    @classmethod
    def started(cls, markdown: Markdown) -> _Helper:
        # Not forked: this process may have threads, and memory that would count as the text's.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_format, args=(theirs, markdown), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours, os.getpid())

    def ask(self, asked: Asked) -> Given:
        """Return the answer, None where it did not live to give one, and whether it goes on."""
        try:
            self.line.send(asked)
            if not self.line.poll(PATIENCE):
                return None, False
            given: Given = self.line.recv()
        except (EOFError, OSError):
            return None, False
        return given

    def end(self) -> None:
        self.line.close()
        self.process.kill()
        self.process.join()


def _format(line: Connection, markdown: Markdown) -> None:
    """Answer until nobody asks any more, or a text is too much."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library in Rust says there what it died of
    markdown.render("", "*warm*")  # what everybody needs is not counted against one text
    before = _taken()
    with suppress(OSError, ValueError):  # macOS knows no such limit, and has the other
        resource.setrlimit(resource.RLIMIT_AS, (before + MEMORY, before + MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    goes_on = True
    with suppress(EOFError, OSError, MemoryError):
        while goes_on:
            asked: Asked = line.recv()
            _allow(PROCESSOR)
            answer = _answer(markdown, asked)
            # What a text has left behind must not count against the next.
            goes_on = _taken() < before + MEMORY // 10
            line.send((answer, goes_on))


def _answer(markdown: Markdown, asked: Asked) -> Answer | Exception:
    try:
        return markdown.render(*asked)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - it is raised again by the one who asked
        return fault


def _allow(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _taken() -> int:
    """Return how much memory this process has asked for; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
