"""Files of others in the site's folder: a thousand random rebuilds lose none of them."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from generator.adapters.publication import FolderPublication
from generator.adapters.publishing.disk import Disk
from generator.model.artifact import Artifact
from generator.model.fault import Refused
from generator.model.site_path import OWN_PREFIX
from tests.faults.disks import NoExchange, NoLinks, NotMovable

FOLDERS = ("", "badges/", "badges/one/", "opportunities/", "a/b/c/", "mine/", ".hidden/")
PAGES = tuple(f"{folder}{name}" for folder in FOLDERS[:5] for name in ("index.html", "x.json"))
NAMES = ("notes.txt", "index.html", "x.json", "CNAME", ".htaccess", "read me.md", "größe.txt")
# Any day from 1970 to 2100: clocks are wrong, and archives keep the times they were given.
LATEST = 4_102_444_800

Foreign = dict[str, bytes]


def site_of(chance: Random) -> list[Artifact]:
    pages = chance.sample(PAGES, chance.randint(1, len(PAGES)))
    return [Artifact(path, f"page {chance.randint(0, 3)}".encode()) for path in sorted(pages)]


def files(site: Path) -> set[str]:
    """Return every file but what publishing keeps for itself."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {name for name in names if not name.startswith(OWN_PREFIX)}


def meddle(site: Path, foreign: Foreign, chance: Random) -> None:
    """Add, change or remove a file as somebody else would, or take over a page, or turn a clock."""
    for _ in range(chance.randint(0, 3)):
        path = chance.choice(FOLDERS) + chance.choice(NAMES)
        if path in files(site) - foreign.keys() and chance.random() < 0.7:
            continue  # pages are mostly left to the build
        content = b"mine %d" % chance.randint(0, 10**9)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        # As editors save. What is written into a page's own file and then removed comes back once:
        # the file has a second name in the tree that waits beside, and is taken for a lost one.
        (site / f"{path}.new").write_bytes(content)
        (site / f"{path}.new").replace(site / path)
        foreign[path] = content
    if foreign and chance.random() < 0.2:
        gone = chance.choice(sorted(foreign))
        (site / gone).unlink()
        del foreign[gone]
    for path in sorted(files(site)):
        if chance.random() < 0.1:
            moment = chance.randint(0, LATEST)
            os.utime(site / path, (moment, moment))


def check_rebuilds(folder: Path, count: int, seed: int, disk: Disk) -> int:
    """Rebuild so often; return how many were refused, because a foreign file is in the way."""
    chance = Random(seed)  # noqa: S311 - nothing is kept secret
    site = folder / "site"
    foreign: Foreign = {}
    publication = FolderPublication(site, disk=disk)
    publication.publish(site_of(chance))
    refused = 0
    for number in range(count):
        meddle(site, foreign, chance)
        made = site_of(chance)
        try:
            publication.publish(made)
        except Refused:
            refused += 1
            for path in foreign.keys() & {page.path for page in made}:
                assert (site / path).read_bytes() == foreign.pop(path), (number, path)
                (site / path).unlink()  # whoever put it there takes it out of the way
        else:
            kept = files(site) - foreign.keys()
            assert kept == {page.path for page in made} - foreign.keys(), number
            foreign = {
                path: content for path, content in foreign.items()
                if (path, content) not in {(page.path, page.content) for page in made}
            }  # fmt: skip
        for path, content in foreign.items():
            assert (site / path).read_bytes() == content, (number, path)
    return refused


KINDS = {"usual": Disk, "no-exchange": NoExchange, "no-links": NoLinks, "not-movable": NotMovable}


@pytest.mark.parametrize("kind", KINDS)
def test_random_rebuilds_lose_no_foreign_file(tmp_path: Path, kind: str) -> None:
    refused = check_rebuilds(tmp_path, 25, 3, KINDS[kind]())

    assert refused < 25


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_random_rebuilds_lose_no_foreign_file(tmp_path: Path, kind: str) -> None:
    refused = check_rebuilds(tmp_path, 1_000, 11, KINDS[kind]())

    assert refused < 600
