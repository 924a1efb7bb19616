"""What stops a command that is nobody's content mistake: the machine, the disk, the network."""

from __future__ import annotations


class Fault(Exception):
    """An expected fault of the machine, told in one line and never with a traceback.

    Mistakes in content are Problem values instead; any other exception is our own bug.
    """


class Refused(Fault):
    """Doorstep declined to do something that could destroy what is not its own."""


class Stopped(Fault):
    """Nothing more of this kind may be tried in this run: a limit, or a service that said so."""
