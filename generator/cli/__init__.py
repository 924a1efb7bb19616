"""The commands. No logic: each asks the app, and says what came of it.

Results go to standard output, progress and problems to standard error, so that either can be
piped. Exit status: 0 done, 1 there are problems to mend, 2 the command was misused, 3 the machine
or the network failed, or Doorstep declined to touch what is not its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cli.conduct import FAULT, Commands, Day, places
from generator.cli.hosts import deploy_check, hosting
from generator.cli.translate import translate
from generator.model.asked import Asked
from generator.model.problem import Problem, Severity

PROBLEMS = 1
RECORD_KINDS = ("opportunity", "badge", "organisation", "venue", "pathway", "page")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="doorstep")
@click.option("--debug", is_flag=True, help="Show where in the program a fault comes from.")
def main(*, debug: bool) -> None:
    """Doorstep builds one place's learning map: a website from records kept as Markdown.

    A place is a folder with content/ in it. To begin: doorstep init my-town, then in that folder
    doorstep serve, and open the address that it prints.
    """


for command in (translate, hosting, deploy_check):
    main.add_command(command)


def _outputs(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say what is made, and where."""
    for option in (
        click.option("--drafts", is_flag=True, help="Show drafts as well; never for a real site."),
        click.option(
            "--jobs",
            type=click.IntRange(1, 64),
            metavar="N",
            help="Work in this many processes. Default: one for each core.",
        ),
        click.option(
            "--theme", default="", metavar="NAME", help="A theme in themes/, over the base theme."
        ),
        click.option(
            "--base-url",
            default="",
            metavar="URL",
            help="Stand in for place.yaml's url, for a preview at another address.",
        ),
        click.option(
            "--out",
            type=click.Path(path_type=Path, file_okay=False),
            default=Path("site"),
            show_default=True,
            help="Where the website goes. Files in it that are not ours are left alone.",
        ),
    ):
        command = option(command)
    return command


@main.command()
@places
@_outputs
@click.option("--strict", is_flag=True, help="Let warnings stop it too, but no passing of time.")
@click.option("--timings", is_flag=True, help="Say afterwards where the time went.")
def build(*, timings: bool, **given: Any) -> None:  # noqa: ANN401 - click hands over the options
    """Check the records and write the website.

    Nothing is written where an error stands in a record that is not a draft: the site stays as it
    was. What can be published is published all at once.
    """
    from generator import app  # noqa: PLC0415 - --help does not wait for it

    asked = Asked(**given)
    with app.watching() as reporter:
        timed = app.timed(reporter)
        built = app.build(asked, timed)
    if timings:
        click.echo(timed.table(), err=True)
    _tell(built.problems, "text", to_stderr=True)
    if built.published is None:
        click.echo("doorstep: nothing was published; mend what is listed above", err=True)
        sys.exit(PROBLEMS)
    done = built.published
    click.echo(
        f"{asked.out.as_posix()}: {len(done.written)} files written, {len(done.removed)} removed, "
        f"{done.unchanged} as they were"
    )


@main.command()
@places
@_outputs
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free."
)
def serve(*, port: int, **given: Any) -> None:  # noqa: ANN401 - click hands over the options
    """Show the site here, built again on every save.

    Only this machine can see it. A mistake is shown in the browser, over the last good page.
    """
    from generator import app  # noqa: PLC0415

    def tell(problems: Iterable[Problem]) -> None:
        _tell(problems, "text", to_stderr=True)
        click.echo(f"built at {datetime.now().astimezone():%H:%M:%S}", err=True)

    def ready(address: str) -> None:
        click.echo(f"{address}   (Ctrl-C ends it)")

    app.serve(Asked(**given), port, tell, ready)


