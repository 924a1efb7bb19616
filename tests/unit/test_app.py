from __future__ import annotations

from pathlib import Path

from generator.adapters.console import NullReporter
from generator.model.asked import Asked
from generator.wiring import wired
from tests.support.in_memory import MemoryPublication


def test_cache_is_tidied_when_a_build_is_done(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    outdated = tmp_path / ".doorstep" / "memo-0"
    outdated.mkdir(parents=True)
    asked = Asked(content=tmp_path / "content", jobs=1)

    with wired(asked, NullReporter(), MemoryPublication()):
        assert outdated.exists()

    assert not outdated.exists()
