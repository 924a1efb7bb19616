"""``_headers`` and ``_redirects``: two files that Netlify and Cloudflare Pages read alike."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.hosting import HostPolicy

WRITTEN = "# Written by doorstep build; change place.yaml instead."


def headers_file(policy: HostPolicy) -> str:
    """Return ``_headers``.

    No header is given to a file by two rules: one host would send both values, another the last.
    Files that no rule gives a ``Cache-Control`` are asked for again each time, on either host.
    """
    blocks = [_block("", policy.everywhere)]
    blocks += [_block(it, (("Access-Control-Allow-Origin", "*"),)) for it in policy.for_anyone]
    blocks += [_block(it, (("Cache-Control", policy.kept),)) for it in policy.lasting]
    return "\n".join([WRITTEN, *blocks])


def redirects_file(lines: Iterable[tuple[str, str, str]]) -> str:
    """Return ``_redirects`` with these lines: from, to and status."""
    return "\n".join([WRITTEN, *(f"{old} {new} {status}" for old, new, status in lines), ""])


def _block(folder: str, headers: Iterable[tuple[str, str]]) -> str:
    lines = [f"/{folder}*", *(f"  {name}: {value}" for name, value in headers), ""]
    return "\n".join(lines)
