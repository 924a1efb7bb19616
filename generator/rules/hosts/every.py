"""Every kind of host there is. A new one is a file beside this one, a line here and in HOSTS."""

from __future__ import annotations

from types import MappingProxyType

from generator.model.hosting import Host
from generator.rules.hosts.apache import APACHE
from generator.rules.hosts.azure import AZURE
from generator.rules.hosts.cloudflare import CLOUDFLARE
from generator.rules.hosts.github import GITHUB
from generator.rules.hosts.iis import IIS
from generator.rules.hosts.netlify import NETLIFY
from generator.rules.hosts.nginx import NGINX
from generator.rules.hosts.s3 import S3

UNKNOWN = Host(
    name="",
    title="your host",
    remedy="see docs/hosting.md for your host, and name it as `host` in place.yaml",
)
"""A host that place.yaml does not name: it gets no file, and all is asked of it."""

_EVERY = (NETLIFY, CLOUDFLARE, GITHUB, AZURE, S3, NGINX, APACHE, IIS)

BY_NAME = MappingProxyType({host.name: host for host in _EVERY})


def host_named(name: str) -> Host:
    """Return the host that place.yaml names; the unknown one for "" or a name that is none."""
    return BY_NAME.get(name, UNKNOWN)
