"""The Content-Security-Policy of every page: what a browser may ask for, and of whom."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model.settings import Settings


def content_policy(settings: Settings) -> str:
    """Return the policy's text, for a page's meta element and for a host's headers alike.

    ``data:`` is only for images: Leaflet empties a tile by giving it a one-pixel image of its own.
    """
    images = "img-src 'self' data:"
    if settings.basemap:
        images += f" {tile_origin(settings.basemap.tiles)}"
    return f"default-src 'self'; {images}; object-src 'none'; base-uri 'none'; form-action 'self'"


def tile_origin(tiles: str) -> str:
    """Return the origin that a tile address asks; its subdomain letter becomes a wildcard."""
    parts = urlsplit(tiles)
    return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"
