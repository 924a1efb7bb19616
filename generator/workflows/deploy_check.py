"""``doorstep deploy-check``: ask a site that is online, and say what is not as it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.deployment import Ask, Deployment, Finding, State
from generator.model.place import Place
from generator.rules.deployment.files import files, street_map
from generator.rules.deployment.headers import no_cookie, policy_headers
from generator.rules.deployment.pages import (
    MOST_OLD,
    front_page,
    gone_addresses,
    http_leads_to_https,
    old_addresses,
    slash_is_added,
    unknown_address,
)
from generator.rules.deployment.sampling import KNOWN, chosen
from generator.rules.hosting import host_policy
from generator.rules.hosts.every import host_named

FRONT = "index.html"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, in the order in which it was looked at."""

    address: str
    host: str
    findings: tuple[Finding, ...]

    def count(self, state: State) -> int:
        """Return how many findings are in a state."""
        return sum(finding.state is state for finding in self.findings)


def wanted(place: Place, paths: Iterable[str]) -> tuple[str, ...]:
    """Return those paths of a built folder whose files are compared with what is online."""
    policy = host_policy(place)
    there = set(paths)
    also = (FRONT, policy.not_found, *(f"{it}{FRONT}" for it in policy.gone[:MOST_OLD]))
    sample = chosen(there, policy)
    return (*sample, *(it for it in also if it in there and it not in sample))


def deploy_check(place: Place, address: str, built: Mapping[str, bytes], ask: Ask) -> Checked:
    """Ask for at most some forty addresses of a site, one after another.

    ``built`` are the files that are ``wanted``, as the last build made them; none where no built
    folder is at hand.
    """
    policy = host_policy(place)
    host = host_named(place.settings.host)
    shown = chosen(built, policy) or KNOWN
    site = Deployment(address=address, host=host, policy=policy, built=built, shown=shown, ask=ask)
    return Checked(address, host.title, tuple(_findings(place, site)))


def _findings(place: Place, site: Deployment) -> Iterator[Finding]:
    front = site.get("", Accept_Encoding="gzip")
    if front.status != 200:  # noqa: PLR2004 - the number says it best
        found = front.failure or f"status {front.status} {front.header('location')}".strip()
        yield Finding(
            State.WRONG, "the front page", "status 200", found,
            "nothing more was looked at; is this the address, and is the folder published there?",
        )  # fmt: skip
        return
    yield from front_page(site, front)
    yield from http_leads_to_https(site)
    yield from policy_headers(site, front)
    yield from no_cookie(site, front)
    yield from files(site)
    if place.street_map:
        yield from street_map(site, place.street_map.address, len(place.street_map.content))
    yield from unknown_address(site)
    yield from slash_is_added(site)
    yield from old_addresses(site)
    yield from gone_addresses(site)
