"""`doorstep serve` as an author has it: a process, a browser's requests, a browser's socket."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.listening import Listener
from tests.support.sites import ROOT, TINY, TODAY, build_site, copy_place, tree

ROBOTICS = "opportunities/robotics.md"
_SCRIPTS = (
    b'<script src="/livereload.js" defer></script><script src="/_doorstep/overlay.js" defer>'
    b"</script>"
)


@dataclass(frozen=True)
class Served:
    """A place that is served, and where."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def get(self, path: str) -> bytes:
        """Return what is answered, without the scripts that only this server puts in."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=120)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().replace(_SCRIPTS, b"")
        finally:
            connection.close()

    def stopped(self) -> str:
        said: str = json.loads(self.get("/_doorstep/outcome.json"))["stopped"]
        return said


@contextmanager
def serving(folder: Path, status: int = 0) -> Iterator[Served]:
    """Serve the tiny place until it is left, when the server has to end with this status."""
    copy_place(TINY, folder)
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--today", TODAY]
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        # as in a terminal: what a shell starts in the background ignores it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split(" ")[0]
            assert address.startswith("http://127.0.0.1:")
            yield Served(folder, address, process)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == status
        finally:
            process.kill()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as served:
        yield served


@pytest.fixture
def browser(served: Served) -> Iterator[Listener]:
    with Listener(served.address) as listener:
        yield listener


def test_every_address_answers_what_a_cold_build_publishes(
    served: Served, browser: Listener, tmp_path: Path
) -> None:
    record = served.content / ROBOTICS
    record.write_text(record.read_text("utf-8") + "\nBring a screwdriver.\n", "utf-8")

    browser.wait_for_reload()
    first = served.get("/opportunities/robotics/")
    shutil.copytree(served.content, tmp_path / "content")
    expected = tree(build_site(tmp_path / "content", tmp_path / "site"), ["*.doorstep-*"])

    assert b"Bring a screwdriver." in first
    for name, content in expected.items():
        path = name.removesuffix("index.html") if f"/{name}".endswith("/index.html") else name
        assert served.get(f"/{path}") == content, name
    assert tree(served.folder / "site", ["*.doorstep-*"]) == expected


def test_mistake_is_shown_over_the_old_page_and_mended(served: Served, browser: Listener) -> None:
    record = served.content / ROBOTICS
    good = record.read_text("utf-8")
    old = served.get("/opportunities/robotics/")

    record.write_text(good.replace("organisation:", "organisation: nobody-there #"), "utf-8")
    browser.wait_for_reload()

    assert served.stopped() == "1 problem to fix"
    assert served.get("/opportunities/robotics/") == old

    record.write_text(good, "utf-8")
    browser.wait_for_reload()

    assert served.stopped() == ""


def test_save_by_rename_is_noticed_and_what_an_editor_leaves_is_not(
    served: Served, browser: Listener
) -> None:
    record = served.content / ROBOTICS
    words = record.read_text("utf-8")
    for name in (".robotics.md.swp", "4913", "robotics.md~", "#robotics.md#", "x___jb_tmp___"):
        (record.parent / name).write_text("x")
        (record.parent / name).unlink()

    assert browser.reloads_within(1.0) == 0

    aside = record.with_name("robotics.md.tmp")
    aside.write_text(words + "\nBy another way.\n", "utf-8")
    aside.replace(record)
    browser.wait_for_reload()

    assert b"By another way." in served.get("/opportunities/robotics/")


def test_branch_that_is_checked_out_is_one_change(served: Served, browser: Listener) -> None:
    def git(*words: str) -> None:
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
        subprocess.run(["git", *name, *words], cwd=served.folder, check=True, capture_output=True)

    for number in range(150):
        text = f"---\ntitle: Page {number}\n---\nHere.\n"
        (served.content / "pages" / f"page-{number}.md").write_text(text, "utf-8")
    browser.wait_for_reload()
    git("init", "--initial-branch=here")
    git("add", "content")
    git("commit", "--message=here")
    git("checkout", "-b", "there")
    for number in range(150):
        page = served.content / "pages" / f"page-{number}.md"
        page.write_text(page.read_text("utf-8").replace("Here", "There"), "utf-8")
    git("commit", "--all", "--message=there")
    while browser.reloads_within(2.0):
        pass

    git("checkout", "here")
    browser.wait_for_reload()

    assert b"Here." in served.get("/page-0/")
    assert b"Here." in served.get("/page-149/")
    assert browser.reloads_within(1.5) == 0
    assert served.stopped() == ""


def test_end_of_the_publisher_ends_serving(tmp_path: Path) -> None:
    with serving(tmp_path, status=3) as served:
        children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
        if not children.exists():
            pytest.skip("this system does not tell a process's children")
        (child,) = children.read_text().split()
        os.kill(int(child), signal.SIGKILL)
        served.process.wait(timeout=60)
