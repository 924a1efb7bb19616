"""The network geocoder against a server that does everything a server can do to us."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.adapters import geocoding_geopy
from generator.adapters.geocoding_geopy import LARGEST_REPLY, NetworkService
from generator.adapters.patient_finder import Pace, PatientFinder, Trouble
from generator.adapters.turnstile import Turnstile
from generator.model.fault import Fault, Stopped
from generator.model.location import Bounds, Candidate, Level, Location

NEWPORT = Bounds(51.5, -3.1, 51.7, -2.8)

LIBRARY = {
    "lat": "51.5861",
    "lon": "-2.9938",
    "display_name": "Central Library,\n John Frost Square\u202e",
    "class": "amenity",
    "type": "library",
    "place_rank": 30,
}
PHOTON_LIBRARY = {
    "geometry": {"coordinates": [-2.9938, 51.5861]},
    "properties": {"name": "Central Library", "type": "house", "osm_key": "amenity"},
}
FOUND = Candidate(Location(51.5861, -2.9938), Level.BUILDING, "Central Library, John Frost Square")

Reply = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A geocoder on the loopback: each request takes the next reply, the last one for ever."""

    def __init__(self) -> None:
        self.replies: list[Reply] = [answer([LIBRARY])]
        self.asked: list[tuple[float, str, str]] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                agent = self.headers["User-Agent"]
                owner.asked.append((time.monotonic(), self.path, agent))
                many = len(owner.replies) > 1
                reply = owner.replies.pop(0) if many else owner.replies[0]
                try:
                    reply(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True  # the client had enough, as it should

            def log_message(self, format: str, *args: object) -> None:
                """Stay silent."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.domain = f"127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def send(status: int, content: bytes = b"", headers: tuple[tuple[str, str], ...] = ()) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return reply


def answer(found: object) -> Reply:
    return send(200, json.dumps(found).encode())


def silence(_handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)  # well beyond what an impatient client waits; nobody waits for this thread


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    running = Server()
    yield running
    running.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a second at most: long enough for a busy machine to send an answer it has."""
    monkeypatch.setattr(geocoding_geopy, "LONGEST_REPLY", 1.0)


def service(server: Server, kind: str = "nominatim") -> NetworkService:
    return NetworkService(kind, server.domain, "http", "1.0", "team@example.org")


def ask(server: Server, kind: str = "nominatim") -> tuple[Candidate, ...]:
    return service(server, kind).ask("Central Library, Newport", NEWPORT)


def refused(server: Server, *replies: Reply, kind: str = "nominatim") -> Trouble:
    server.replies = list(replies)
    with pytest.raises(Trouble) as caught:
        ask(server, kind)
    return caught.value


def test_nominatim_is_asked_in_the_box_and_told_who_asks(server: Server) -> None:
    assert ask(server) == (FOUND,)

    ((_, path, agent),) = server.asked
    asked = parse_qs(urlsplit(path).query)
    assert asked["q"] == ["Central Library, Newport"]
    assert asked["viewbox"] == ["-3.1,51.5,-2.8,51.7"]
    assert asked["bounded"] == ["1"]
    assert agent == "Doorstep/1.0 (team@example.org)"


def test_photon_is_asked_in_the_box_too(server: Server) -> None:
    server.replies = [answer({"features": [PHOTON_LIBRARY]})]

    (found,) = ask(server, "photon")

    assert (found.location, found.level) == (FOUND.location, Level.BUILDING)
    assert parse_qs(urlsplit(server.asked[0][1]).query)["bbox"] == ["-3.1,51.5,-2.8,51.7"]


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"place_rank": 30}, Level.BUILDING),
        ({"place_rank": 26, "class": "highway"}, Level.STREET),
        ({"place_rank": 30, "class": "highway", "type": "bus_stop"}, Level.STREET),
        ({"place_rank": 21, "class": "place", "type": "postcode"}, Level.POSTCODE),
        ({"place_rank": 16, "class": "place", "type": "city"}, Level.AREA),
    ],
)
def test_nominatim_s_ranks_are_told_apart(
    server: Server, changes: dict[str, object], level: Level
) -> None:
    server.replies = [answer([LIBRARY | changes])]

    assert [one.level for one in ask(server)] == [level]


