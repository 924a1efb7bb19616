"""Build places with the real command, and compare whole built folders with expected ones."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEWPORT = ROOT / "content"
TINY = ROOT / "tests" / "sites" / "tiny" / "content"
BILINGUAL = ROOT / "tests" / "sites" / "bilingual" / "content"

# Content is built as of this day wherever a test does not say otherwise.
TODAY = "2026-11-23"

# It repeats everything as digests, those of the theme's files too.
MANIFEST = ".doorstep-manifest.json"

_OFFLINE = ROOT / "tests" / "support" / "offline"
_LINES_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended: its exit status and what it wrote."""

    status: int
    stdout: str
    stderr: str


def doorstep(
    *arguments: str | Path,
    cwd: Path = ROOT,
    env: dict[str, str] | None = None,
    timeout: float = 300,
) -> Finished:
    """Run ``doorstep ARGUMENTS`` in a process that cannot reach beyond this machine.

    ``env`` is laid over an environment that has only PATH and HOME of this one.
    """
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join((str(_OFFLINE), str(ROOT)))
    environment.update(env or {})
    ended = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Finished(ended.returncode, ended.stdout, ended.stderr)


def build_site(
    content: Path,
    out: Path,
    *options: str,
    today: str = TODAY,
    env: dict[str, str] | None = None,
) -> Path:
    """Build ``content`` into ``out`` and return ``out``; whatever went wrong fails the test."""
    ended = doorstep(
        "build", "--content", content, "--out", out, "--today", today, *options, env=env
    )
    assert ended.status == 0, f"build ended with {ended.status}\n{ended.stderr}{ended.stdout}"
    return out


def copy_place(content: Path, folder: Path, name: str = "content") -> Path:
    """Copy a place's content, and the themes beside it, into ``folder``; return the content.

    Built places that stand beside the content (expected trees) are left where they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(content, folder / name)
    themes = content.parent / "themes"
    if content != NEWPORT and themes.is_dir():
        shutil.copytree(themes, folder / "themes")
    return folder / name


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write each relative path's text below ``folder``, over what was there; return ``folder``."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    return folder


def tree(folder: Path, leave_out: Sequence[str] = ()) -> dict[str, bytes]:
    """Return every file below ``folder`` by its POSIX path, but those matching ``leave_out``."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(fnmatch(name, pattern) for pattern in leave_out):
            found[name] = path.read_bytes()
    return found


def difference(was: bytes, is_now: bytes, name: str) -> list[str]:
    """Return a unified diff of two texts, or one line where they are not text."""
    try:
        old, new = (text.decode("utf-8").splitlines() for text in (was, is_now))
    except UnicodeDecodeError:
        return [f"{name}: {len(was)} bytes expected, {len(is_now)} found, not the same"]
    return list(difflib.unified_diff(old, new, f"expected/{name}", f"built/{name}", lineterm=""))


def tree_differences(expected: dict[str, bytes], built: dict[str, bytes]) -> list[str]:
    """Return in words how two trees differ: files missing, files too many, then the first diffs."""
    lines = [f"missing: {name}" for name in sorted(expected.keys() - built.keys())]
    lines += [f"extra: {name}" for name in sorted(built.keys() - expected.keys())]
    for name in sorted(expected.keys() & built.keys()):
        if expected[name] != built[name]:
            lines += difference(expected[name], built[name], name)
    return lines


def replace_tree(folder: Path, files: dict[str, bytes]) -> None:
    """Make ``folder`` hold exactly ``files``."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def theme_files() -> tuple[str, ...]:
    """Return where a site has the base theme's own files, which stand in the repository already."""
    theme = ROOT / "themes" / "base"
    files = [path for path in (theme / "assets").rglob("*") if path.is_file()]
    kept = (f"assets/kept/{path.stem}.??????????{path.suffix}" for path in files)
    return (*(path.relative_to(theme).as_posix() for path in files), *kept)


_KEPT = re.compile(r"(assets/kept/[\w-]+\.)[0-9a-f]{10}(\.\w+)")


def without_digests(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with no digest of an asset in their names and their text.

    Every change of a style sheet would bring each page anew into the history.
    """
    return {
        _KEPT.sub(r"\1DIGEST\2", path): _KEPT.sub(r"\1DIGEST\2", content.decode("latin-1")).encode(
            "latin-1"
        )
        for path, content in files.items()
    }


CARDS = ("card.png", "card.jpg", "*/card.png", "*/card.jpg")
"""Social cards: every change of their drawing would bring each of them anew into the history. What
they must be is said in tests/sites/test_sharing.py, and that their bytes are always the same where
whole trees are compared with one another."""


def assert_tree(built: Path, expected: Path) -> None:
    """Fail unless ``built`` holds exactly the files of ``expected``, byte for byte.

    The base theme's own files, social cards and the manifest are left out of both, and so are the
    digests in the names of assets.
    With UPDATE_EXPECTED=1 in the environment ``expected`` is written instead, to be read in the
    version control's diff before it is committed.
    """
    found = without_digests(tree(built, (*theme_files(), *CARDS, MANIFEST)))
    assert found, f"nothing was built in {built}"
    if os.environ.get("UPDATE_EXPECTED") == "1":
        replace_tree(expected, found)
        return
    lines = tree_differences(tree(expected), found)
    shown = "\n".join(lines[:_LINES_SHOWN])
    rest = f"\n… {len(lines) - _LINES_SHOWN} more lines" if len(lines) > _LINES_SHOWN else ""
    assert not lines, f"{shown}{rest}\nIf this is meant: UPDATE_EXPECTED=1 and read the diff."
