"""The scripts that ready a machine say what is missing, and never pretend that it is there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.sites import ROOT, Finished

PROGRAMS = ("chromium", "java", "node", "npm", "nginx", "apache2")


def machine(folder: Path, *programs: str) -> Path:
    """Make a folder for PATH that has a shell's basics and these programs, which do nothing."""
    for name in ("bash", "cat", "env", "id", "sh"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    for name in programs:
        (folder / name).write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def run(script: str, path: Path, **env: str) -> Finished:
    ended = subprocess.run(
        [ROOT / "scripts" / script],
        env={"PATH": str(path), "DOORSTEP_SBIN": "", **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Finished(ended.returncode, ended.stdout, ended.stderr)


def test_machine_with_everything_is_left_alone(tmp_path: Path) -> None:
    ended = run("system-packages.sh", machine(tmp_path, *PROGRAMS))

    assert (ended.status, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("missing", "package"),
    [
        ("chromium", "chromium"),
        ("java", "default-jre-headless"),
        ("node", "nodejs"),
        ("npm", "npm"),
        ("nginx", "nginx"),
        ("apache2", "apache2-bin"),
    ],
)
def test_missing_program_that_cannot_be_installed_fails_by_name(
    tmp_path: Path, missing: str, package: str
) -> None:
    ended = run("system-packages.sh", machine(tmp_path, *(set(PROGRAMS) - {missing})))

    assert ended.status == 1
    assert f"By their Debian names:\n    {package}\n" in ended.stderr


def test_missing_program_is_installed_where_that_is_allowed(tmp_path: Path) -> None:
    machine(tmp_path, *(set(PROGRAMS) - {"java"}), "apt-get", "sudo")
    (tmp_path / "sudo").write_text('#!/bin/sh\nshift\nexec "$@"\n', encoding="utf-8")
    installs = (
        'case "$*" in *install*default-jre-headless) cp "$(command -v node)" "${0%/*}/java";; esac'
    )
    (tmp_path / "apt-get").write_text(f"#!/bin/sh\n{installs}\n", encoding="utf-8")
    copy = shutil.which("cp")
    assert copy
    (tmp_path / "cp").symlink_to(copy)

    ended = run("system-packages.sh", tmp_path)

    assert ended.status == 0
    assert ended.stderr == "Installing what the tests drive: default-jre-headless\n"


def test_server_is_found_where_only_root_looks(tmp_path: Path) -> None:
    usual, root_s = tmp_path / "bin", tmp_path / "sbin"
    usual.mkdir()
    root_s.mkdir()
    machine(usual, *(set(PROGRAMS) - {"nginx"}))
    (usual / "apache2").rename(root_s / "nginx")

    ended = run("system-packages.sh", usual, DOORSTEP_SBIN=str(root_s))

    assert "By their Debian names:\n    apache2-bin\n" in ended.stderr


def test_browser_that_was_named_has_to_be_there(tmp_path: Path) -> None:
    ended = run("system-packages.sh", machine(tmp_path, *PROGRAMS), DOORSTEP_CHROMIUM="nowhere")

    assert ended.status == 1


def test_machine_without_a_fit_python_is_told_how_to_get_one(tmp_path: Path) -> None:
    ended = run("find-python.sh", machine(tmp_path, *PROGRAMS))

    assert ended.status == 1
    assert "Python 3.11" in ended.stderr


def test_python_without_its_venv_module_is_passed_over(tmp_path: Path) -> None:
    machine(tmp_path)
    for name, status in (("python3.11", 1), ("python3.12", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    ended = run("find-python.sh", tmp_path)

    assert ended.stdout == f"{tmp_path}/python3.12\n"
