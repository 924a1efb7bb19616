from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.adapters.served.overlay import outcome_json
from generator.adapters.serving_livereload import LivereloadServer
from generator.model.fault import Fault
from generator.model.problem import Mark, error
from generator.model.shown import Rebuilt
from tests.support.authoring import Author, authoring
from tests.support.sites import ROOT

Reply = tuple[int, http.client.HTTPMessage, bytes]


@pytest.fixture(scope="module")
def author(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Author]:
    """Somebody who saves nothing. Ask, do not touch."""
    with authoring(tmp_path_factory.mktemp("place")) as author:
        (author.folder / "secret.txt").write_text("secret words")
        (author.site / "link.txt").symlink_to("../secret.txt")
        (author.site / "link").symlink_to("..")
        (author.site / "evil.example").mkdir()
        yield author


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Author]:
    """Somebody who saves."""
    with authoring(tmp_path) as author:
        yield author


def ask(author: Author, path: str, method: str = "GET", **headers: str) -> Reply:
    """Ask for exactly this path: http.client changes nothing about it."""
    connection = http.client.HTTPConnection(urlsplit(author.address).netloc, timeout=20)
    try:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=given)
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()
    finally:
        connection.close()


def shake_hands(author: Author, **headers: str) -> socket.socket | int:
    """Open livereload's WebSocket; return it, or the status with which it was refused."""
    address = urlsplit(author.address)
    connection = socket.create_connection((address.hostname or "", address.port or 0), timeout=20)
    given = {
        "Host": address.netloc,
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
        **headers,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    connection.sendall(f"GET /livereload HTTP/1.1\r\n{lines}\r\n".encode())
    reply = b""
    while b"\r\n\r\n" not in reply:
        reply += connection.recv(1)
    status = int(reply.split()[1])
    if status == 101:
        return connection
    connection.close()
    return status


def send(connection: socket.socket, message: dict[str, object]) -> None:
    """Send a short text frame, masked with zeros (RFC 6455, 5.2)."""
    words = json.dumps(message).encode()
    assert len(words) < 126
    connection.sendall(bytes([0x81, 0x80 | len(words), 0, 0, 0, 0]) + words)


def receive(connection: socket.socket) -> dict[str, object]:
    first, length = connection.recv(2)
    assert first == 0x81
    assert length < 126
    message: dict[str, object] = json.loads(connection.recv(length))
    return message


def test_pages_are_answered_as_a_static_host_would(author: Author) -> None:
    status, headers, page = ask(author, "/")

    assert status == 200
    assert b"index.html: first words" in page
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert ask(author, "/badges/")[0] == 200
    assert ask(author, "/badges/?from=x")[0] == 200
    assert ask(author, "/badges")[1]["Location"] == "/badges/"
    assert ask(author, "/data/all.geojson")[1]["Content-Type"] == "application/geo+json"


def test_scripts_are_in_the_page_and_not_in_its_file(author: Author) -> None:
    _, _, page = ask(author, "/")

    assert page.count(b"<script") == 2
    assert page.index(b"<script") < page.index(b"</head>")
    assert b"script" not in (author.site / "index.html").read_bytes()
    for path in ("/livereload.js", "/_doorstep/overlay.js", "/_doorstep/overlay.css"):
        assert ask(author, path)[0] == 200, path


def test_unknown_address_gets_the_sites_own_page(author: Author) -> None:
    status, _, page = ask(author, "/nowhere/")

    assert status == 404
    assert b"404.html: first words" in page


def test_part_of_a_file_can_be_asked_for(author: Author) -> None:
    status, headers, content = ask(author, "/basemap.pmtiles", Range="bytes=10-19")

    assert (status, content) == (206, bytes(range(10, 20)))
    assert headers["Content-Range"] == "bytes 10-19/100"
    assert ask(author, "/basemap.pmtiles", Range="bytes=90-")[2] == bytes(range(90, 100))
    assert ask(author, "/basemap.pmtiles", Range="bytes=200-300")[0] == 200


def test_head_is_get_without_a_body(author: Author) -> None:
    status, headers, content = ask(author, "/data/all.geojson", "HEAD")

    assert (status, headers["Content-Length"], content) == (200, "2", b"")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "evil.example:{}", "127.0.0.1.x:{}"])
@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/livereload.js", "/_doorstep/outcome.json", "/livereload"]
)
def test_other_host_is_forbidden(author: Author, host: str, path: str) -> None:
    port = urlsplit(author.address).port

    status, _, content = ask(author, path, Host=host.format(port))

    assert status == 403
    assert b"first words" not in content


