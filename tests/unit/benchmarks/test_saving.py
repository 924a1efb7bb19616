from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.generators.engine import Engine
from benchmarks.saving import Saves, saves

SERVER = """
import asyncio, json, sys
from pathlib import Path
from tornado import web, websocket

delay, shown = float(sys.argv[1]), sys.argv[2] == "fresh"
waiting, pages = [], {}

def read():
    return {file.stem: file.read_text() for file in Path("records").glob("*.md")}

class Socket(websocket.WebSocketHandler):
    def check_origin(self, origin):
        return origin == f"http://{self.request.host}"
    def on_message(self, message):
        if json.loads(message)["command"] == "hello":
            self.write_message('{"command": "hello"}')
        if "url" in json.loads(message):
            waiting.append(self)

class Page(web.RequestHandler):
    def get(self, name):
        self.write(pages.get(name, ""))

async def main():
    pages.update(read())
    web.Application([("/livereload", Socket), ("/(?:opportunities/(.*)/)?", Page)]).listen(
        int(sys.argv[-1]), "127.0.0.1")
    while True:
        await asyncio.sleep(0.01)
        if (now := read()) != known:
            known.update(now)
            await asyncio.sleep(delay)
            if shown:
                pages.update(now)
            for one in waiting:
                one.write_message('{"command": "reload"}')

known = read()
asyncio.run(main())
"""


def a_server(folder: Path, name: str, delay: float, shown: str = "fresh") -> Engine:
    records = folder / name / "records"
    records.mkdir(parents=True)
    for record in ("a", "b"):
        (records / f"{record}.md").write_text("Words.\n", "utf-8")
    server = (sys.executable, "-c", SERVER, str(delay), shown)
    return Engine(name, folder / name, (), "out", "records", server=server)


def test_each_save_is_timed_to_its_own_servers_signal(tmp_path: Path) -> None:
    quick, slow = a_server(tmp_path, "quick", 0.0), a_server(tmp_path, "slow", 0.4)

    taken = saves([quick, slow], 2).taken

    assert [len(held) for held in taken.values()] == [2, 2]
    assert all(0 < each < 0.4 for each in taken["quick"])
    assert all(each >= 0.4 for each in taken["slow"])


def test_a_signal_before_the_page_is_new_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="hasty told to load a again before it was built"):
        saves([a_server(tmp_path, "hasty", 0.0, "stale")], 1)


def test_a_server_that_does_not_start_ends_the_benchmark(tmp_path: Path) -> None:
    broken = Engine("broken", tmp_path, (), "out", ".", server=(sys.executable, "-c", "1/0"))

    with pytest.raises(SystemExit, match="does not serve"):
        saves([broken], 1)


def test_p95_is_what_one_save_in_twenty_exceeds() -> None:
    held = Saves({"Doorstep": [float(number) for number in range(40, 0, -1)], "Hugo": []})

    assert held.p95("Doorstep") == 38.0
    assert held.p95("Hugo") is None
