"""Copy Snowball's own browser stemmers out of the Sphinx wheel: part of ``make vendor``.

Snowball publishes no JavaScript package. Sphinx carries what Snowball's compiler made, and small
versions of it; its wheel is asked for through pip, checked by its digest, and thrown away.
What is copied is committed, byte for byte, so that building a site needs no Sphinx and anybody can
compare. Running this twice gives the same bytes.

The release has to be that of the ``snowballstemmer`` that is installed, which stems the index: two
releases disagree on some words, and those could then not be found.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib import metadata
from pathlib import Path

from generator.adapters.stemming_snowball import ALGORITHMS, BASE

ROOT = Path(__file__).resolve().parent.parent
DESTINATION = Path("generator/data/stemmers")
MANIFEST = "VENDORED.json"

WHEEL = "sphinx"
WHEEL_VERSION = "9.0.4"
WHEEL_DIGEST = "5bebc595a5e943ea248b99c13814c1c5e10b3ece718976824ffa7959ff95fffb"

WITH_HEADERS = "sphinx/search/non-minified-js"
SMALL = "sphinx/search/minified-js"
GENERATED_BY = re.compile(r"^// Generated from \w+\.sbl by Snowball (\S+)")


def wheel(folder: Path) -> Path:
    """Download the pinned wheel into ``folder``; pip refuses any other bytes."""
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{WHEEL}=={WHEEL_VERSION} --hash=sha256:{WHEEL_DIGEST}\n", encoding="utf-8")
    options = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", *options, "--dest", folder, "-r", wanted],
        check=True,
        stdout=sys.stderr,
    )
    (found,) = folder.glob("*.whl")
    return found


def release_of(source: str) -> str:
    """Return the release of Snowball that wrote a stemmer, from its first line."""
    told = GENERATED_BY.match(source)
    if told is None:
        raise SystemExit(f"a stemmer no longer says what made it: {source[:80]!r}")
    return told[1]


def licence() -> bytes:
    """Return Snowball's licence text, which only its Python package carries."""
    files = metadata.files("snowballstemmer") or []
    (path,) = [file for file in files if file.name == "COPYING"]
    return path.read_binary()


def vendor_stemmers(destination: Path) -> None:
    """Make ``destination`` hold the stemmers, their licence and a manifest, and nothing else."""
    release = metadata.version("snowballstemmer")
    names = {algorithm: f"{algorithm}-stemmer.js" for algorithm in sorted(set(ALGORITHMS.values()))}
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(wheel(Path(scratch))) as held:
        for name in names.values():
            written_by = release_of(held.read(f"{WITH_HEADERS}/{name}").decode())
            if written_by != release:
                raise SystemExit(f"{name} is of Snowball {written_by}, Python's is {release}")
        files = {name: held.read(f"{SMALL}/{name}") for name in (BASE, *names.values())}
    files["LICENSE"] = licence()
    line = {
        "package": "snowball",
        "version": release,
        "licence": "BSD-3-Clause",
        "licence_text": "LICENSE",
        "within": f"{WHEEL} {WHEEL_VERSION}",
        "within_sha256": WHEEL_DIGEST,
        "sha256": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    if destination.exists():
        shutil.rmtree(destination)
    destination.mkdir(parents=True)
    for name, content in files.items():
        (destination / name).write_bytes(content)
    (destination / MANIFEST).write_text(json.dumps([line], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    vendor_stemmers(ROOT / DESTINATION)
    print(f"wrote {DESTINATION}")
