"""Netlify: ``_headers`` and ``_redirects`` in the site, ``netlify.toml`` beside the records.

https://docs.netlify.com/manage/routing/headers and …/redirects/overview
"""

from __future__ import annotations

from generator.model.hosting import Host, HostFiles, HostPolicy
from generator.rules.hosts.underscore_files import headers_file, redirects_file

BUILD = """\
# Builds this place on Netlify. What is sent with each file, and old addresses, are no part of it:
# with "host: netlify" in place.yaml the build writes them as _headers and _redirects.
[build]
# Doorstep is on no package index yet: put the wheel that you installed it from beside this file.
command = "pip install ./doorstep-*.whl && doorstep build"
publish = "site"

[build.environment]
PYTHON_VERSION = "3.11"

# What the last build made, so that the next makes only what has changed. Losing it loses only time.
[[plugins]]
package = "netlify-plugin-cache"
[plugins.inputs]
paths = [".doorstep", ".site.doorstep", "site"]
"""
"""Without headers: one given here would be sent in place of what the build knows better."""


def _in_site(policy: HostPolicy) -> HostFiles:
    """Return both files. "!" holds although a page stands at the address, for other hosts."""
    lines = [(f"/{it.old}", policy.destination(it), "301!") for it in policy.moved]
    lines += [(f"/{it}", f"/{it}index.html", "410!") for it in policy.gone]
    return HostFiles({"_headers": headers_file(policy), "_redirects": redirects_file(lines)})


def _beside(_policy: HostPolicy) -> HostFiles:
    return HostFiles({"netlify.toml": BUILD})


NETLIFY = Host(
    name="netlify",
    title="Netlify",
    remedy="have `host: netlify` in place.yaml, build, and publish again",
    in_site=_in_site,
    beside=_beside,
)
