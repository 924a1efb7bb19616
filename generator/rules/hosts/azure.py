"""Azure Static Web Apps: ``staticwebapp.config.json`` in the site, and a workflow that uploads it.

https://learn.microsoft.com/azure/static-web-apps/configuration and …/quotas
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.model.hosting import Bounds, Host, HostFiles, HostPolicy

LARGEST_CONFIG = 20_000
"""Bytes: it says 20 KB, and not of which kind."""

UNKNOWN_TYPES = (".atom", ".geojson", ".ics", ".json", ".pmtiles", ".webmanifest", ".webp")
"""Ends of names that it may not know; the rest it does, and all of it counts against the limit."""

WORKFLOW = """\
name: publish
on:
  push:
    branches: [main]
  schedule:
    - cron: "17 2 * * *"
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: publish
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: pip install ./doorstep-*.whl
      - run: doorstep build
      - uses: Azure/static-web-apps-deploy@v1
        with:
          azure_static_web_apps_api_token: ${{ secrets.AZURE_STATIC_WEB_APPS_API_TOKEN }}
          action: upload
          app_location: site
          skip_app_build: true
          skip_api_build: true
"""

Route = dict[str, object]


def _in_site(policy: HostPolicy) -> HostFiles:
    """Return the file with as many routes as it may hold: moved addresses first, in their order."""
    rules = [_moved(policy, number) for number in range(len(policy.moved))]
    rules += [_gone(it) for it in policy.gone]
    fitting = _fitting(policy, rules)
    over = len(rules) - fitting
    left = f"{over} of {len(rules)} addresses that moved or are gone" if over else ""
    return HostFiles({"staticwebapp.config.json": _config(policy, rules[:fitting])}, left)


def _fitting(policy: HostPolicy, rules: Sequence[Route]) -> int:
    """Return how many of the rules fit: a rule costs the same wherever it stands."""
    room = LARGEST_CONFIG - len(_config(policy, ()).encode())
    for number, rule in enumerate(rules):
        room -= len(_compact(rule).encode()) + 1
        if room < 0:
            return number
    return len(rules)


def _config(policy: HostPolicy, rules: Iterable[Route]) -> str:
    """Return the file. A request meets one rule at most, and the first that fits it."""
    anyone = {"Access-Control-Allow-Origin": "*"}
    routes = [
        *rules,
        *(_sent(folder, {"Cache-Control": policy.kept}) for folder in policy.lasting),
        *(_sent(folder, anyone) for folder in policy.for_anyone),
    ]
    config = {
        "globalHeaders": {**dict(policy.everywhere), "Cache-Control": policy.asked_again},
        "mimeTypes": {end: policy.types[end].partition(";")[0] for end in UNKNOWN_TYPES},
        "responseOverrides": {"404": {"rewrite": f"/{policy.not_found}"}},
        "routes": routes,
    }
    return _compact(config) + "\n"


def _moved(policy: HostPolicy, number: int) -> Route:
    """Return the rule of an old address, by its file: that holds for its folder as well."""
    moved = policy.moved[number]
    return {
        "route": f"/{moved.old}index.html",
        "redirect": policy.destination(moved),
        "statusCode": 301,
    }


def _gone(address: str) -> Route:
    page = f"/{address}index.html"
    return {"route": page, "rewrite": page, "statusCode": 410}


def _sent(folder: str, headers: dict[str, str]) -> Route:
    return {"route": f"/{folder}*", "headers": headers}


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _beside(_policy: HostPolicy) -> HostFiles:
    return HostFiles({".github/workflows/publish.yml": WORKFLOW})


AZURE = Host(
    name="azure",
    title="Azure Static Web Apps",
    remedy="have `host: azure` in place.yaml, build, and publish again",
    in_site=_in_site,
    beside=_beside,
    bounds=Bounds(bytes_in_all=250 * 1000**2, plan="on its free plan (500 MB on the other)"),
)
