"""The commands about hosts: the files of one, and how a site that is online is served."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.conduct import places
from generator.model.asked import Asked

PROBLEMS = 1


@click.command()
@click.argument("host", metavar="[HOST]", required=False, default="")
@places
@click.option(
    "--base-url", default="", metavar="URL", help="Stand in for place.yaml's url, as for build."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("hosting"),
    show_default=True,
    help="Where the files go.",
)
def hosting(*, host: str, out: Path, **given: Any) -> None:  # noqa: ANN401 - click hands over the options
    """Write what a host is given beside the site.

    HOST is netlify, cloudflare, github, azure, s3, nginx, apache or iis; without it, the one that
    place.yaml names as its `host`. docs/hosting.md says where each file goes. What a host reads in
    the published folder, such as _redirects, `doorstep build` writes there by itself.
    """
    from generator import app, online  # noqa: PLC0415

    with app.watching() as reporter:
        written = online.hosting(Asked(**given), host, out, reporter)
    for path in written.written:
        click.echo(path)
    if written.left_out:
        click.echo(f"doorstep: there was no room for {written.left_out}", err=True)
    if written.of_the_build:
        click.echo(written.of_the_build, err=True)


@click.command()
@click.argument("url")
@places
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="The built folder, to compare with. Without it what is in files is not compared.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
def deploy_check(*, url: str, form: str, **given: Any) -> None:  # noqa: ANN401 - as above
    """Ask a site that is online whether its host serves it well.

    URL is its address, such as https://learning.example.org/. Looks at headers, types of files, how
    long they are kept, compression, the street map, unknown, old and withdrawn addresses, and says
    what to do. It asks that one site some forty times and changes nothing. Exit status 1 where
    something harms; what a host cannot do does not.
    """
    from generator import app, online  # noqa: PLC0415

    if not url.startswith(("https://", "http://")):
        raise click.UsageError(f"{url} is no address; expected one such as https://example.org/")
    address = url if url.endswith("/") else f"{url}/"
    with app.watching() as reporter:
        told, harms = online.deploy_check(Asked(base_url=address, **given), address, form, reporter)
    click.echo(told, nl=False)
    if harms:
        sys.exit(PROBLEMS)