def test_localhost_is_this_machine_too(author: Author) -> None:
    assert ask(author, "/", Host=f"localhost:{urlsplit(author.address).port}")[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{}", ""])
def test_socket_of_a_page_from_elsewhere_is_forbidden(author: Author, origin: str) -> None:
    port = urlsplit(author.address).port

    assert shake_hands(author, Origin=origin.format(port)) == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/badges/../../secret.txt",
        "/badges/%2e%2e/%2e%2e/secret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/..\\secret.txt",
        "/%00",
        "/link.txt",
        "/link/secret.txt",
        "/_doorstep/../secret.txt",
        "/_doorstep/overlay.py",
        "/_doorstep/%2e%2e/watching.py",
        "/%ff",
    ],
)
def test_nothing_but_the_site_is_answered(author: Author, path: str) -> None:
    status, _, content = ask(author, path)

    assert status in (400, 404)
    assert b"secret words" not in content
    assert b"root:" not in content
    assert b"import" not in content


def test_folder_never_sends_to_another_host(author: Author) -> None:
    status, headers, _ = ask(author, "//evil.example")

    assert status == 404
    assert "Location" not in headers


def test_it_listens_on_this_machine_alone(author: Author) -> None:
    assert urlsplit(author.address).hostname == "127.0.0.1"


def test_save_is_built_and_the_browser_told(busy: Author) -> None:
    connection = shake_hands(busy, Origin=busy.address.rstrip("/"))
    assert isinstance(connection, socket.socket)
    with connection:
        send(connection, {"command": "hello"})
        assert receive(connection)["command"] == "hello"
        send(connection, {"command": "info", "url": busy.address})
        ask(busy, "/")  # the server has read the frame before it answers a later request

        busy.save("a.md", "second words")

        assert receive(connection)["command"] == "reload"
    assert b"second words" in ask(busy, "/")[2]


def test_problems_are_shown_over_the_last_good_page_until_the_next_good_build(
    busy: Author,
) -> None:
    busy.save("a.md", "wrong")
    busy.wait_for_build(2)

    outcome = json.loads(ask(busy, "/_doorstep/outcome.json")[2])

    assert outcome["stopped"] == "1 problems to fix"
    assert outcome["problems"][0]["where"] == "content/a.md:2:3"
    assert b"first words" in ask(busy, "/")[2]

    busy.save("a.md", "right again")
    busy.wait_for_build(3)

    assert json.loads(ask(busy, "/_doorstep/outcome.json")[2])["stopped"] == ""
    assert b"right again" in ask(busy, "/")[2]


def test_hundreds_of_problems_are_not_all_sent_to_the_browser() -> None:
    problems = tuple(error("planted", Mark("a.md", line), "wrong") for line in range(1, 901))

    outcome = json.loads(outcome_json(Rebuilt("900 problems to fix", problems)))

    assert len(outcome["problems"]) + outcome["more"] == 900
    assert outcome["problems"][0]["where"] == "a.md:1:1"
    assert outcome["more"] > 800


def test_burst_of_saves_is_not_a_build_each(busy: Author) -> None:
    for number in range(20):
        busy.save(f"{number}.md", "more")

    busy.wait_for_build(2)
    time.sleep(1)

    assert busy.builds in (2, 3)  # a busy machine may pause in the midst of them


def test_what_editors_leave_while_they_save_is_no_change(busy: Author) -> None:
    for name in (".a.md.swp", "a.md~", "#a.md#", ".#a.md", "4913", "~$a.md", "a.md___jb_tmp___"):
        busy.save(name, "x")
    time.sleep(1)

    assert busy.builds == 1


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    script = tmp_path / "serve.py"
    script.write_text(
        "import signal\n"
        "from pathlib import Path\n"
        "from generator.adapters.serving_livereload import LivereloadServer\n"
        "from tests.support.authoring import Author\n"
        # as in a terminal: what a shell starts in the background ignores it, and so do its children
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "server = LivereloadServer(Path('site'), [Path('content')], port=0)\n"
        "(Path('content')).mkdir()\n"
        "author = Author(Path())\n"
        "server.serve(author, lambda address: print(address, flush=True))\n"
        "print('ended')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=tmp_path,
    ) as serving:
        try:
            assert serving.stdout is not None
            address = serving.stdout.readline()
            serving.send_signal(signal.SIGINT)
            output, errors = serving.communicate(timeout=20)
        finally:
            serving.kill()  # where it has not ended by itself, leaving the block would wait for it

    assert address.startswith("http://127.0.0.1:")
    assert (serving.returncode, output, errors) == (0, "ended\n", "")


def test_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = LivereloadServer(tmp_path, [], port=port)

        with pytest.raises(Fault, match=f"port {port} is taken"):
            server.serve(Author(tmp_path), print)


def test_without_a_first_good_build_the_browser_waits_for_one(tmp_path: Path) -> None:
    with authoring(tmp_path) as author:
        for path in sorted(author.site.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()

        status, _, page = ask(author, "/")

    assert status == 404
    assert b"Nothing built yet" in page
    assert b"<script" in page
