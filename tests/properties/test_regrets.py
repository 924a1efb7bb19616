"""What was public and is taken back is gone with the next build, from every file there is."""

from __future__ import annotations

import errno
import gzip
import io
import os
import re
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator import app
from generator.adapters.console import NullReporter
from generator.adapters.publishing.disk import Disk
from generator.model.asked import Asked
from generator.model.problem import Severity
from tests.support.random_folders import Files, Wanted, seeded_folder, write_folder
from tests.support.record_text import Bare, record_file
from tests.support.sites import TODAY

# Words that no stemmer shortens, a postcode, a point, and a mark inside a picture's metadata.
STREET, POSTCODE, POINT = "Quobbleshaw", "YO21 1HR", (54.43217, -0.67713)
WITHDRAWN, DRAFT, CONTACT = "Plimsquattle", "Fnurgleworth", "zyxtrammel"
CAMERA = "Vexquillon"
SECRETS = (STREET, WITHDRAWN, DRAFT, CONTACT, CAMERA, "yo21 ?1hr", r"54\.4321|5443217", r"0?67713")


def photograph() -> bytes:
    """Return a picture that tells where it was taken and with what, as telephones do."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    position = exif.get_ifd(0x8825)
    position[1], position[2] = "N", (54.0, 25.0, 55.8)
    made = io.BytesIO()
    Image.new("RGB", (24, 16), (40, 90, 160)).save(made, "JPEG", exif=exif, comment=CAMERA)
    return made.getvalue()


def opportunity(words: str, **more: object) -> bytes:
    fields: dict[str, object] = {
        "title": words, "summary": f"{words} for all", "kind": "course", "join": ["turn-up"],
        "organisation": "organisation-1", "mode": ["in-person"], "where": ["refuge"],
        "when": Bare("anytime"), "cost": Bare("free"), "checked_on": "2026-11-01",
        "ages": {"from": 18}, "contact": {"role": "Tutor"},
    }  # fmt: skip
    return record_file({**fields, **more}, f"About {words}.\n").encode()


def venue(shown: str) -> bytes:
    fields: dict[str, object] = {"title": "A door", "area": "ward-1", "location_shown": shown,
                                 "address": f"7 {STREET} Lane", "postcode": POSTCODE,
                                 "location": list(POINT)}  # fmt: skip
    return record_file(fields).encode()


def place(*, open_to_all: bool) -> Files:
    """Return the place while everything was public, or after somebody thought better of it."""
    kept = {"email": f"{CONTACT}@anywhere.example"} if open_to_all else {}
    files = seeded_folder(21, Wanted(size=6, hidden_from_readers=False))
    image = {"file": "images/photo.jpg", "alt": "A room", "people": "none"}
    withdrawn: dict[str, object] = {} if open_to_all else {"status": "withdrawn"}
    draft: dict[str, object] = {} if open_to_all else {"draft": True}
    return {
        **files,
        "images/photo.jpg": photograph(),
        "venues/refuge.md": venue("exact" if open_to_all else "hidden"),
        "opportunities/kept.md": opportunity(
            "Welcome", image=image, contact={"role": "Tutor", **kept}
        ),
        "opportunities/gone.md": opportunity(WITHDRAWN, **withdrawn),
        "opportunities/later.md": opportunity(DRAFT, **draft),
    }


def built(folder: Path, files: Files) -> Path:
    content = write_folder(folder / "content", files)
    asked = Asked(content=content, out=folder / "site", today=date.fromisoformat(TODAY), jobs=1)
    done = app.build(asked, NullReporter())
    assert [one for one in done.problems if one.severity is Severity.ERROR] == []
    return folder / "site"


def tellings(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file below a folder, hidden ones too, by its name, unpacked and in lower case.

    Without what comes with the program, and the digests and gazetteer that name what anybody may.
    """
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(("assets/vendor/", "data/postcodes/")):
            content = path.read_bytes()
            plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
            yield name, f"{name}\n{plain.decode('utf-8', 'replace')}".casefold()


def found(folder: Path, secret: str) -> list[str]:
    pattern = re.compile(secret.casefold())
    return [name for name, text in tellings(folder) if pattern.search(text)]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built twice while all was public, and once since."""
    folder = tmp_path_factory.mktemp("regrets")
    for _ in range(2):
        site = built(folder, place(open_to_all=True))
    for secret in (STREET, WITHDRAWN, DRAFT, CONTACT):
        assert found(site, secret), secret
    return built(folder, place(open_to_all=False))


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_public_tells_it_after_the_rebuild(rebuilt: Path, secret: str) -> None:
    told = [name for name in found(rebuilt, secret) if "postcode" not in name]

    assert told == []


def test_older_trees_are_beside_the_site_and_for_nobody_else(rebuilt: Path) -> None:
    others = [path for path in rebuilt.parent.iterdir() if path.name not in ("site", "content")]

    assert others
    for path in others:
        assert not path.is_relative_to(rebuilt)
        if path.name == ".site.doorstep":
            assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_pictures_hold_pixels_alone(rebuilt: Path) -> None:
    pictures = [path for path in rebuilt.rglob("*") if path.suffix in (".jpg", ".png", ".webp")]

    assert any("photo" in path.name for path in pictures)
    for path in pictures:
        with Image.open(path) as picture:
            assert not picture.getexif()
            assert "comment" not in picture.info


def test_a_site_that_cannot_be_moved_keeps_nothing_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_disk: Disk, path: str, _other: str) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), path)

    monkeypatch.setattr(Disk, "exchange", busy)
    for public in (True, True, False):
        site = built(tmp_path, place(open_to_all=public))

    assert [name for secret in (STREET, WITHDRAWN, DRAFT) for name in found(site, secret)] == []
