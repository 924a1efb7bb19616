"""What is too much for the place's host: told when it is built, not when it is published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.artifact import Published
from generator.model.place import Place
from generator.model.problem import Problem, warning
from generator.model.settings import Settings
from generator.rules.hosting import host_policy
from generator.rules.hosts.every import host_named


def without_room(place: Place) -> Iterator[Problem]:
    """Yield what the host's own files have no room for."""
    settings = place.settings
    host = host_named(settings.host)
    policy = host_policy(place)
    for write in (host.in_site, host.beside):
        if left := write(policy).left_out:
            yield _told(
                settings,
                f"{host.title} has no room for {left}; their pages still say so, with status 200",
            )


def beyond_bounds(settings: Settings, published: Published) -> Iterator[Problem]:
    """Yield what the published site has too much of for its host."""
    host = host_named(settings.host)
    bounds = host.bounds
    takes = f"{host.title} takes" + (f", {bounds.plan}," if bounds.plan else "")
    if bounds.files is not None and published.files > bounds.files:
        yield _told(
            settings, f"{takes} {bounds.files:,} files at most, and these are {published.files:,}"
        )
    path, size = published.largest
    if bounds.bytes_in_a_file is not None and size > bounds.bytes_in_a_file:
        yield _told(
            settings,
            f"{takes} files of {_megabytes(bounds.bytes_in_a_file)} MB at most, "
            f"and {path} has {_megabytes(size)}",
        )
    if bounds.bytes_in_all is not None and published.total > bounds.bytes_in_all:
        yield _told(
            settings,
            f"{takes} {_megabytes(bounds.bytes_in_all)} MB at most, "
            f"and these are {_megabytes(published.total)}",
        )


def _told(settings: Settings, message: str) -> Problem:
    return warning("too-much-for-host", settings.marks.at("host"), message)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f}".removesuffix(".0")
