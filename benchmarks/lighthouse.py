"""What Lighthouse says of the demonstration place, as it would be seen on a phone.

Lighthouse's own mobile profile: it loads a page unthrottled, and works out how long a slow phone
would have needed. Every audit that did not pass is listed, whatever it counts for.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.host import hosting

HERE = Path(__file__).resolve().parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "home": "",
    "explore": "explore/",
    "opportunity": "opportunities/bike-repair-drop-in/",
    "badge": "badges/first-robot/",
    "pathway": "pathways/into-care/",
    "what’s on": "whats-on/",
}
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"
)
_GREEN = 0.9
"""From here on Lighthouse shows an audit as passed."""

_TIMINGS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A page in several runs: the median score of each category, and what did not pass."""

    name: str
    scores: Mapping[str, int]
    timings: Mapping[str, str]
    failed: tuple[str, ...]


def judge(url: str, chromium: str) -> dict[str, Any]:
    """Run Lighthouse once; return its report."""
    ended = subprocess.run(
        [
            "node",
            HERE / "node_modules" / "lighthouse" / "cli" / "index.js",
            url,
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={_FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode != 0:
        raise SystemExit(f"Lighthouse ended with {ended.returncode}\n{ended.stderr[-3000:]}")
    report: dict[str, Any] = json.loads(ended.stdout)
    return report


def failures(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield, in words, each audit that did not pass, and the first places where."""
    weights = {
        part["id"]: (name, part["weight"])
        for name, category in report["categories"].items()
        for part in category["auditRefs"]
    }
    for name, audit in report["audits"].items():
        if audit["score"] is None or audit["score"] >= _GREEN or name not in weights:
            continue
        category, weight = weights[name]
        counted = f"weight {weight}" if weight else "not counted"
        where = "; ".join(_places(audit.get("details") or {}))
        shown = f" ({audit['displayValue']})" if audit.get("displayValue") else ""
        line = f"{category}, {counted}: {audit['title']}{shown} [{name}]"
        yield f"{line}: {where}" if where else line


def _places(details: Mapping[str, Any]) -> Iterator[str]:
    for item in details.get("items", [])[:4]:
        node = item.get("node") or {}
        found = node.get("snippet") or item.get("url") or item.get("description") or ""
        if found:
            yield str(found)[:160]


def judged(name: str, reports: Sequence[Mapping[str, Any]]) -> Judged:
    """Put several runs of one page together."""
    scores = {
        category: round(
            100 * statistics.median(one["categories"][category]["score"] for one in reports)
        )
        for category in CATEGORIES
    }
    timings = {
        timing: str(reports[0]["audits"][timing].get("displayValue", "")) for timing in _TIMINGS
    }
    failed = dict.fromkeys(line for report in reports for line in failures(report))
    return Judged(name, scores, timings, tuple(failed))


def table(pages: Sequence[Judged]) -> str:
    """Return a Markdown table, and below it what did not pass."""
    heads = ["page", *CATEGORIES, *_TIMINGS]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for page in pages:
        scores = (
            f"{page.scores[one]}{'' if page.scores[one] >= LEAST[one] else ' **below**'}"
            for one in CATEGORIES
        )
        lines.append(f"| {' | '.join([page.name, *scores, *page.timings.values()])} |")
    for page in pages:
        lines += ["", f"{page.name}: audits that did not pass", ""]
        lines += [f"- {line}" for line in page.failed] or ["- none"]
    return "\n".join(lines)


def measure(site: Path, chromium: str, runs: int) -> str:
    """Judge every page of a built demonstration place several times; return the table."""
    with hosting({"": site}) as root:
        pages = [
            judged(name, [judge(root + address, chromium) for _ in range(runs)])
            for name, address in PAGES.items()
        ]
    return table(pages)
