"""``doorstep serve``: the site in the author's browser, built again on every save."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.model.fault import Fault
from generator.model.outcome import Outcome
from generator.model.problem import Problem, Severity
from generator.ports import Rebuilt, Server


def serve(
    build: Callable[[], Outcome],
    server: Server,
    tell: Callable[[Sequence[Problem]], None],
    ready: Callable[[str], None],
) -> None:
    """Serve until the person stops it.

    ``build`` is called once before serving and on every save; ``tell`` gets each build's problems,
    for the terminal; ``ready`` the site's address. A Fault of a build (a full disk, say) is shown
    in the browser too, and the next save tries again.
    """

    def rebuild() -> Rebuilt:
        try:
            built = build()
        except Fault as fault:
            return Rebuilt(str(fault))
        tell(built.problems)
        return outcome(built)

    server.serve(rebuild, ready)


def outcome(built: Outcome) -> Rebuilt:
    """Return what the browser is to show of a build: nothing where the site was published."""
    if built.published is not None:
        return Rebuilt()
    stopping = tuple(each for each in built.problems if each.severity is not Severity.NOTE)
    count = sum(each.severity is Severity.ERROR for each in stopping) or len(stopping)
    return Rebuilt(f"{count} problem{'' if count == 1 else 's'} to fix", stopping)
