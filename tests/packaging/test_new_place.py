"""From nothing to a map with something on it, with the wheel alone and no network."""

from __future__ import annotations

import json
from pathlib import Path

from tests.packaging.conftest import Installed
from tests.support.links import broken_links
from tests.support.sites import Finished


def ready(record: Path, **fields: str) -> None:
    """Take the draft's mark away and fill in what its author would."""
    lines = record.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("draft:")]
    for name, value in fields.items():
        kept = [f"{name}: {value}" if line.startswith(f"{name}:") else line for line in kept]
    record.write_text("\n".join(kept) + "\n", encoding="utf-8")


def start(installed: Installed, folder: Path) -> Path:
    ended = installed.run("doorstep", "init", "our-town", cwd=folder)
    assert ended.status == 0, ended.stderr
    return folder / "our-town"


def build(installed: Installed, town: Path) -> Finished:
    return installed.run("doorstep", "build", cwd=town)


def test_new_place_builds_at_once(installed: Installed, tmp_path: Path) -> None:
    town = start(installed, tmp_path)

    built = build(installed, town)

    assert built.status == 0, built.stderr
    assert (town / "site" / "index.html").is_file()
    assert broken_links(town / "site") == []


def test_new_opportunity_at_a_venue_with_only_a_postcode_is_on_the_map(
    installed: Installed, tmp_path: Path
) -> None:
    town = start(installed, tmp_path)
    for kind, title in (("venue", "Town Hall"), ("opportunity", "Clay evenings")):
        assert installed.run("doorstep", "new", kind, title, cwd=town).status == 0
    ready(town / "content" / "venues" / "town-hall.md", postcode="SW1A 2AA")
    ready(town / "content" / "opportunities" / "clay-evenings.md", where="[town-hall]")

    built = build(installed, town)

    assert built.status == 0, built.stderr
    page = (town / "site" / "opportunities" / "clay-evenings" / "index.html").read_text("utf-8")
    points = json.loads((town / "site" / "assets" / "map" / "points.en.json").read_text("utf-8"))
    number = points["names"].index("Town Hall")
    assert "Town Hall" in page
    assert points["counts"][number] == 1
    assert number in points["approximate"]


def test_typing_mistake_is_said_with_its_line_and_nothing_is_published(
    installed: Installed, tmp_path: Path
) -> None:
    town = start(installed, tmp_path)
    record = town / "content" / "opportunities" / "build-a-robot.md"
    record.write_text(record.read_text("utf-8").replace("kind:", "knid:"), encoding="utf-8")

    built = build(installed, town)

    assert built.status == 1
    assert "content/opportunities/build-a-robot.md:" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (town / "site").exists()
