from __future__ import annotations

import re
import socket
import subprocess
import sys
from dataclasses import replace
from typing import NoReturn

import pytest

from generator.adapters import map_folium
from generator.adapters.map_shell import FoliumShell
from generator.model.location import Bounds
from generator.model.shell import MapLabels, MapRequest

REQUEST = MapRequest(
    bounds=Bounds(51.5, -3.1, 51.7, -2.8),
)

TILES = ("https://tiles.example.org/key_0123456789abcdef0123456789abcdef/{z}/{x}/{y}.png", "© T")

HOSTILE = (
    "{{ 7*7 }}",
    "{% for x in () %}{% endfor %}",
    "</script><script>alert(1)</script>",
    "\u2028<img src=x onerror=alert(1)>",
    'placeholder-0"',
)


def test_equal_requests_give_equal_parts() -> None:
    first, second = FoliumShell().shell(REQUEST), FoliumShell().shell(replace(REQUEST))

    assert first == second


def test_no_random_name_is_left() -> None:
    parts = FoliumShell().shell(REQUEST)

    assert not re.search(r"[0-9a-f]{32}", parts.script)
    assert "map_1" in parts.script
    assert 'export const element = "map_1";' in parts.script


def test_nothing_is_loaded() -> None:
    parts = FoliumShell().shell(replace(REQUEST, streets=True))

    assert not re.search(r"://|\.(?:js|css)\b|\bimport\b", parts.script)


def test_library_that_folium_wants_and_pages_do_not_have_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Wanting(map_folium.LocalMap):
        def __init__(self, bounds: Bounds, zoom_snap: float) -> None:
            super().__init__(bounds, zoom_snap)
            self.default_js = [("plugin", "https://cdn.example/plugin.js")]

    monkeypatch.setattr(map_folium, "LocalMap", Wanting)

    with pytest.raises(TypeError, match=r"^folium asks for https://cdn\.example/plugin\.js"):
        map_folium.draw(REQUEST)


def test_nothing_is_inline() -> None:
    parts = FoliumShell().shell(REQUEST)

    assert not re.search(r"<style|<script|style=|\son\w+=", parts.script)


def test_the_view_is_the_bounds() -> None:
    script = FoliumShell().shell(REQUEST).script

    assert "map_1.fitBounds(\n[[51.5, -3.1], [51.7, -2.8]]" in script


def test_tiles_only_when_configured_and_with_their_address_untouched() -> None:
    without = FoliumShell().shell(REQUEST)
    tiled = FoliumShell().shell(replace(REQUEST, tiles=TILES))

    assert "tileLayer" not in without.script
    assert f'"{TILES[0]}"' in tiled.script
    assert tiled.script.count("https://") == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_shown_and_never_run(words: str) -> None:
    labels = MapLabels(words, words, words, words)

    hostile = replace(REQUEST, labels=labels, tiles=(TILES[0], words))
    script = FoliumShell().shell(hostile).script

    assert "49" not in script
    assert "<" not in script
    assert "\u2028" not in script
    if "{" in words:
        assert script.count(words) == 5


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("folium asked the network")

    monkeypatch.setattr(socket, "socket", refuse)

    assert FoliumShell().shell(replace(REQUEST, tiles=TILES)).script


def test_folium_is_not_imported_until_a_map_is_wanted() -> None:
    code = "import sys, generator.adapters.map_shell; sys.exit('folium' in sys.modules)"

    finished = subprocess.run([sys.executable, "-c", code], check=False)

    assert finished.returncode == 0
