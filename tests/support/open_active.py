"""Ask OpenActive's own validators about feeds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).resolve().parents[1] / "js" / "validate_open_active.mjs"
ACTIVITIES = "https://openactive.io/activity-list"

FOOTBALL = {"id": f"{ACTIVITIES}#0a5f732d-e806-4e51-ad40-0a7de0239c8c", "prefLabel": "Football"}
CYCLING = {"id": f"{ACTIVITIES}#4a19873e-118e-43f4-b86e-05acba8fb1de", "prefLabel": "Cycling"}

# What a walk through any feed that is a folder of files must find, for the validator takes for
# granted that pages differ in their query alone: it wants each `next` to have the same path, and
# asks the first page for what comes after a moment in the future. RPDE 1.0 itself leaves
# addresses to the publisher (4.4, "next").
OF_FILES = {"base_url_mismatch", "no_last_page_check"}


def failures(site: str, files: Mapping[str, bytes]) -> list[str]:
    """Return what the validators call a failure in the feeds of a site, but ``OF_FILES``."""
    told = _told(site, files)
    return [
        f"{each['path']} {each['at']}: {each['type']}: {each['message']}"
        for each in told
        if each["severity"] == "failure"
        if each["by"] != "walk" or each["type"] not in OF_FILES
    ]


def walked(site: str, files: Mapping[str, bytes]) -> set[str]:
    """Return the pages that a walk from the first page of each feed came to."""
    return {each["path"] for each in _told(site, files) if each["by"] == "walk"}


def _told(site: str, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    pages = {path: text.decode() for path, text in files.items() if "openactive/" in path}
    asked = {
        "site": site,
        "files": pages,
        "feeds": [path for path in pages if "-end-" not in path and not path[-6].isdigit()],
        "activities": [FOOTBALL, CYCLING],
    }
    ended = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: list[dict[str, Any]] = json.loads(ended.stdout)
    return found
