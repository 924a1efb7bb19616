"""The page of commands, from the command line's own objects.

They come in as an argument and are only asked for what every one of them has, so that nothing here
depends on the library that parses the command line.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import PurePath
from typing import Any, Protocol

from generator.workflows.reference.writing import HEAD, table

_OPENING = (
    "`doorstep COMMAND --help` says the same. Results go to standard output, progress and problems "
    "to standard error."
)


class Command(Protocol):
    """A command: what it is called, what it does, what it can be given."""

    help: str | None

    @property
    def params(self) -> Sequence[Any]:
        """Its options and arguments, in the order in which ``--help`` lists them."""


def commands_page(commands: Mapping[str, Command]) -> str:
    """Return the page."""
    parts = [
        "# Commands",
        HEAD,
        _OPENING,
    ]
    for name in sorted(commands):
        parts += _command(name, commands[name])
    return "\n\n".join(parts) + "\n"


def _command(name: str, command: Command) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = " ".join(["doorstep", name, *map(_shown_argument, arguments)])
    yield f"## doorstep {name}"
    yield f"```sh\n{usage}{' [OPTIONS]' if options else ''}\n```"
    yield _paragraphs(inspect.cleandoc(command.help or ""))
    rows = [(f"`{_spelling(option)}`", _told(option)) for option in options]
    if rows:
        yield table(("Option", "What it does"), rows)


def _paragraphs(text: str) -> str:
    """Return the help text with each paragraph on one line, as a page wants it."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))


def _shown_argument(argument: Any) -> str:  # noqa: ANN401 - whatever the command line has
    return str(argument.metavar or argument.name.upper())


def _spelling(option: Any) -> str:  # noqa: ANN401 - as above
    if option.is_flag:
        return str(option.opts[-1])
    choices = getattr(option.type, "choices", None)
    value = option.metavar or ("|".join(_word(one) for one in choices) if choices else "")
    return f"{option.opts[-1]} {value or str(option.type.name).upper()}"


def _told(option: Any) -> str:  # noqa: ANN401 - as above
    said = " ".join((option.help or "").split())
    default = option.default
    shown = default.as_posix() if isinstance(default, PurePath) else _word(default)
    given = isinstance(default, (str, int, PurePath)) and not option.is_flag and shown
    return f"{said} Default: `{shown}`." if given and option.show_default else said


def _word(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)
