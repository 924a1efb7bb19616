"""Copy the few browser files that the site needs out of their npm packages: ``make vendor``.

The packages are pinned with their digests in package-lock.json and installed by ``npm ci`` into a
folder that is thrown away; what is copied is committed, so that building a site never needs npm.
Running this twice gives the same bytes. Files are copied as published, without minifying them
again, so that anybody can compare them with the package.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESTINATION = Path("themes/base/assets/vendor")
MANIFEST = "VENDORED.json"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is copied from one package: ``(path in the package, path in our folder)`` pairs.

    ``within`` names the package whose published file already contains this one, so that nothing
    but its licence has to be copied. ``licence_of`` names the package whose licence text covers
    this one, which brings none: the same authors, the same terms.
    """

    package: str
    files: tuple[tuple[str, str], ...]
    within: str = ""
    licence_of: str = ""

    @property
    def folder(self) -> str:
        """The folder its files go to; npm's scopes would make two levels of it."""
        return self.package.removeprefix("@").replace("/", "-")


LEAFLET_IMAGES = (
    # leaflet.css names them all, used or not; a stylesheet must not point at nothing
    "layers.png",
    "layers-2x.png",
    "marker-icon.png",
    "marker-icon-2x.png",
    "marker-shadow.png",
)

IN_PROTOMAPS_LEAFLET = (
    ("@mapbox/point-geometry", "LICENSE"),
    ("@mapbox/vector-tile", "LICENSE.txt"),
    ("color2k", "LICENSE"),
    ("fflate", "LICENSE"),
    ("pbf", "LICENSE"),
    ("potpack", "LICENSE"),
    ("quickselect", "LICENSE"),
    ("rbush", "LICENSE"),
)

WANTED = (
    *(
        Wanted(package, ((licence, "LICENSE"),), within="protomaps-leaflet")
        for package, licence in IN_PROTOMAPS_LEAFLET
    ),
    *(
        Wanted(package, (), within="protomaps-leaflet", licence_of="protomaps-leaflet")
        for package in ("@protomaps/basemaps", "pmtiles")
    ),
    Wanted("kdbush", (("LICENSE", "LICENSE"),), within="supercluster"),
    Wanted(
        "leaflet",
        (
            ("LICENSE", "LICENSE"),
            ("dist/leaflet.css", "leaflet.css"),
            ("dist/leaflet.js", "leaflet.js"),
            *((f"dist/images/{name}", f"images/{name}") for name in LEAFLET_IMAGES),
        ),
    ),
    Wanted(
        "protomaps-leaflet",
        (("LICENSE", "LICENSE"), ("dist/protomaps-leaflet.js", "protomaps-leaflet.js")),
    ),
    Wanted(
        "supercluster",
        (("LICENSE", "LICENSE"), ("dist/supercluster.min.js", "supercluster.js")),
    ),
)


def install(folder: Path) -> Path:
    """Install the locked packages into ``folder`` and return its node_modules."""
    for name in NPM_FILES:
        shutil.copy(ROOT / name, folder / name)
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"],
        cwd=folder,
        check=True,
        stdout=sys.stderr,
    )
    return folder / "node_modules"


def copy(modules: Path, wanted: Wanted, destination: Path) -> dict[str, object]:
    """Copy one package's files below ``destination`` and return its line in the manifest."""
    package = json.loads((modules / wanted.package / "package.json").read_text("utf-8"))
    digests = {}
    for source, target in wanted.files:
        content = (modules / wanted.package / source).read_bytes()
        path = destination / wanted.folder / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digests[f"{wanted.folder}/{target}"] = hashlib.sha256(content).hexdigest()
    line: dict[str, object] = {
        "package": wanted.package,
        "version": package["version"],
        "licence": package["license"],
        "licence_text": f"{wanted.licence_of or wanted.folder}/LICENSE",
        "sha256": dict(sorted(digests.items())),
    }
    if wanted.within:
        line["within"] = wanted.within
    return line


def vendor(destination: Path) -> None:
    """Make ``destination`` hold the wanted files and their manifest, and nothing else."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        modules = install(folder)
        fresh = folder / "vendor"
        lines = [copy(modules, wanted, fresh) for wanted in WANTED]
        (fresh / MANIFEST).write_text(
            json.dumps(lines, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        if destination.exists():
            shutil.rmtree(destination)
        shutil.copytree(fresh, destination)


if __name__ == "__main__":
    vendor(ROOT / DESTINATION)
    print(f"wrote {DESTINATION}")
