"""One thing at a time that differs between machines, and the digest of the whole tree the same."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator import app
from generator.adapters.console import NullReporter
from generator.model.asked import Asked
from tests.support.random_folders import Wanted, seeded_folder, write_folder
from tests.support.shuffled_directories import backward_directories
from tests.support.sites import TODAY, build_site, tree


@dataclass(frozen=True, slots=True)
class Machine:
    """What is another than usual: the environment, how it is asked, where things lie."""

    env: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    folder: str = "content"
    umask: int = 0o022


MACHINES = {
    "usual": Machine(),
    "time-zone": Machine({"TZ": "Pacific/Kiritimati"}),
    "time-zone-west": Machine({"TZ": "America/Adak"}),
    "locale": Machine({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "no-locale": Machine({"LC_ALL": "C", "PYTHONUTF8": "0"}),
    "language": Machine({"LANGUAGE": "cy:fr"}),
    "hash-seed": Machine({"PYTHONHASHSEED": "4242"}),
    "user": Machine({"USER": "somebody-else", "LOGNAME": "somebody-else", "HOME": "/"}),
    "umask": Machine(umask=0o077),
    "path": Machine(folder="ein Ordner/日本/records"),
    "one-worker": Machine(options=("--jobs", "1")),
    "two-workers": Machine(options=("--jobs", "2")),
    "narrow-terminal": Machine({"COLUMNS": "20", "NO_COLOR": "1", "TERM": "dumb"}),
}


def place(folder: Path) -> Path:
    wanted = Wanted(size=12, languages=("en", "cy"), chance=0.6)
    return write_folder(folder, seeded_folder(51, wanted))


def digest(site: Path) -> str:
    whole = sha256()
    for path, content in sorted(tree(site).items()):
        whole.update(f"{path}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def built(folder: Path, machine: Machine) -> str:
    before = os.umask(machine.umask)
    try:
        content = place(folder / machine.folder)
        return digest(build_site(content, folder / "out", *machine.options, env={**machine.env}))
    finally:
        os.umask(before)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> str:
    return built(tmp_path_factory.mktemp("usual"), MACHINES["usual"])


@pytest.mark.parametrize("name", ["no-locale", *(
    pytest.param(name, marks=pytest.mark.soak) for name in MACHINES if name != "no-locale"
)])  # fmt: skip
def test_one_difference_changes_no_byte(tmp_path: Path, usual: str, name: str) -> None:
    assert built(tmp_path, MACHINES[name]) == usual


@pytest.mark.soak
def test_neither_memory_nor_clock_nor_order_changes_a_byte(
    tmp_path: Path, usual: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = place(tmp_path / "content")
    asked = Asked(content=content, out=tmp_path / "a", today=date.fromisoformat(TODAY), jobs=1)
    app.build(asked, NullReporter())
    cold = digest(tmp_path / "a")
    later = time.time() + 20 * 365 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    again = Asked(content=content, out=tmp_path / "b", today=date.fromisoformat(TODAY), jobs=1)

    with backward_directories():
        app.build(again, NullReporter())

    assert {cold, digest(tmp_path / "b")} == {usual}