@main.command()
@places
def geocode(**given: Any) -> None:  # noqa: ANN401 - click hands over the options
    """Ask a network geocoder where the venues are.

    For venues that have an address. Nothing else looks a place up over the network: its answers go
    to content/geocodes.yaml, one at a time, to be looked at and committed like any record;
    `locked: true` keeps one as it is for good. Which service is asked, for whom and how often,
    place.yaml says under `geocoder`.
    """
    from generator import app  # noqa: PLC0415

    with app.watching() as reporter:
        outcome, problems = app.geocode(Asked(**given), reporter)
    _tell(problems, "text", to_stderr=True)
    for one in outcome.placed:
        click.echo(f"placed   {one.venue}: {one.level}, {one.label}")
    for one in outcome.flagged:
        click.echo(f"flagged  {one.venue}: {one.flag}")
    for one in outcome.missed:
        click.echo(f"missed   {one.venue}: not found as it is written")
    for venue, reason in (*outcome.skipped, *outcome.failed):
        click.echo(f"skipped  {venue}: {reason}")
    if outcome.stopped:
        click.echo(f"doorstep: stopped: {outcome.stopped}; {len(outcome.left)} left", err=True)
    if outcome.stopped or outcome.failed:
        sys.exit(FAULT)


@main.command()
@places
@click.option("--strict", is_flag=True, help="Let warnings count too, but no passing of time.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations in a GitHub workflow.",
)
@click.option(
    "--translations", is_flag=True, help="List as well what is missing in other languages."
)
@click.option("--theme", default="", metavar="NAME", help="With it: a theme in themes/, as built.")
def check(*, strict: bool, form: str, translations: bool, **given: Any) -> None:  # noqa: ANN401 - as above
    """Check the records and list every problem; write nothing.

    With --translations also what has no words yet in the place's other languages, by file and
    field, and how far each of them has come: the texts of the records, and the interface.

    Exit status 1 where an error stands in a record that is not a draft. What is not translated
    is no error.
    """
    from generator import app  # noqa: PLC0415

    asked = Asked(**given)
    with app.watching() as reporter:
        understood = app.understand(asked, reporter)
    progress = app.translations(asked, understood.place) if translations else None
    click.echo(app.checked_in_words(understood.problems, form, progress), nl=False)
    if app.stops(understood.problems, strict=strict):
        sys.exit(PROBLEMS)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="", help="What the place is called. Default: the folder's name.")
@click.option("--postcode", default="", help="A postcode in the middle of the place.")
@click.option("--today", type=Day(), metavar="DATE", help="The day the first records are checked.")
def init(*, folder: Path, name: str, postcode: str, today: date | None) -> None:
    """Start a place in DIR that builds at once."""
    from generator import app  # noqa: PLC0415

    written = app.init(folder, name, postcode, today)
    for path in written:
        click.echo((folder / path).as_posix())
    click.echo(f"\nNow: cd {folder.as_posix()} && doorstep serve", err=True)


@main.command()
@click.argument("kind", type=click.Choice(RECORD_KINDS), metavar="KIND")
@click.argument("title")
@click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="The folder of records.",
)
@click.option("--today", type=Day(), metavar="DATE", help="The day it is checked.")
def new(*, kind: str, title: str, content: Path, today: date | None) -> None:
    """Write a new record, as a draft to fill in.

    KIND is opportunity, badge, organisation, venue, pathway or page. It has every field that it
    needs. The file's name, which is the record's address for ever, is made from TITLE.
    """
    from generator import app  # noqa: PLC0415

    click.echo(app.new(content, kind, title, today))


@main.command()
@click.argument("name", metavar="[NAME]", required=False, default="")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write every schema into this folder, as NAME.schema.json.",
)
def schema(*, name: str, out: Path | None) -> None:
    """Print the JSON Schema of a kind of record.

    NAME is opportunity, badge, organisation, venue, pathway, page, place, taxonomy or geocodes. An
    editor that knows a file's schema completes its fields and underlines what cannot stand. What
    takes several records to tell, only `doorstep check` knows.
    """
    from generator import app  # noqa: PLC0415

    if out is None and not name:
        raise click.UsageError("expected the NAME of a schema, or --out for all of them")
    if out is not None:
        for path in app.schemas(out):
            click.echo(path)
    if name:
        click.echo(app.schema(name), nl=False)


def _tell(problems: Iterable[Problem], form: str, *, to_stderr: bool) -> None:
    from generator import app  # noqa: PLC0415 - as above

    shown = [problem for problem in problems if not to_stderr or problem.severity != Severity.NOTE]
    click.echo(app.in_words(shown, form), nl=False, err=to_stderr)
