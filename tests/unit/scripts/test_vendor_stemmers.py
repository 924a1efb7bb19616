from __future__ import annotations

import hashlib
import json
from importlib import metadata
from pathlib import Path

import pytest

from generator.adapters.stemming_snowball import ALGORITHMS, BASE
from scripts.vendor_stemmers import (
    DESTINATION,
    MANIFEST,
    WHEEL,
    WHEEL_DIGEST,
    WHEEL_VERSION,
    release_of,
)

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / DESTINATION
(LINE,) = json.loads((FOLDER / MANIFEST).read_text("utf-8"))


def test_every_file_is_what_the_manifest_says() -> None:
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FOLDER.iterdir()
        if path.name != MANIFEST
    }

    assert found == LINE["sha256"]
    assert set(found) == {BASE, "LICENSE", *(f"{name}-stemmer.js" for name in ALGORITHMS.values())}


def test_the_browser_s_release_is_the_one_that_is_installed() -> None:
    assert LINE["version"] == metadata.version("snowballstemmer")


def test_the_manifest_names_the_wheel_that_the_script_takes() -> None:
    assert (LINE["within"], LINE["within_sha256"]) == (f"{WHEEL} {WHEEL_VERSION}", WHEEL_DIGEST)


def test_the_licence_text_is_snowball_s() -> None:
    text = (FOLDER / LINE["licence_text"]).read_text("utf-8")

    assert LINE["licence"] == "BSD-3-Clause"
    assert "Copyright (c) 2001, Dr Martin Porter" in text
    assert "name of the Snowball project" in text


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: str(path.name))
def test_no_stemmer_makes_code_or_markup_or_asks_for_anything(path: Path) -> None:
    source = path.read_text("utf-8")

    assert [
        word
        for word in ("eval(", "Function(", "document", "fetch(", "import(", "innerHTML", "window")
        if word in source
    ] == []


def test_the_first_line_tells_the_release() -> None:
    line = "// Generated from english.sbl by Snowball 3.0.1 - https://snowballstem.org/\n"

    assert release_of(line) == "3.0.1"


def test_a_stemmer_that_does_not_tell_its_release_is_refused() -> None:
    with pytest.raises(SystemExit, match="what made it"):
        release_of("var EnglishStemmer = function() {")
