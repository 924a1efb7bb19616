"""Cloudflare Pages: ``_headers`` and ``_redirects`` in the site, within its limits.

https://developers.cloudflare.com/pages/configuration/headers/, …/redirects/ and
https://developers.cloudflare.com/pages/platform/limits/
"""

from __future__ import annotations

from generator.model.hosting import Bounds, Host, HostFiles, HostPolicy
from generator.rules.hosts.underscore_files import headers_file, redirects_file

MOST_REDIRECTS = 2000


def _in_site(policy: HostPolicy) -> HostFiles:
    """Return both files. A redirect needs no "!" here, and the status 410 is not to be had."""
    lines = [(f"/{it.old}", policy.destination(it), "301") for it in policy.moved]
    files = {
        "_headers": headers_file(policy),
        "_redirects": redirects_file(lines[:MOST_REDIRECTS]),
    }
    over = len(lines) - MOST_REDIRECTS
    return HostFiles(files, f"{over} of {len(lines)} old addresses" if over > 0 else "")


CLOUDFLARE = Host(
    name="cloudflare",
    title="Cloudflare Pages",
    remedy="have `host: cloudflare` in place.yaml, build, and publish again",
    in_site=_in_site,
    bounds=Bounds(files=20_000, bytes_in_a_file=25 * 1024**2, plan="on its free plan"),
    says_gone=False,
)
