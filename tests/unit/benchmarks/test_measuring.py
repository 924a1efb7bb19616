from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.measuring import Command, memory_of, seconds_of, stages_of
from tests.support.sites import ROOT

MEGABYTE = 2**20


def python(program: str, folder: Path) -> Command:
    return Command((sys.executable, "-c", program), folder, {"SAID": "1"})


def test_seconds_are_those_of_the_whole_command(tmp_path: Path) -> None:
    assert seconds_of(python("import time; time.sleep(0.3)", tmp_path)) >= 0.3


@pytest.mark.parametrize("measure", [seconds_of, memory_of, stages_of])
def test_a_command_that_fails_ends_the_benchmark(tmp_path: Path, measure: object) -> None:
    assert callable(measure)
    with pytest.raises(SystemExit):
        measure(python("raise SystemExit(3)", tmp_path))


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells what is shared")
@pytest.mark.parametrize("forked", [0, 3])
def test_memory_that_forked_workers_share_counts_once(tmp_path: Path, forked: int) -> None:
    program = f"""
import os, time
held = bytearray(os.urandom(1024)) * (100 * 1024)
children = []
for _ in range({forked}):
    child = os.fork()
    if not child:
        time.sleep(1)
        os._exit(0)
    children.append(child)
time.sleep(1)
for child in children:
    os.waitpid(child, 0)
"""

    held = memory_of(python(program, tmp_path))

    assert 100 * MEGABYTE < held < 160 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells what is shared")
def test_memory_of_a_process_that_a_process_started_counts_too(tmp_path: Path) -> None:
    inner = "held = b'x' * (80 * 2**20); import time; time.sleep(1)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"

    assert memory_of(python(outer, tmp_path)) > 80 * MEGABYTE


def test_stages_are_timed_from_line_to_line(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "for name in ('parse', 'write'):\n"
        "    print(name, file=sys.stderr, flush=True); time.sleep(0.2)\n"
        "print('site: 3 files', file=sys.stderr, flush=True)\n"
    )

    stages, memory = stages_of(python(program, tmp_path))

    assert [stage.name for stage in stages] == ["parse", "write"]
    assert all(stage.seconds >= 0.2 for stage in stages)
    assert memory > MEGABYTE


def test_an_interrupted_benchmark_leaves_no_build_running(tmp_path: Path) -> None:
    build = "import os, time; open('pid', 'w').write(str(os.getpid())); os.rename('pid', 'begun')"
    outer = (
        "import signal, sys\n"
        "from pathlib import Path\n"
        "from benchmarks.measuring import Command, seconds_of\n"
        # a shell that runs tests behind its back has them ignore it
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"words = (sys.executable, '-c', {build + '; time.sleep(60)'!r})\n"
        f"seconds_of(Command(words, Path({str(tmp_path)!r}), {{}}))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", outer], cwd=ROOT, stderr=subprocess.DEVNULL)
    begun = tmp_path / "begun"
    until = time.monotonic() + 60
    while not begun.exists() and time.monotonic() < until:
        time.sleep(0.05)

    process.send_signal(signal.SIGINT)
    process.wait(timeout=60)

    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text("ascii")), 0)
