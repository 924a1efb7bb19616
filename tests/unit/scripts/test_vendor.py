from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from scripts.vendor import DESTINATION, MANIFEST, WANTED

ROOT = Path(__file__).resolve().parents[3]
VENDOR = ROOT / DESTINATION


def manifest() -> list[dict[str, object]]:
    lines = json.loads((VENDOR / MANIFEST).read_text("utf-8"))
    assert isinstance(lines, list)
    return lines


def digests() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in manifest():
        files = line["sha256"]
        assert isinstance(files, dict)
        found.update(files)
    return found


def test_every_vendored_file_is_what_the_manifest_says() -> None:
    recorded = digests()

    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(VENDOR.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }

    assert found == recorded


def test_every_package_brings_its_licence_text() -> None:
    for line in manifest():
        text = (VENDOR / str(line["licence_text"])).read_text("utf-8")

        assert line["licence"] in {"BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"}
        assert "copyright" in text.lower()


def test_versions_are_those_of_the_lock() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]

    locked = {
        wanted.package: packages[f"node_modules/{wanted.package}"]["version"] for wanted in WANTED
    }

    assert {str(line["package"]): line["version"] for line in manifest()} == locked


@pytest.mark.parametrize("name", ["package.json", "package-lock.json", ".npmrc"])
def test_npm_files_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")

    assert "://" not in text
    assert "resolved" not in text.replace("omit-lockfile-registry-resolved", "")
