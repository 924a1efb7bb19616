"""``doorstep hosting``: what a host is given beside the site, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.fault import Refused
from generator.model.hosting import Host
from generator.model.place import Place
from generator.ports import ReplacedFile
from generator.rules.hosting import host_policy
from generator.rules.hosts.every import BY_NAME
from generator.rules.suggestions import one_of


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it: the files that were written, and what had no room in them.

    ``of_the_build`` says which files the host reads in the site, "" where it reads none.
    """

    written: tuple[str, ...]
    left_out: str
    of_the_build: str


def hosting(place: Place, name: str, file: Callable[[str], ReplacedFile]) -> Given:
    """Write what is for the host named, or for the one that place.yaml names.

    ``file`` gives the file of a path. Raises Refused where there is no such host.
    """
    host = _host(name or place.settings.host)
    policy = host_policy(place)
    beside = host.beside(policy)
    written = []
    for path, text in beside.files.items():
        target = file(path)
        target.replace(text)
        written.append(target.path)
    inside = ", ".join(host.in_site(policy).files)
    named = place.settings.host == host.name
    how = "the build writes it there" if named else f"set `host: {host.name}` in place.yaml for it"
    told = f"{host.title} reads {inside} in the site: {how}" if inside else ""
    return Given(tuple(written), beside.left_out, told)


def _host(name: str) -> Host:
    if not name:
        raise Refused(
            f"place.yaml names no host; say which of {', '.join(BY_NAME)}, or set `host` there"
        )
    if name not in BY_NAME:
        raise Refused(f'there is no host "{name}"{one_of(name, BY_NAME)}')
    return BY_NAME[name]
