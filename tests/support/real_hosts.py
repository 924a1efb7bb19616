"""Web servers as people run them, started on the loopback interface as whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE = 20.0
TRIES = 5
_SYSTEM = "/usr/sbin:/usr/local/sbin:/sbin"
"""Where Debian has servers, and not on everybody's PATH."""


class CannotStart(Exception):
    """A server ended instead of answering; its own words say why."""


def program(name: str) -> str:
    """Return a program's path. A server that is missing fails a test: nothing is skipped."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{_SYSTEM}")
    assert found, f"{name} is not installed; scripts/system-packages.sh says how to get it"
    return found


@contextmanager
def running(start: Callable[[int], Sequence[str | Path]], log: Path) -> Iterator[str]:
    """Run a server until it is left; yield its origin. ``start`` gives the command for a port.

    A free port may be taken by somebody else before the server has it: then another is tried.
    """
    for last in reversed(range(TRIES)):
        port = _free_port()
        with log.open("wb") as told:
            server = subprocess.Popen(list(map(str, start(port))), stdout=told, stderr=told)
        try:
            try:
                _wait_for(server, port, log)
            except CannotStart:
                if not last:
                    raise
                continue
            yield f"http://127.0.0.1:{port}"
            return
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            raise CannotStart(log.read_text("utf-8", "replace"))
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE):
                return
        except HTTPError as answer:
            answer.close()
            return
        except OSError:
            time.sleep(0.02)
    raise CannotStart(f"no answer within {PATIENCE:.0f} s\n{log.read_text('utf-8', 'replace')}")


NGINX_MAIN = """\
daemon off;
master_process off;
pid {room}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {room}/body;
    proxy_temp_path {room}/proxy;
    fastcgi_temp_path {room}/fastcgi;
    uwsgi_temp_path {room}/uwsgi;
    scgi_temp_path {room}/scgi;
    include {maps};
    server {{
        listen 127.0.0.1:{port};
{server}
    }}
}}
"""


@contextmanager
def nginx(maps: Path, server: str, room: Path) -> Iterator[str]:
    """Run nginx with one server block of this text, as docs/hosting.md has somebody write it."""
    room.mkdir(parents=True, exist_ok=True)
    file = room / "nginx.conf"

    def start(port: int) -> Sequence[str | Path]:
        file.write_text(NGINX_MAIN.format(room=room, maps=maps, port=port, server=server))
        return (program("nginx"), "-p", room, "-e", "stderr", "-c", file)

    with running(start, room / "nginx.log") as origin:
        yield origin


APACHE_MODULES = (
    "mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate", "alias",
)  # fmt: skip

APACHE_MAIN = """\
ServerRoot {room}
ServerName localhost
PidFile {room}/apache.pid
DefaultRuntimeDir {room}
Mutex file:{room}
ErrorLog {room}/apache-errors.log
Listen 127.0.0.1:{port}
{modules}
{user}
TypesConfig /dev/null
DocumentRoot {root}
<Directory {root}>
    AllowOverride FileInfo
    Require all granted
</Directory>
"""


@contextmanager
def apache(root: Path, room: Path, modules: Sequence[str] = APACHE_MODULES) -> Iterator[str]:
    """Run Apache over a folder whose .htaccess it may read, with no other configuration.

    It refuses to serve as root, and does it as nobody then: who must be able to read the folder.
    """
    room.mkdir(parents=True, exist_ok=True)
    file = room / "apache.conf"
    loaded = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules
    )
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""

    def start(port: int) -> Sequence[str | Path]:
        file.write_text(
            APACHE_MAIN.format(room=room, port=port, modules=loaded, user=user, root=root)
        )
        return (program("apache2"), "-X", "-f", file)

    with running(start, room / "apache.log") as origin:
        yield origin


@contextmanager
def plain_server(root: Path, room: Path) -> Iterator[str]:
    """Run Python's own http.server over a folder, as docs have somebody type it."""
    room.mkdir(parents=True, exist_ok=True)

    def start(port: int) -> Sequence[str | Path]:
        address = ("--bind", "127.0.0.1", "--directory", root, str(port))
        return (sys.executable, "-m", "http.server", *address)

    with running(start, room / "http.server.log") as origin:
        yield origin
