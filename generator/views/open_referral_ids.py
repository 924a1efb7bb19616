"""The UUIDs of Open Referral UK, made of the addresses that things have on this site."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from generator.model.edition import Edition
from generator.rules.addresses import absolute


def identifier(edition: Edition, address: str) -> str:
    """Return the UUID of what has this address on the site.

    It stays the same from build to build, and no two places share one.
    """
    return str(uuid5(NAMESPACE_URL, absolute(edition.place.settings.url, address)))
