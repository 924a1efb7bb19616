"""A site that is shown to its author while they write: what a server asks of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from generator.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of building again while a site is served.

    ``stopped`` says why nothing new is shown, in one line, and is empty after a good build;
    ``problems`` are then those that stopped it.
    """

    stopped: str = ""
    problems: tuple[Problem, ...] = ()


class ShownSite(Protocol):
    """A site in memory, and the folder that follows it. All but ``listen`` in one thread."""

    @property
    def settled(self) -> bool:
        """Whether the folder holds what is to be shown; while it does not, it is not asked."""

    @property
    def outcome(self) -> Rebuilt:
        """What came of the last build."""

    def begin(self) -> None:
        """Build for the first time, before there is a loop, and start what publishes later."""

    def take_in(self, paths: frozenset[str] | None) -> bool:
        """Take in what was saved; say whether anything was. The folder follows by itself.

        ``paths`` are absolute, and all that may have changed; None is anything.
        """

    def drawn(self, path: str, *, published: bool) -> bytes | None:
        """Return a file as a build would publish it now, or None where only that can tell.

        ``published`` says whether the folder has a file of that path, of this build or another.
        """

    def listen(self, told: Callable[[Callable[[], bool]], None]) -> None:
        """Begin to hear from what publishes, in another thread.

        ``told`` is given what has to be called in the server's thread, which says whether pages
        have to be loaded again.
        """

    def end(self) -> None:
        """Let what publishes finish, and end it."""


class Server(Protocol):
    """Shows a site to its author, and takes in whatever they save."""

    def serve(self, site: ShownSite, ready: Callable[[str], None]) -> None:
        """Begin, tell ``ready`` the site's address, and go on until the person stops it.

        After a build that was stopped the last good site stays and the browser shows why. Raises
        Fault where it cannot listen; what the site raises ends it and comes through.
        """
