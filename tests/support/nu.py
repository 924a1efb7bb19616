"""Ask the Nu HTML Checker about built pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.support.sites import ROOT

_OPTIONS = ("--format", "json", "--stdout", "--skip-non-html")
JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def nu_messages(*folders_or_files: Path, accept: Iterable[str] = ()) -> list[str]:
    """Return ``file:line: message`` for each error or warning in the HTML of these folders.

    A message that contains one of ``accept`` is left out. Java takes a second to start, so hand
    over everything at once.
    """
    java = shutil.which("java")
    assert java, "java is missing: install default-jre-headless, or run make test"
    assert JAR.is_file(), "the Nu checker is missing: run make test, or npm ci"
    ended = subprocess.run(
        [java, "-Xss4m", "-jar", str(JAR), *_OPTIONS, *map(str, folders_or_files)],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    try:
        messages = json.loads(ended.stdout)["messages"]
    except (ValueError, KeyError):
        said = f"{ended.stdout}{ended.stderr}"
        raise AssertionError(f"the Nu checker did not answer in JSON:\n{said}") from None
    accepted = tuple(accept)
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
        if not any(part in message["message"] for part in accepted)
    ]
