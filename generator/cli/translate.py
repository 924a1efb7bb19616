"""``doorstep translate``: the interface's strings in other languages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from generator.model.interface import Brought

PROBLEMS = 1


@click.group()
def translate() -> None:
    """Keep what the site itself says in other languages.

    Records are translated in files beside them (`doorstep check --translations` lists what is
    missing). This is about the rest: buttons, headings, sentences. They stand in a theme's
    templates, and in catalogues under the theme's locale/ folder, one for each language, in the
    format of gettext, for which there are editors (Poedit, Weblate).

    A theme of your own, in themes/ beside your content, has a catalogue of its own. It holds what
    the base theme does not say in that language: your own strings, or all of a language that
    Doorstep does not speak yet.
    """


def _themes(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--check", is_flag=True, help="Write nothing; exit 1 if something would be."),
        click.option(
            "--content",
            type=click.Path(path_type=Path, file_okay=False),
            default=Path("content"),
            show_default=True,
            help="The folder of records; themes/ is beside it.",
        ),
        click.option(
            "--theme",
            default="",
            metavar="NAME",
            help="A theme in themes/. Default: the base theme, in Doorstep's own repository.",
        ),
    ):
        command = option(command)
    return command


@translate.command()
@_themes
def extract(*, theme: str, content: Path, check: bool) -> None:
    """Collect what a theme says.

    Writes the theme's locale/messages.pot: every string, and the files it is in. Editors of
    catalogues begin a language from it.
    """
    from generator import app  # noqa: PLC0415

    _tell([app.strings(content, theme, check=check).extract()], check=check)


@translate.command()
@click.argument("languages", metavar="[LANG]...", nargs=-1)
@_themes
def update(*, languages: tuple[str, ...], theme: str, content: Path, check: bool) -> None:
    """Bring catalogues up to date with what a theme says.

    LANG is a language tag such as cy; one without a catalogue gets one. Without LANG, every
    catalogue of the theme. Writes locale/LANG/messages.po, and messages.pot before it.

    No translation is lost: what a changed string used to be called in the language is marked
    "fuzzy" and not shown until somebody has taken the mark away, and what is no more said is kept
    at the end of the file. Says of each language how much of it is there.
    """
    from generator import app  # noqa: PLC0415

    _tell(app.strings(content, theme, check=check).update(languages), check=check)


def _tell(brought: Iterable[Brought], *, check: bool) -> None:
    behind = False
    for file in brought:
        behind = behind or file.changed
        verb = "would change" if check else "written"
        click.echo(f"{file.path}: {verb if file.changed else 'as it was'}{_progress(file)}")
    if check and behind:
        sys.exit(PROBLEMS)


def _progress(file: Brought) -> str:
    it = file.interface
    if it is None:
        return ""
    unsure = f", {it.unsure} fuzzy" if it.unsure else ""
    return f"; {it.language} {it.percentage}% ({it.said} of {it.wanted}{unsure})"
