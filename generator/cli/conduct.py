"""How commands read a day and ask which place, and how they end."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.model.fault import Fault

FAULT = 3


class Day(click.ParamType[date]):
    """A day, as in ``2026-12-08``."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ANN401 - click's own form
        """Return the day, or say what is expected."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a date; expected one such as 2026-12-08", param, ctx)


class Commands(click.Group):
    """Tells an expected fault in one line, and our own bugs as what they are."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run a command."""
        try:
            return super().invoke(ctx)
        except Fault as fault:
            click.echo(f"doorstep: {fault}", err=True)
            ctx.exit(FAULT)
        except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except Exception as bug:  # noqa: BLE001 - the last line of defence against a traceback
            if ctx.params.get("debug"):
                traceback.print_exc()
            else:
                click.echo(
                    f"doorstep: this is a fault of Doorstep itself ({type(bug).__name__}: {bug}); "
                    "run it again as `doorstep --debug …` and send us what it prints",
                    err=True,
                )
            ctx.exit(FAULT)


def places(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which place, and as of when."""
    for option in (
        click.option(
            "--today",
            type=Day(),
            metavar="DATE",
            help="As of this day, such as 2026-12-08. Else SOURCE_DATE_EPOCH, else the clock.",
        ),
        click.option(
            "--content",
            type=click.Path(path_type=Path, file_okay=False),
            default=Path("content"),
            show_default=True,
            help="The folder of records.",
        ),
    ):
        command = option(command)
    return command
