"""Tell the templates which opportunities and badges name a record: MkDocs keeps no such list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any


def on_env(env: Any, *, config: Any, files: Any) -> Any:  # noqa: ARG001 - as MkDocs calls it
    """Work out who names whom, once every page is read."""
    records = {}
    offered: dict[str, list[Any]] = defaultdict(list)
    issued: dict[str, list[Any]] = defaultdict(list)
    for file in files.documentation_pages():
        page = file.page
        records[page.url] = page
        for address in _named(page.meta):
            held = issued if page.url.startswith("badges/") else offered
            held[address].append(page)
    env.globals.update(records=records, offered=dict(offered), issued=dict(issued))
    return env


def _named(meta: Mapping[str, Any]) -> Iterator[str]:
    if "organisation" in meta:
        yield f"organisations/{meta['organisation']}/"
    if "venue" in meta:
        yield f"venues/{meta['venue']}/"
    for badge in meta.get("badges", ()):
        yield f"badges/{badge}/"
