"""Every saved input of the fuzzer, once more: what broke something once stays mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import targets
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).resolve().parent / "corpus"
LARGEST = 4_000


def saved() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_has_a_small_corpus(name: str) -> None:
    files = list((CORPUS / name).iterdir())

    assert len(files) >= 10
    assert max(path.stat().st_size for path in files) <= LARGEST


@pytest.mark.parametrize("path", saved(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_saved_input_breaks_nothing(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_a_broken_promise_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "slug", lambda text: text)
    with pytest.raises(AssertionError):
        targets.slugs(b"../../etc/passwd")

    monkeypatch.setattr(targets, "unsafe", lambda _prose: ["script"])
    with pytest.raises(AssertionError):
        targets.markdown(b"<script>")
