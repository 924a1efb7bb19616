"""What badges can be trusted for: there is no key to steal, and no record is another's issuer."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.in_memory import build_in_memory
from tests.support.random_folders import Wanted, seeded_folder
from tests.support.sites import ROOT

# PEM, PGP and OpenSSH keys, and the private part of a JSON Web Key (RFC 7517, RFC 8037).
KEY = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----"
    r'|"kty"\s*:\s*"(OKP|EC|RSA)"[^{}]*"d"\s*:|"d"\s*:[^{}]*"kty"\s*:\s*"(OKP|EC|RSA)"'
)


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_key_is_in_the_repository() -> None:
    texts = ((path, path.read_bytes()) for path in tracked() if path.is_file())

    found = [path.name for path, content in texts if KEY.search(content.decode("utf-8", "ignore"))]

    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN " + "PRIVATE KEY-----",
        "-----BEGIN OPENSSH " + "PRIVATE KEY-----",
        "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----",
        '{"kty": "OKP", "crv": "Ed25519", "' + 'd": "nWGxne", "x": "11qYAY"}',
    ],
)
def test_a_key_would_be_found(text: str) -> None:
    assert KEY.search(text)


@pytest.mark.parametrize(
    "issuer", ["https://elsewhere.example/issuer", "{id: 'https://elsewhere.example/'}", "nobody"]
)
def test_badge_cannot_name_an_issuer_from_elsewhere(issuer: str) -> None:
    files = seeded_folder(3, Wanted(size=20, hidden_from_readers=False))
    badge = files["badges/badge-1.md"].decode()
    files["badges/badge-1.md"] = re.sub(r"(?m)^issuer: .*$", f"issuer: {issuer}", badge).encode()

    built = build_in_memory(files)

    assert built.files == {}
    assert {one.mark.path for one in built.problems if one.severity == "error"} == {
        "content/badges/badge-1.md"
    }


def test_published_badges_carry_no_proof_that_nobody_gave() -> None:
    files = build_in_memory(seeded_folder(3, Wanted(size=20, hidden_from_readers=False))).files
    documents = [text for name, text in files.items() if name.endswith("achievement.json")]

    assert documents
    assert not any(
        word in text for text in documents for word in (b'"proof"', b'"signature"', b'"jws"')
    )
