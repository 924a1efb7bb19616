"""What is installed is what was looked at: exact versions, each with the digest of its files."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from tests.support.sites import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-tools.lock")
NODE_LOCKS = ("package-lock.json", "benchmarks/package-lock.json")
_PINNED = re.compile(r"^[A-Za-z0-9._-]+(\[[a-z,]+\])?==[^ ;]+( ; .+)?$")
_DIGEST = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_one_version_and_its_digests(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    joined = re.sub(r" \\\n\s+", "\n", text)
    digests: dict[str, int] = {}
    package = ""
    for line in joined.splitlines():
        if line.startswith("--hash"):
            assert _DIGEST.match(line), line
            digests[package] += 1
        elif line and not line.lstrip().startswith("#"):
            assert _PINNED.match(line), line
            package = line
            digests[package] = 0

    assert len(digests) > 20
    assert [name for name, count in digests.items() if not count] == []


@pytest.mark.parametrize("lock", NODE_LOCKS)
def test_each_locked_node_package_has_its_digest(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text("utf-8"))["packages"]
    brought = {name: about for name, about in packages.items() if name}

    assert brought
    assert [
        name for name, about in brought.items() if not about["integrity"].startswith("sha512-")
    ] == []


def test_no_dependency_may_be_of_any_version() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    needed = re.search(r"(?m)^dependencies = \[\n(.*?)^\]", project, re.DOTALL)
    assert needed
    names = re.findall(r'^ +"([^"]+)"', needed[1], re.MULTILINE)

    # tzdata is data, numbered by the year: no later one can be incompatible
    open_ended = [name for name in names if "<" not in name and "==" not in name]

    assert open_ended == ["tzdata>=2025.2"]


def test_advisories_are_looked_up_every_week_without_secrets() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "audit.yml").read_text("utf-8"))
    runs = [step["run"] for step in workflow["jobs"]["audit"]["steps"] if "run" in step]

    assert workflow[True]["schedule"]  # YAML 1.1 reads the key "on" as true
    assert workflow["permissions"] == {"contents": "read"}
    assert any(run.startswith("pipx run pip-audit") and "requirements" in run for run in runs)
    assert any(run.startswith("npm audit") for run in runs)
