from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from generator.adapters.web_urllib import LARGEST_ANSWER, UrllibWeb

Talk = Callable[[socket.socket], None]


@contextmanager
def talking(talk: Talk) -> Iterator[str]:
    """Serve connections with whatever ``talk`` writes to them, after their request was read."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(5)
                heard = b""
                while b"\r\n\r\n" not in heard:
                    heard += connection.recv(4096)
                try:
                    talk(connection)
                except OSError:  # who asked has heard enough
                    continue

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        over.set()
        thread.join()
        listening.close()


def saying(*lines: str, body: bytes = b"") -> Talk:
    head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""])
    return lambda connection: connection.sendall(head.encode("latin-1") + body)


OK = "HTTP/1.1 200 OK"


def test_answer_is_given_as_it_came_but_unpacked() -> None:
    talk = saying(OK, "Content-Encoding: gzip", "X-A: 1", "x-a: 2", body=gzip.compress(b"words"))
    with talking(talk) as address:
        answer = UrllibWeb("1").ask(address, {"Accept-Encoding": "gzip"})

    assert (answer.status, answer.content, answer.whole) == (200, b"words", True)
    assert answer.header("X-A") == "1, 2"
    assert answer.failure == ""


@pytest.mark.parametrize("line", ["HTTP/1.1 301 Moved", "HTTP/1.1 302 Found", "HTTP/1.1 308 Moved"])
def test_redirect_is_told_and_not_followed(line: str) -> None:
    with talking(saying(line, "Location: http://192.0.2.1/")) as address:
        answer = UrllibWeb("1").ask(address, {})

    assert answer.status == int(line.split()[1])
    assert answer.header("location") == "http://192.0.2.1/"


def test_error_has_its_page() -> None:
    with talking(saying("HTTP/1.1 404 Not Found", body=b"lost")) as address:
        answer = UrllibWeb("1").ask(address, {})

    assert (answer.status, answer.content) == (404, b"lost")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ((), bytes(LARGEST_ANSWER + 5000)),
        (("Content-Encoding: gzip",), gzip.compress(bytes(200_000_000))),
    ],
    ids=["large", "bomb"],
)
def test_large_answer_is_cut_off(headers: tuple[str, ...], body: bytes) -> None:
    with talking(saying(OK, *headers, body=body)) as address:
        answer = UrllibWeb("1").ask(address, {})

    assert (answer.status, len(answer.content), answer.whole) == (200, LARGEST_ANSWER, False)


@pytest.mark.parametrize(
    "talk",
    [
        saying("no HTTP"),
        saying(OK, "Content-Encoding: gzip", body=b"no gzip"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"),
        lambda _connection: None,
    ],
    ids=["garbage", "no-gzip", "short", "silent"],
)
def test_what_is_no_answer_is_told_in_words(talk: Talk) -> None:
    with talking(talk) as address:
        answer = UrllibWeb("1").ask(address, {})

    assert answer.failure or answer.content == b"short"


def test_nobody_there_is_told_in_words() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

        answer = UrllibWeb("1").ask(f"http://127.0.0.1:{port}/", {})

    assert "refused" in answer.failure


def test_answer_that_drips_is_left_and_so_is_a_run_that_takes_too_long() -> None:
    times = iter([0.0, 0.0, 0.0, 11.0, 200.0])
    web = UrllibWeb("1", clock=lambda: next(times))
    with talking(saying(OK, body=b"a")) as address:
        dripping = web.ask(address, {})
        late = web.ask(address, {})

    assert dripping.failure == "no answer in time"
    assert late.failure == "not asked: the time for all answers was over"


def test_header_steers_no_terminal() -> None:
    with talking(saying(OK, f"Server: \x1b[2J{'x' * 900}")) as address:
        answer = UrllibWeb("1").ask(address, {})

    assert "\x1b" not in answer.header("server")
    assert len(answer.header("server")) <= 400


def test_site_s_log_tells_who_asked() -> None:
    heard: list[bytes] = []

    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(4096))
                saying(OK)(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        UrllibWeb("1.2").ask(f"http://127.0.0.1:{listening.getsockname()[1]}/", {})
        thread.join()

    assert b"User-Agent: Doorstep/1.2 deploy-check" in heard[0]
