"""From a place to the policy that its host should follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from generator.model.hosting import Headers, HostPolicy, Moved
from generator.model.place import Place
from generator.model.registry import KINDS
from generator.model.settings import Settings
from generator.rules.assets import KEPT_FOLDER
from generator.rules.policy import content_policy

KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, max-age=0, must-revalidate"

TYPES = MappingProxyType({
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pmtiles": "application/octet-stream",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml",
})  # fmt: skip
"""The street map has no type of its own: https://docs.protomaps.com/pmtiles/cloud-storage"""

COMPRESSED = tuple(
    sorted({
        kind.partition(";")[0]
        for kind in TYPES.values()
        if kind.startswith("text/") or kind.endswith(("json", "xml"))
    })
)  # fmt: skip

_LASTING = ("assets/basemap/", KEPT_FOLDER, "assets/search/", "images/")
_FOR_ANYONE = ("data/", "badges/")
_KINDS = {kind.name: kind for kind in KINDS}


def host_policy(place: Place) -> HostPolicy:
    """Return how the site of a place should be served, at the ``url`` that it has."""
    editions = _editions(place.settings)
    return replace(
        policy_of(place.settings),
        moved=tuple(
            Moved(_page(edition, it.kind, it.old), _page(edition, it.kind, it.new))
            for edition in editions
            for it in place.redirects
        ),
        gone=tuple(_page(edition, it.kind, it.id) for edition in editions for it in place.gone),
    )


def policy_of(settings: Settings) -> HostPolicy:
    """Return the part of the policy that holds whatever the records are."""
    site = urlsplit(settings.url)
    return HostPolicy(
        origin=f"{site.scheme}://{site.netloc}",
        base=_safe(site.path),
        everywhere=tuple(_everywhere(settings)),
        for_anyone=tuple(
            edition + folder for edition in _editions(settings) for folder in _FOR_ANYONE
        ),
        lasting=_LASTING,
        kept=KEPT,
        asked_again=ASKED_AGAIN,
        types=TYPES,
        compressed=COMPRESSED,
    )


def _editions(settings: Settings) -> list[str]:
    """Return what the addresses of each language begin with."""
    return ["" if it == settings.language else f"{it}/" for it in settings.languages]


def _everywhere(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield what goes with every file.

    That browsers come back by https alone holds for all of a host, so that a site which has only a
    path of one leaves it to whoever has the rest.
    """
    yield "Content-Security-Policy", f"{content_policy(settings)}; frame-ancestors 'none'"
    yield "Referrer-Policy", "strict-origin-when-cross-origin"
    yield "X-Content-Type-Options", "nosniff"
    yield "Permissions-Policy", "camera=(), microphone=(), payment=(), usb=()"
    site = urlsplit(settings.url)
    if site.scheme == "https" and site.path == "/":
        yield "Strict-Transport-Security", "max-age=31536000"


def _page(edition: str, kind: str, identifier: str) -> str:
    return _safe(edition + _KINDS[kind].page(identifier))


def _safe(address: str) -> str:
    """Return an address in letters that mean nothing in any host's file.

    Ids are such already; whoever lets others through by mistake changes no rule of a host by it.
    """
    return quote(address, safe="/%")


def expected_headers(policy: HostPolicy, path: str) -> Headers:
    """Return all headers but the type that a file should be sent with."""
    cache = policy.kept if path.startswith(policy.lasting) else policy.asked_again
    anyone = path.startswith(policy.for_anyone)
    return (
        *policy.everywhere,
        ("Cache-Control", cache),
        *((("Access-Control-Allow-Origin", "*"),) if anyone else ()),
    )
