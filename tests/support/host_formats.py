"""The files of hosts, read as each host says that it reads them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.model.hosting import HostPolicy
from generator.model.place import Gone, Redirect
from generator.rules.hosting import host_policy
from tests.support.places import a_place, settings
from tests.support.sites import write_files

HERE = Path(__file__).resolve().parent

AZURE_SCHEMA: Mapping[str, Any] = json.loads(
    (HERE / "azure" / "staticwebapp.config.schema.json").read_text("utf-8")
)
"""Azure's own, from its command line tool (@azure/static-web-apps-cli 2.0.10)."""


def a_policy(
    *,
    url: str = "https://learning.example.org/",
    moved: Sequence[tuple[str, str]] = (("old-robot", "robot"),),
    gone: Sequence[str] = ("lost",),
    **given: object,
) -> HostPolicy:
    """Return the policy of a place with these badges that moved, and opportunities that went."""
    place = a_place(
        settings=settings(url=url, **given),
        redirects=tuple(Redirect("badge", old, new) for old, new in moved),
        gone=tuple(Gone("opportunity", it) for it in gone),
    )
    return host_policy(place)


def by_netlify(files: Mapping[str, str], folder: Path) -> Any:  # noqa: ANN401 - JSON
    """Read both files with the parsers that Netlify builds with."""
    write_files(folder, dict(files))
    return _node("netlify_parse.mjs", folder)


def by_cloudfront(source: str, events: Sequence[Mapping[str, Any]], folder: Path) -> Any:  # noqa: ANN401 - JSON
    """Call a function with events; return what it returns for each."""
    write_files(folder, {"function.js": source})
    return _node("cloudfront_call.mjs", folder / "function.js", json.dumps(events))


def _node(script: str, argument: Path, given: str = "") -> Any:  # noqa: ANN401 - JSON
    ended = subprocess.run(
        ["node", str(HERE / script), str(argument)],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


CLOUDFLARE_CODES = (301, 302, 303, 307, 308)


def cloudflare_redirects(text: str) -> list[tuple[str, str, int]]:
    """Read ``_redirects`` by developers.cloudflare.com/pages/configuration/redirects/.

    A line is source, destination and code, with spaces between; lines that begin with # are none.
    At most 2,000 static ones of at most 1,000 characters; what is not so fails here, where the
    host would only leave it out.
    """
    found = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        assert len(line) <= 1000
        source, destination, code = line.split()
        assert source.startswith("/")
        assert re.match(r"/|https?://", destination)
        assert not set(":*") & set(source), "that would be a placeholder: a dynamic redirect"
        assert int(code) in CLOUDFLARE_CODES
        found.append((source, destination, int(code)))
    assert len(found) <= 2000
    assert len({source for source, _, _ in found}) == len(found)
    return found


def cloudflare_headers(text: str) -> dict[str, dict[str, str]]:
    """Read ``_headers`` by developers.cloudflare.com/pages/configuration/headers/.

    Rules begin at the margin with a path; their headers stand indented below. At most 100 rules,
    and 2,000 characters a line.
    """
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        assert len(line) <= 2000
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            assert line.startswith("/")
            assert line.count("*") <= 1
            assert line not in rules
            rules[line] = {}
            continue
        name, _, value = line.strip().partition(": ")
        assert re.fullmatch(r"[A-Za-z-]+", name)
        assert value
        rules[list(rules)[-1]][name] = value
    assert len(rules) <= 100
    return rules