@pytest.mark.parametrize(
    ("kind", "osm_key", "level"),
    [
        ("house", "amenity", Level.BUILDING),
        ("house", "highway", Level.STREET),
        ("street", "highway", Level.STREET),
        ("city", "place", Level.AREA),
    ],
)
def test_photon_s_types_are_told_apart(
    server: Server, kind: str, osm_key: str, level: Level
) -> None:
    properties = {"name": "x", "type": kind, "osm_key": osm_key}
    server.replies = [answer({"features": [PHOTON_LIBRARY | {"properties": properties}]})]

    assert [one.level for one in ask(server, "photon")] == [level]


@pytest.mark.parametrize(("kind", "nothing"), [("nominatim", []), ("photon", {"features": []})])
def test_nothing_found_is_an_answer(server: Server, kind: str, nothing: object) -> None:
    server.replies = [answer(nothing)]

    assert ask(server, kind) == ()


@pytest.mark.usefixtures("impatient")
def test_silence_may_be_tried_again(server: Server) -> None:
    trouble = refused(server, silence)

    assert (trouble.reason, trouble.again) == ("no reply in time", True)


@pytest.mark.usefixtures("impatient")
def test_a_reply_that_drips_ends_in_time(server: Server) -> None:
    began = time.monotonic()

    trouble = refused(server, drip)

    assert (trouble.reason, trouble.again) == ("no reply in time", True)
    assert time.monotonic() - began < 10  # of the twenty seconds that the reply would take


def test_too_many_requests_gives_the_pause_in_seconds(server: Server) -> None:
    trouble = refused(server, send(429, headers=(("Retry-After", "7"),)))

    assert (trouble.again, trouble.wait) == (True, 7)


def test_too_many_requests_gives_the_pause_as_a_date(server: Server) -> None:
    until = formatdate(time.time() + 20, usegmt=True)

    trouble = refused(server, send(429, headers=(("Retry-After", until),)))

    assert trouble.wait == pytest.approx(20, abs=3)


@pytest.mark.parametrize("headers", [(), (("Retry-After", "soon"),)])
def test_too_many_requests_without_a_pause_leaves_it_to_us(
    server: Server, headers: tuple[tuple[str, str], ...]
) -> None:
    trouble = refused(server, send(429, headers=headers))

    assert (trouble.again, trouble.wait) == (True, None)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_in_trouble_may_be_tried_again(server: Server, status: int) -> None:
    trouble = refused(server, send(status, b"<h1>traceback</h1>"))

    assert (trouble.reason, trouble.again) == (f"it answers {status}", True)


def test_a_refusal_stops_everything(server: Server) -> None:
    trouble = refused(server, send(403, b"blocked"))

    assert trouble.stop
    assert "contact" in trouble.reason


@pytest.mark.parametrize("status", [400, 401, 404, 410])
def test_our_own_mistake_is_not_repeated(server: Server, status: int) -> None:
    trouble = refused(server, send(status))

    assert (trouble.again, trouble.stop) == (False, False)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(server: Server, status: int) -> None:
    trouble = refused(server, send(status, headers=(("Location", "/elsewhere"),)))

    assert "redirects" in trouble.reason
    assert len(server.asked) == 1


GARBAGE = [
    b"",
    b"<html>Service temporarily improved</html>",
    b"[",
    b"null",
    b"0",
    b"{}",
    b'{"error": "Unable to geocode"}',
    b"[1]",
    b"[{}]",
    b'[{"lat": "x", "lon": "y", "display_name": "z", "place_rank": 30}]',
    b'[{"lat": "1e9", "lon": "0", "display_name": "z", "place_rank": 30}]',
    b'[{"lat": "nan", "lon": "-3", "display_name": "z", "place_rank": 30}]',
    b'[{"lat": "51.6", "lon": "357", "display_name": "z", "place_rank": 30}]',
    b'[{"lat": null, "lon": "0", "display_name": "z", "place_rank": 30}]',
    b'[{"lat": "51.6", "lon": "-3", "display_name": null, "place_rank": 30}]',
    b'[{"lat": "51.6", "lon": "-3", "display_name": 7, "place_rank": 30}]',
    b'[{"lat": "51.6", "lon": "-3", "display_name": "z", "place_rank": []}]',
    b"\xff\xfe\x00",
    b"[" * 100_000,
    b"[" * 100_000 + b"]" * 100_000,
]


