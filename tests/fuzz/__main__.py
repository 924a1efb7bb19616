"""`make fuzz SECONDS=n`: let atheris look for bytes that break a target.

    python -m tests.fuzz SECONDS              every target for so long, one after another
    python -m tests.fuzz SECONDS markdown     one of them

What it finds on its way is kept in .fuzz, and used again; a file of bytes that break something is
written there too, and belongs into tests/fuzz/corpus once its defect is mended.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import atheris

CORPUS = Path(__file__).resolve().parent / "corpus"
KEPT = Path(".fuzz")
INSTRUMENTED = ["generator", "markdown", "yaml"]


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one target; does not return, as libFuzzer ends the process."""
    with atheris.instrument_imports(include=INSTRUMENTED):
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - what it imports is instrumented
    kept = KEPT / name
    kept.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}", "-max_len=4000", "-timeout=20", "-rss_limit_mb=2048",
        f"-artifact_prefix={KEPT}/{name}-", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(kept), str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Fuzz what is named, each in a process of its own; return how many were broken."""
    seconds, *names = arguments
    if len(names) == 1:
        fuzz(names[0], int(seconds))
    broken = 0
    for name in names or sorted(path.name for path in CORPUS.iterdir()):
        print(f"== {name}, {seconds} seconds", flush=True)  # noqa: T201 - it speaks to a person
        command = [sys.executable, "-m", "tests.fuzz", seconds, name]
        broken += subprocess.run(command, check=False).returncode != 0
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
