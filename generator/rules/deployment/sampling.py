"""Which files of a site are asked for: one of each sort that a host could treat in its own way."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import basename, splitext

from generator.model.hosting import HostPolicy

MOST = 30

KNOWN = ("data/opportunities.csv", "data/opportunities.json", "data/venues.geojson", "robots.txt")
"""What every site has, for where no built folder is at hand."""


def chosen(paths: Iterable[str], policy: HostPolicy) -> tuple[str, ...]:
    """Return one path of each type, in each of the folders that have a rule of their own.

    Of equals the shortest, then the first: always the same for the same files. The street map is
    none of them: it may be large, and is asked for in pieces.
    """
    found: dict[tuple[str, bool, bool], str] = {}
    for path in sorted(paths, key=lambda it: (len(it), it)):
        end = splitext(path)[1]
        if (
            end in policy.types
            and end != ".pmtiles"
            and basename(path) != policy.not_found
            and not _of_host(path)
        ):
            key = (end, path.startswith(policy.lasting), path.startswith(policy.for_anyone))
            found.setdefault(key, path)
    return tuple(sorted(found.values())[:MOST])


def _of_host(path: str) -> bool:
    """Say whether a file is there for the host, which keeps it to itself."""
    return path.startswith((".", "_")) or path == "staticwebapp.config.json"
