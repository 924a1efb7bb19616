"""Apache: ``.htaccess`` in the site, for a server that allows it (``AllowOverride FileInfo``).

Only directives of that class: one that is not allowed makes every page an error, so that listings
of folders are left as the server has them. https://httpd.apache.org/docs/2.4/mod/core.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.hosting import Host, HostFiles, HostPolicy

WRITTEN = "# Written by doorstep build; change place.yaml instead."


_THERE = "%{REQUEST_STATUS} -lt 400"


def _in_site(policy: HostPolicy) -> HostFiles:
    """Return the file. What a module does that is not switched on is left out, without an error."""
    lines = [
        WRITTEN,
        f"ErrorDocument 404 {policy.path(policy.not_found)}",
        *_module("mime", _types(policy)),
        *_module("filter", _module("deflate", (_compressing(policy),))),
        *_module("headers", _headers(policy)),
        *_module("alias", _addresses(policy)),
        "",
    ]
    return HostFiles({".htaccess": "\n".join(lines)})


def _module(name: str, lines: Iterable[str]) -> Iterator[str]:
    inside = [f"    {line}" for line in lines]
    if inside:
        yield f"<IfModule mod_{name}.c>"
        yield from inside
        yield "</IfModule>"


def _types(policy: HostPolicy) -> Iterator[str]:
    for end, kind in policy.types.items():
        plain, letters, _ = kind.partition(";")
        yield f"AddType {plain} {end}"
        if letters:
            yield f"AddCharset utf-8 {end}"


def _compressing(policy: HostPolicy) -> str:
    return f"AddOutputFilterByType DEFLATE {' '.join(policy.compressed)}"


def _headers(policy: HostPolicy) -> Iterator[str]:
    """Yield the headers. How long a file is kept is said of files alone, and never of an error."""
    for name, value in policy.everywhere:
        yield f"Header always set {name} {_quoted(value)}"
    lasting = f"{_THERE} && {_below(policy, policy.lasting)}"
    yield f'Header set Cache-Control "{policy.asked_again}" "expr={_THERE}"'
    yield f'Header set Cache-Control "{policy.kept}" "expr={lasting}"'
    yield f'Header set Access-Control-Allow-Origin "*" "expr={_below(policy, policy.for_anyone)}"'


def _below(policy: HostPolicy, folders: tuple[str, ...]) -> str:
    names = "|".join(map(re.escape, folders))
    return f"%{{REQUEST_URI}} =~ m#^{re.escape(policy.base)}({names})#"


def _quoted(value: str) -> str:
    """Return a value for ``Header``, where a percent sign begins a variable."""
    if not value.isprintable():
        raise ValueError(f"Apache cannot send {value!r}")
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"'


def _addresses(policy: HostPolicy) -> Iterator[str]:
    """Yield what old addresses answer. The page of one that is gone is shown with its status.

    Apache takes what does not begin with a slash for words to be shown, and makes one of two.
    """
    for moved in policy.moved:
        old = re.escape(policy.path(moved.old))
        yield f'RedirectMatch 301 "^{old}$" "{policy.path(moved.new)}"'
    for address in policy.gone:
        yield f'RedirectMatch 410 "^{re.escape(policy.path(address))}$"'
    if policy.gone:
        yield 'ErrorDocument 410 "/%{REQUEST_URI}index.html"'


APACHE = Host(
    name="apache",
    title="Apache",
    remedy="have `host: apache` in place.yaml, build, and ask for AllowOverride FileInfo and for "
    "mod_headers, mod_deflate and mod_mime",
    in_site=_in_site,
)
