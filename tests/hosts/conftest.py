from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest

from tests.support.hosted_place import BELOW_URL, ROOT_URL, HostedPlace, hosted
from tests.support.real_hosts import APACHE_MODULES, apache, nginx
from tests.support.sites import ROOT


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_details: object) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered; ``sent`` is as it came, ``content`` unpacked."""

    status: int
    headers: Mapping[str, list[str]]
    sent: bytes

    @property
    def content(self) -> bytes:
        packed = self.one("Content-Encoding") == "gzip"
        return gzip.decompress(self.sent) if packed else self.sent

    def one(self, name: str) -> str:
        """Return a header that may be there once at most."""
        values = self.headers.get(name.lower(), [])
        assert len(values) <= 1, f"{name} was sent {len(values)} times: {values}"
        return values[0] if values else ""


@dataclass(frozen=True, slots=True)
class Online:
    """A place that a real server serves, at an address that ends with a slash."""

    address: str
    hosted: HostedPlace

    def get(self, path: str, **headers: str) -> Reply:
        wanted = {name.replace("_", "-"): value for name, value in headers.items()}
        opener = build_opener(_NoRedirects())
        try:
            page = opener.open(Request(self.address + path, headers=wanted), timeout=20)  # noqa: S310 - it is our own
        except HTTPError as error:
            page = error
        with page:
            found: dict[str, list[str]] = {}
            for name, value in page.headers.items():
                found.setdefault(name.lower(), []).append(value)
            return Reply(page.status, found, page.read())


def documented() -> tuple[str, str]:
    """Return what docs/hosts/nginx.md has somebody write: what is in ``server``, and a location.

    Without the lines that name a host and a port, which are another's here.
    """
    page = (ROOT / "docs" / "hosts" / "nginx.md").read_text("utf-8")
    server, location = re.findall(r"```nginx\n(.*?)```", page, re.DOTALL)
    lines = server.strip().splitlines()[1:-1]
    inside = [it for it in lines if not it.strip().startswith(("listen", "server_name"))]
    assert len(inside) == len(lines) - 3
    return "\n".join(inside), location


@contextmanager
def on_nginx(url: str, room: Path) -> Iterator[Online]:
    """Serve it with the two files of ``doorstep hosting nginx``, as docs/hosting.md has it."""
    place = hosted("nginx", url)
    site, given = place.write(room / "site"), place.beside("nginx", room / "hosting")
    base = place.policy.base
    at_root, below = documented()
    server = (at_root if base == "/" else below).replace("/srv/www/learning", str(site))
    server = server.replace("/srv/our-town/hosting", str(given))
    with nginx(given / "doorstep-maps.conf", server, room / "nginx") as origin:
        yield Online(origin + base, place)


@contextmanager
def on_apache(
    url: str, _room: Path | None = None, modules: Sequence[str] = APACHE_MODULES
) -> Iterator[Online]:
    """Serve it with nothing but the .htaccess that the build writes."""
    place = hosted("apache", url)
    base = place.policy.base
    with readable_by_all() as folder:
        place.write(folder / "root" / base.strip("/"))
        with apache(folder / "root", folder / "apache", modules) as origin:
            yield Online(origin + base, place)


@contextmanager
def readable_by_all() -> Iterator[Path]:
    """Give a folder that another account may read, as pytest's are for one alone."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


_SERVERS: dict[str, Callable[[str, Path], AbstractContextManager[Online]]] = {
    "nginx": on_nginx,
    "apache": on_apache,
}


@pytest.fixture(
    scope="session",
    params=[(name, url) for name in _SERVERS for url in (ROOT_URL, BELOW_URL)],
    ids=["nginx", "nginx-below-a-path", "apache", "apache-below-a-path"],
)
def online(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Online]:
    """The place on each real server, at its root and below a path."""
    name, url = request.param
    with _SERVERS[name](url, tmp_path_factory.mktemp(name)) as served:
        yield served
