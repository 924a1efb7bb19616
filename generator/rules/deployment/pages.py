"""The front page, addresses that are no file, and those that a record had before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit, urlunsplit

from generator.model.deployment import Answer, Deployment, Finding, State

NOWHERE = "no-such-page-3f9a1c/"
"""No record has such an id by chance."""

MOST_OLD = 3
LASTING_REDIRECTS = (301, 308)
_MOVED_PAGE = re.compile(rb'<meta http-equiv="refresh"', re.IGNORECASE)
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"', re.IGNORECASE)


def front_page(site: Deployment, front: Answer) -> Iterator[Finding]:
    """Look at the front page itself; whether it came at all has been seen to."""
    what, expected = "the front page", "a page of this site"
    if not _POLICY.search(front.content):
        yield Finding(
            State.WRONG, what, expected, "a page without the policy that each of ours carries",
            "see that the built folder is what is published, and that nothing changes its pages",
        )  # fmt: skip
        return
    built = site.built.get("index.html")
    if built is None:
        yield Finding(State.RIGHT, what, expected, "one")
    elif built != front.content:
        yield Finding(
            State.LESSER, what, "as the folder here was built", "another",
            "publish the folder, or build it as what is online was built; where both are done, "
            "clear the cache of what stands between",
        )  # fmt: skip
    else:
        yield Finding(State.RIGHT, what, "as the folder here was built", "the same")


def http_leads_to_https(site: Deployment) -> Iterator[Finding]:
    """Look whether who types the address without https comes to it with https."""
    parts = urlsplit(site.address)
    if parts.scheme != "https":
        if not _on_this_machine(parts.hostname or ""):
            yield Finding(
                State.WRONG, "https", "the site has it", "an address without it",
                "get a certificate, have `https://` in `url` of place.yaml, and build again",
            )  # fmt: skip
        return
    answer = site.ask(urlunsplit(("http", parts.hostname or "", parts.path, "", "")), {})
    to = answer.header("location")
    expected = "leads to https, or nothing answers"
    if answer.failure or (answer.status in LASTING_REDIRECTS and to.startswith("https://")):
        yield Finding(State.RIGHT, "http://", expected, answer.failure or "leads to https")
    else:
        found = f"status {answer.status}" + (f" to {to}" if to else "")
        yield Finding(
            State.WRONG, "http://", expected, found,
            "have the host send http:// to https:// with 301",
        )  # fmt: skip


def _on_this_machine(name: str) -> bool:
    return name in ("localhost", "::1") or name.startswith("127.")


def slash_is_added(site: Deployment) -> Iterator[Finding]:
    """Look whether an address that lost its slash leads to the page."""
    answer = site.get("badges")
    to = urljoin(f"{site.address}badges", answer.header("location"))
    leads = answer.status in (301, 302, 307, 308) and urlsplit(to).path.endswith("/badges/")
    state = State.RIGHT if leads else State.LESSER
    yield Finding(
        state, "an address without its last slash (badges)", "leads to badges/",
        "it does" if leads else f"status {answer.status}",
        "" if leads else "have the host add the slash, so that addresses typed by hand are found",
    )  # fmt: skip


def unknown_address(site: Deployment) -> Iterator[Finding]:
    """Look at what an address answers that nothing is at."""
    answer = site.get(NOWHERE)
    what = "an unknown address"
    if answer.status != 404:  # noqa: PLR2004 - the number says it best
        yield Finding(
            State.WRONG, what, "status 404", _status(answer),
            "have the host answer 404 with our page 404.html, or search engines keep dead "
            f"addresses ({site.host.remedy})",
        )  # fmt: skip
        return
    built = site.built.get(site.policy.not_found)
    ours = built == answer.content if built else bool(_POLICY.search(answer.content))
    if ours:
        yield Finding(State.RIGHT, what, "status 404 and our page", "both")
    else:
        yield Finding(
            State.LESSER, what, "our page 404.html", "another page",
            f"name {site.policy.path(site.policy.not_found)} as the host's page for 404 "
            f"({site.host.remedy})",
        )  # fmt: skip


def old_addresses(site: Deployment) -> Iterator[Finding]:
    """Look at some addresses of records that have another one now."""
    for moved in site.policy.moved[:MOST_OLD]:
        what, expected = f"the old address {moved.old}", f"leads to {moved.new} with 301"
        answer = site.get(moved.old)
        to = urlsplit(urljoin(site.address + moved.old, answer.header("location"))).path
        if answer.status in LASTING_REDIRECTS and to == urlsplit(site.address + moved.new).path:
            yield Finding(State.RIGHT, what, expected, "it does")
        elif answer.status == 200 and _MOVED_PAGE.search(answer.content):  # noqa: PLR2004 - as above
            yield Finding(
                State.LESSER, what, expected, "a page that leads on",
                "nothing has to be done: people arrive; with 301 search engines learn it sooner "
                f"({site.host.remedy})",
            )  # fmt: skip
        else:
            remedy = "publish the whole folder"
            yield Finding(State.WRONG, what, expected, _status(answer), remedy)


def gone_addresses(site: Deployment) -> Iterator[Finding]:
    """Look at some addresses of records that were withdrawn."""
    for address in site.policy.gone[:MOST_OLD]:
        what, expected = f"the withdrawn address {address}", "says that it is gone, with 410"
        answer = site.get(address)
        built = site.built.get(f"{address}index.html")
        if built is not None and answer.content != built and answer.whole:
            remedy = "publish the whole folder, and clear the cache of what stands between"
            yield Finding(State.WRONG, what, expected, f"{_status(answer)}, other text", remedy)
        elif answer.status == 410:  # noqa: PLR2004 - as above
            yield Finding(State.RIGHT, what, expected, "it does")
        else:
            yield Finding(
                State.LESSER, what, expected, _status(answer),
                "nothing has to be done: people read that it is gone; with 410 search engines "
                f"forget it sooner ({site.host.remedy})",
            )  # fmt: skip


def _status(answer: Answer) -> str:
    return answer.failure or f"status {answer.status}"
