"""Ask the Nu HTML Checker about built pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.support.sites import ROOT

_OPTIONS = ("--format", "json", "--stdout", "--skip-non-html")
# The checker holds pages to their own policy, in two points falsely. A page read from a disk has
# no origin that 'self' could mean: what is linked relatively is ours, and the browser tests see
# whether it loads. And a script element with a data type is never run, so that no policy asks about
# it (HTML, "prepare the script element").
_OWN_FILE = re.compile(r"Resource violates Content Security Policy .*“(?![\w.+-]+:|//)[^”]*”")
_DATA_BLOCK = re.compile(r'<script type="application/(?:ld\+)?json"')
# A random place says everything in English, in Welsh files too; the checker guesses as much.
GUESSED = "This document appears to be written in English"
JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _marked(message: dict[str, Any]) -> str:
    """Return the part of the page that an inline script's message is about, else nothing."""
    about = message["message"].startswith("Inline script violates Content Security Policy")
    # It begins at the line end before the element, where there is one.
    return message.get("extract", "")[message.get("hiliteStart", 0) :].lstrip() if about else ""


def nu_messages(*folders_or_files: Path) -> list[str]:
    """Return ``file:line: message`` for each error or warning in the HTML of these folders.

    Java takes a second to start, so hand over everything at once.
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
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
        if not _OWN_FILE.match(message["message"])
        if not _DATA_BLOCK.match(_marked(message))
    ]