@pytest.mark.parametrize("content", GARBAGE, ids=lambda content: repr(content[:20]))
def test_garbage_is_never_taken_for_nothing_found(server: Server, content: bytes) -> None:
    trouble = refused(server, send(200, content))

    assert not trouble.again


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"features": {}}', b'{"features": [{}]}'])
def test_garbage_from_photon_is_never_taken_for_nothing_found(
    server: Server, content: bytes
) -> None:
    refused(server, send(200, content), kind="photon")


@pytest.mark.parametrize("status", [200, 500])
def test_a_huge_reply_is_not_read_to_its_end(server: Server, status: int) -> None:
    sent = 0

    def flood(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(status)
        handler.end_headers()
        for _ in range(1000):
            handler.wfile.write(b" " * 64 * 1024)
            sent += 64 * 1024

    trouble = refused(server, flood)

    assert ("256 KB" in trouble.reason) == (status == 200)
    assert sent < 32 * 1024 * 1024


def test_a_reply_just_below_the_limit_is_read(server: Server) -> None:
    content = json.dumps([LIBRARY]).encode().ljust(LARGEST_REPLY)
    server.replies = [send(200, content)]

    assert ask(server) == (FOUND,)


def test_a_connection_that_breaks_is_no_answer(server: Server) -> None:
    assert not refused(server, hang_up).stop


def test_a_host_that_is_not_there_is_no_answer(server: Server) -> None:
    server.close()

    trouble = refused(server, hang_up)

    assert trouble.reason


def test_a_stranger_s_label_is_one_short_printable_line(server: Server) -> None:
    server.replies = [answer([LIBRARY | {"display_name": "\x1b[2J<b>\u2028" + "x" * 500}])]

    (found,) = ask(server)

    assert found.label.isprintable()
    assert len(found.label) == 200


def patient(server: Server, folder: Path) -> PatientFinder:
    """Return the whole finder, with pauses of a hundredth."""

    def sleep(seconds: float) -> None:
        time.sleep(seconds / 100)

    turnstile = Turnstile(folder / "turn", 0.01, time.time, time.sleep)
    return PatientFinder(service(server), turnstile, 50, Pace(time.monotonic, sleep))


def test_an_answer_far_away_is_none_in_the_box(server: Server, tmp_path: Path) -> None:
    server.replies = [answer([LIBRARY | {"lat": "48.85", "lon": "2.35"}])]

    assert patient(server, tmp_path).find("x", NEWPORT) == ()


def test_ambiguous_answers_are_all_handed_over(server: Server, tmp_path: Path) -> None:
    server.replies = [answer([LIBRARY, LIBRARY | {"lat": "51.62"}])]

    assert len(patient(server, tmp_path).find("x", NEWPORT)) == 2


@pytest.mark.usefixtures("impatient")
def test_trouble_then_an_answer_is_an_answer(server: Server, tmp_path: Path) -> None:
    server.replies = [silence, send(503), answer([LIBRARY])]

    assert patient(server, tmp_path).find("x", NEWPORT) == (FOUND,)
    assert len(server.asked) == 3


def test_nothing_retries_underneath(server: Server, tmp_path: Path) -> None:
    """geopy's adapter over requests asks three times for each of our three."""
    server.replies = [send(429)]

    with pytest.raises(Fault, match="too many requests"):
        patient(server, tmp_path).find("x", NEWPORT)
    assert len(server.asked) == 3


def test_a_refused_run_asks_no_more(server: Server, tmp_path: Path) -> None:
    server.replies = [send(403)]

    with pytest.raises(Stopped):
        patient(server, tmp_path).find("x", NEWPORT)
    assert len(server.asked) == 1


PROGRAM = """
import sys, time
from pathlib import Path
from generator.adapters.geocoding_geopy import NetworkService
from generator.adapters.patient_finder import PatientFinder
from generator.adapters.turnstile import Turnstile
from generator.model.location import Bounds
service = NetworkService("nominatim", sys.argv[1], "http", "1.0", "team@example.org")
finder = PatientFinder(service, Turnstile(Path(sys.argv[2]), 1.1, time.time, time.sleep), 9)
for _ in range(2):
    finder.find("x", Bounds(51.5, -3.1, 51.7, -2.8))
"""


def test_two_processes_at_once_keep_their_distance(server: Server, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, server.domain, str(tmp_path / "turn")]
    root = Path(__file__).parents[2]

    running = [subprocess.Popen(command, cwd=root) for _ in range(2)]

    assert [one.wait(60) for one in running] == [0, 0]
    times = sorted(asked for asked, _, _ in server.asked)
    assert len(times) == 4
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1.1
