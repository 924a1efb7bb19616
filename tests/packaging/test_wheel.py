"""The wheel is what most people get: it has to be whole, and to work where nothing else is."""

from __future__ import annotations

import zipfile
from email import message_from_bytes
from pathlib import Path

from tests.packaging.conftest import Installed
from tests.support.sites import ROOT

TWENTY_MEGABYTES = 20 * 1024 * 1024


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_carries_the_whole_base_theme(wheel: Path) -> None:
    theme = ROOT / "themes" / "base"
    wanted = {
        f"generator/themes/base/{path.relative_to(theme).as_posix()}"
        for path in theme.rglob("*")
        if path.is_file()
    }

    assert wanted - names(wheel) == set()


def test_wheel_carries_the_gazetteer_and_the_licences(wheel: Path) -> None:
    found = names(wheel)

    assert any(name.startswith("generator/data/") for name in found)
    assert {name.rpartition("/")[2] for name in found} >= {"LICENSE", "NOTICE"}


def test_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}
    assert not any("__pycache__" in name for name in names(wheel))
    assert wheel.stat().st_size < TWENTY_MEGABYTES


def test_wheel_names_its_licence_and_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        found = {name.rpartition("/")[2]: name for name in archive.namelist()}
        metadata = message_from_bytes(archive.read(found["METADATA"]))
        entry_points = archive.read(found["entry_points.txt"]).decode()

    assert metadata["License-Expression"] == "MIT"
    assert "doorstep = generator.cli:main" in entry_points


def test_installed_package_is_the_wheels_and_not_this_repositorys(
    installed: Installed, tmp_path: Path
) -> None:
    ended = installed.run(
        "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path
    )

    assert Path(ended.stdout.strip()).is_relative_to(installed.environment)
