"""Keep a Python process, and every worker it starts, from reaching beyond this machine.

Python imports ``sitecustomize`` on start-up from the first folder that has one, so a command that
is run with this folder on PYTHONPATH is watched from its first line. An audit hook sees connections
that libraries make below ``socket.socket`` too, and nothing in the process can take it away.
"""

from __future__ import annotations

import ipaddress
import sys
from typing import Any


def is_loopback(host: object) -> bool:
    if isinstance(host, bytes | bytearray):
        host = host.decode("ascii", "replace")
    if host is None or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if not isinstance(address, tuple):  # a Unix socket's path: this machine by definition
            return
        host = address[0]
    else:
        return
    if not is_loopback(host):
        message = f"{event} to {host!r}: tests and builds stay on this machine"
        raise ConnectionRefusedError(message)


sys.addaudithook(watch)
