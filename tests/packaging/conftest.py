from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.support.once import made_once
from tests.support.sites import ROOT, Finished


@dataclass(frozen=True, slots=True)
class Installed:
    """Doorstep as somebody has it who installed the wheel and never saw this repository."""

    environment: Path
    home: Path

    def run(self, *command: str | Path, cwd: Path) -> Finished:
        """Run a program of that environment, with an environment of its own."""
        program, *arguments = command
        ended = subprocess.run(
            [self.environment / "bin" / program, *arguments],
            cwd=cwd,
            env={
                "PATH": os.defpath,
                "HOME": str(self.home),
                "PYTHONPATH": str(ROOT / "tests" / "support" / "offline"),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        return Finished(ended.returncode, ended.stdout, ended.stderr)


def locked() -> Iterator[str]:
    """Yield the name of every distribution that the runtime lock asks for on this machine."""
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if re.match(r"[a-z0-9]", line):
            wanted = Requirement(line.rstrip("\\ "))
            if wanted.marker is None or wanted.marker.evaluate():
                yield wanted.name


def lend(name: str, site_packages: Path) -> None:
    """Let another environment use a distribution of this one, and no more than that one."""
    lender = distribution(name)
    for top in {file.parts[0] for file in lender.files or ()} - {"..", "__pycache__"}:
        link = site_packages / top
        if not link.exists():
            link.symlink_to(Path(str(lender.locate_file(top))))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (built,) = made_once(tmp_path_factory, "wheel", build_wheel).glob("*.whl")
    return built


def build_wheel(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel into an empty environment that has what the lock names and nothing else.

    The dependencies are linked from the running environment, not fetched: the same files that
    ``make`` checked against the lock, without a network and in no time. Development tools are not
    among them, so a module that leans on one fails here.
    """
    home = made_once(tmp_path_factory, "installed", lambda it: install(wheel, it / "venv"))
    return Installed(home / "venv", home)


def install(wheel: Path, environment: Path) -> None:
    venv.create(environment)
    (site_packages,) = environment.glob("lib/python*/site-packages")
    for name in locked():
        lend(name, site_packages)
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python")]
    for step in (["install", "--no-deps", "--no-index", str(wheel)], ["check"]):
        ended = subprocess.run([*pip, *step], capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr
