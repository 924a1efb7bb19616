"""The MapShell port, without the cost of folium until a map is wanted."""

from __future__ import annotations

from generator.model.shell import MapParts, MapRequest


class FoliumShell:
    """Map shells made by folium. Reads no file and asks no network."""

    def shell(self, request: MapRequest) -> MapParts:
        """Return the parts of a map; equal requests give equal parts."""
        # imported here because folium takes 0.6 s, which a build without a new map should not pay
        from generator.adapters.map_folium import draw  # noqa: PLC0415

        return draw(request)
