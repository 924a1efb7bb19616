"""nginx: two files to include, one beside the ``server`` block and one in it.

They are not put into the site, where everybody could read them and nginx would not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.hosting import Headers, Host, HostFiles, HostPolicy

WRITTEN = "# Written by doorstep hosting nginx. It is written over: change nothing here."

SMALLEST_COMPRESSED = 512
"""Bytes below which compressing costs more than it saves."""

_MAPS = f"""\
{WRITTEN}
# For /etc/nginx/conf.d, or wherever the http block includes files from.

map $uri $%(name)s_cache {{
    default "%(asked_again)s";
    ~^%(base)s(%(lasting)s) "%(kept)s";
}}

map $uri $%(name)s_anyone {{
    ~^%(base)s(%(for_anyone)s) "*";
}}
"""

_SITE = f"""\
{WRITTEN}
# Include this in the server block of the site, or in its location where it has a path of its own.

index index.html;
error_page 404 %(not_found)s;
absolute_redirect off;

types {{
%(types)s
}}
default_type application/octet-stream;
charset utf-8;
charset_types %(texts)s;

gzip on;
gzip_vary on;
gzip_proxied any;
gzip_min_length {SMALLEST_COMPRESSED};
gzip_types %(compressed)s;

# Without "always", so that nobody keeps an error for a year.
add_header Cache-Control $%(name)s_cache;
add_header Access-Control-Allow-Origin $%(name)s_anyone always;
%(headers)s

%(addresses)s"""


def _beside(policy: HostPolicy) -> HostFiles:
    name = re.sub(r"[^a-z0-9]+", "_", f"{policy.origin}{policy.base}".lower()).strip("_")
    maps = _MAPS % {
        "name": name,
        "base": re.escape(policy.base),
        "lasting": "|".join(map(re.escape, policy.lasting)),
        "for_anyone": "|".join(map(re.escape, policy.for_anyone)),
        "kept": policy.kept,
        "asked_again": policy.asked_again,
    }
    site = _SITE % {
        "name": name,
        "not_found": policy.path(policy.not_found),
        "types": "\n".join(_types(policy)),
        "texts": " ".join(_texts(policy)),
        "compressed": " ".join(it for it in policy.compressed if it != "text/html"),
        "headers": "\n".join(_sent(policy.everywhere)),
        "addresses": "\n".join(_addresses(policy)),
    }
    return HostFiles({"doorstep-maps.conf": maps, "doorstep-site.conf": site})


def _types(policy: HostPolicy) -> Iterator[str]:
    for end, kind in policy.types.items():
        yield f"    {kind.partition(';')[0]} {end.removeprefix('.')};"


def _texts(policy: HostPolicy) -> Iterator[str]:
    """Yield the types that are sent with their letters; nginx sends HTML so without being told."""
    kinds = (kind.partition(";") for kind in policy.types.values())
    yield from sorted({kind for kind, letters, _ in kinds if letters and kind != "text/html"})


def _sent(headers: Headers) -> Iterator[str]:
    for name, value in headers:
        yield f"add_header {name} {_quoted(value)} always;"


def _quoted(value: str) -> str:
    """Return a string of nginx's. It has no way to write a dollar sign, so that none may be."""
    if "$" in value or not value.isprintable():
        raise ValueError(f"nginx cannot send {value!r}")
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _addresses(policy: HostPolicy) -> Iterator[str]:
    """Yield what old addresses answer. The page of one that is gone is read by its file's name."""
    for moved in policy.moved:
        old, new = policy.path(moved.old), policy.path(moved.new)
        yield f"location = {old} {{ return 301 {new}; }}"
    for address in policy.gone:
        path = policy.path(address)
        yield f"location = {path} {{ error_page 410 {path}index.html; return 410; }}"
    yield ""


NGINX = Host(
    name="nginx",
    title="nginx",
    remedy="run `doorstep hosting nginx`, have both of its files included, and reload nginx",
    beside=_beside,
)
