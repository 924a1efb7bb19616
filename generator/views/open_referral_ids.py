"""The UUIDs of Open Referral UK, made of the addresses that things have on this site."""

from __future__ import annotations

import hashlib
from uuid import NAMESPACE_URL

from generator.model.edition import Edition
from generator.rules.addresses import absolute

_VARIANTS = "89ab"
"""Hexadecimal digits whose first two bits are 10, by their last two (RFC 9562, 4.1)."""


def identifier(edition: Edition, address: str) -> str:
    """Return the UUID of what has this address on the site.

    It stays the same from build to build, and no two places share one.
    """
    return _uuid5(absolute(edition.place.settings.url, address))


def _uuid5(address: str) -> str:
    """Return the UUID of version 5 (RFC 9562, 5.5) of an address, written out.

    As ``str(uuid.uuid5(NAMESPACE_URL, address))``, in a third of the time: a service has fifteen.
    """
    named = NAMESPACE_URL.bytes + address.encode()
    digits = hashlib.sha1(named, usedforsecurity=False).hexdigest()
    variant = _VARIANTS[int(digits[16], 16) & 3]
    third, fourth = f"5{digits[13:16]}", f"{variant}{digits[17:20]}"
    return f"{digits[:8]}-{digits[8:12]}-{third}-{fourth}-{digits[20:32]}"
