"""Files of ours that were cut short at any byte: never half believed, and made again if we can."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.adapters.publication import FolderPublication
from generator.adapters.publishing.manifest import MANIFEST
from generator.model.artifact import Artifact
from generator.model.fault import Refused
from generator.model.location import Location
from tests.support.in_memory import understand_in_memory
from tests.support.random_folders import Files, Wanted, seeded_folder
from tests.support.record_text import record_file

ADDRESS, OTHER = "7 Harbour Row", "9 Harbour Row"
RIGHT = {"hall": Location(54.43217, -0.67713), "barn": Location(54.44218, -0.66714)}


def geocodes() -> str:
    """Return the file as `doorstep geocode` writes it."""
    return "".join(
        f"{venue}:\n  address: {address}\n  location: [{place.latitude}, {place.longitude}]\n"
        f"  level: building\n  label: Somewhere\n  source: nominatim\n  date: '2026-01-01'\n"
        for (venue, place), address in zip(RIGHT.items(), (ADDRESS, OTHER), strict=True)
    )


def place(text: str) -> Files:
    files = seeded_folder(41, Wanted(size=4, hidden_from_readers=False, bodies=False))
    for venue, address in zip(RIGHT, (ADDRESS, OTHER), strict=True):
        fields: dict[str, object] = {"title": venue, "area": "ward-1", "address": address}
        files[f"venues/{venue}.md"] = record_file(fields).encode()
    return {**files, "geocodes.yaml": text.encode()}


def located(text: str) -> tuple[dict[str, Location | None], bool]:
    """Return where the venues are by this file, and whether an error stops the build."""
    understood = understand_in_memory(place(text))
    venues = understood.place.venues
    placed = {name: venues[name].placed for name in RIGHT if name in venues}
    stopped = any(one.severity == "error" for one in understood.problems)
    return placed, stopped


def test_whole_geocodes_place_every_venue() -> None:
    assert located(geocodes()) == (RIGHT, False)


def check_cuts(step: int) -> None:
    text = geocodes()
    fallback, _ = located("")
    for end in range(1, len(text), step):
        places, stopped = located(text[:end])
        for venue, found in places.items():
            assert stopped or found in (RIGHT[venue], fallback[venue]), (end, venue, found)


def test_geocodes_cut_short_never_put_a_venue_elsewhere() -> None:
    check_cuts(11)


@pytest.mark.soak
def test_geocodes_cut_short_at_any_byte_never_put_a_venue_elsewhere() -> None:
    check_cuts(1)


def test_manifest_cut_short_at_any_byte_loses_no_file(tmp_path: Path) -> None:
    site = tmp_path / "site"
    pages = [Artifact("index.html", b"front"), Artifact("a/index.html", b"page")]
    FolderPublication(site).publish(pages)
    (site / "notes.txt").write_bytes(b"mine")
    whole = (site / MANIFEST).read_bytes()

    for end in range(0, len(whole), 7):
        (site / MANIFEST).write_bytes(whole[:end])
        try:
            FolderPublication(site).publish([Artifact("index.html", b"new")])
        except Refused:
            assert (site / "index.html").read_bytes() == b"front"
        assert (site / "notes.txt").read_bytes() == b"mine"
        assert (site / "a/index.html").read_bytes() == b"page"
