"""What was found on a site that is online, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from generator.model.deployment import Finding, State

_MARKS = {State.WRONG: "WRONG ", State.LESSER: "lesser", State.RIGHT: "ok    "}
_ORDER = (State.WRONG, State.LESSER, State.RIGHT)
FORMAT = 1


def as_text(address: str, host: str, findings: tuple[Finding, ...]) -> str:
    """Return what was found as a table, what harms first, with a line that sums it up."""
    return "\n".join(_lines(address, host, findings)) + "\n"


def _lines(address: str, host: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    yield f"{address} ({host})"
    yield ""
    for state in _ORDER:
        for it in findings:
            if it.state is state:
                yield from _rows(it)
    wrong, lesser, right = (sum(it.state is state for it in findings) for state in _ORDER)
    yield ""
    yield f"{wrong} wrong, {lesser} lesser, {right} as they should be"


def _rows(finding: Finding) -> Iterator[str]:
    mark = _MARKS[finding.state]
    yield f"{mark}  {finding.what}"
    if finding.state is not State.RIGHT:
        yield f"          expected  {finding.expected}"
        yield f"          found     {finding.found}"
        yield f"          mend      {finding.remedy}"


def as_json(address: str, host: str, findings: tuple[Finding, ...]) -> str:
    """Return what was found as one JSON object."""
    told = {
        "format": FORMAT,
        "address": address,
        "host": host,
        "findings": [asdict(it) for it in findings],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
