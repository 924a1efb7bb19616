"""What goes with every file: the policy, and nothing that tells a reader from another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.deployment import Answer, Deployment, Finding, State

_WHY = {
    "Content-Security-Policy": "pages still carry it themselves, all but what keeps others from "
    "framing them",
    "Referrer-Policy": "browsers of today do the same without being told",
    "X-Content-Type-Options": "a file may be taken for another sort than it is",
    "Permissions-Policy": "no page of ours asks for a camera; this keeps it so",
    "Strict-Transport-Security": "the first visit without https could be led elsewhere",
}
_MUST = frozenset({"Content-Security-Policy", "X-Content-Type-Options"})


def policy_headers(site: Deployment, front: Answer) -> Iterator[Finding]:
    """Look at each header that the front page should have."""
    for name, expected in site.policy.everywhere:
        found = front.header(name)
        if _same(name, expected, found):
            yield Finding(State.RIGHT, f"header {name}", expected, "the same")
        elif not found:
            able = site.host.sends_headers and name in _MUST
            yield site.without(able, f"header {name}", expected, "none", _WHY[name])
        else:
            able = site.host.sends_headers
            remedy = "two places may set it, or one that the build does not know of"
            yield site.without(able, f"header {name}", expected, found, remedy)


def _same(name: str, expected: str, found: str) -> bool:
    if name == "Content-Security-Policy":
        return _directives(expected) == _directives(found)
    if name == "Strict-Transport-Security":
        return _seconds(found) >= _seconds(expected)
    return expected.replace(" ", "").lower() == found.replace(" ", "").lower()


def _directives(policy: str) -> dict[str, frozenset[str]]:
    parts = [part.split() for part in policy.split(";")]
    return {part[0].lower(): frozenset(part[1:]) for part in parts if part}


def _seconds(value: str) -> int:
    for part in value.replace(" ", "").lower().split(";"):
        name, _, number = part.partition("=")
        if name == "max-age" and number.isascii() and number.isdigit():
            return int(number[:12])
    return 0


def no_cookie(site: Deployment, front: Answer) -> Iterator[Finding]:
    """Look whether the host sets a cookie: the privacy notice says that none is set."""
    cookie = front.header("set-cookie").partition("=")[0]
    if cookie:
        yield Finding(
            State.WRONG, "cookies", "none", cookie,
            "switch it off at the host, or the privacy notice is not true and needs a banner "
            f"({site.host.title})",
        )  # fmt: skip
    else:
        yield Finding(State.RIGHT, "cookies", "none", "none")
