"""A browser on real servers: nginx with our files, and Python's own http.server.

The latter has no headers, no pieces and no redirects, and everything works there all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.rules.hosts.nginx import NGINX
from tests.browser.conftest import Visits
from tests.support.host_formats import a_policy
from tests.support.real_hosts import nginx, plain_server
from tests.support.sites import write_files

MOVED, NEW = "badges/robotics-1/", "badges/first-robot/"
GONE = "opportunities/coding-with-tablets/"
POINT = ".map-point button"
STREETS = ".map-with-streets canvas.leaflet-tile-loaded"
BASES = ("/", "/learning/")


@pytest.fixture(scope="module")
def plain_origin(newport: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration place on Python's server, at its root and in a folder below it."""
    room = tmp_path_factory.mktemp("plain")
    root = room / "root"
    root.mkdir()
    for child in newport.iterdir():
        (root / child.name).symlink_to(child)
    (root / "learning").symlink_to(newport)
    with plain_server(root, room) as origin:
        yield origin


@pytest.fixture(params=BASES, ids=["root", "below-a-path"])
def anywhere_plain(request: pytest.FixtureRequest, plain_origin: str) -> str:
    return plain_origin + str(request.param)


@pytest.fixture
def plain(plain_origin: str) -> str:
    return f"{plain_origin}/learning/"


def test_pages_open_and_load_nothing_from_elsewhere(anywhere_plain: str, visit: Visits) -> None:
    for address in ("", "whats-on/", NEW, "data/"):
        window = visit(anywhere_plain + address)

        expect(window.page.locator("h1")).to_be_visible()
        assert window.faults() == []


def test_finder_finds(plain: str, visit: Visits) -> None:
    window = visit(f"{plain}explore/")

    window.page.fill("#finder-q", "robot")

    expect(window.page.locator("[data-finder-list] .card").first).to_contain_text("obot")
    assert window.faults() == []


def test_map_fetches_its_streets_whole_where_they_do_not_come_in_pieces(
    plain: str, visit: Visits
) -> None:
    window = visit(f"{plain}venues/riverfront/")

    window.page.locator(".map").scroll_into_view_if_needed()

    expect(window.page.locator(POINT).first).to_be_visible()
    expect(window.page.locator(STREETS).first).to_be_visible()
    assert window.faults() == []


def test_old_address_shows_a_page_that_leads_on(anywhere_plain: str, visit: Visits) -> None:
    window = visit(anywhere_plain + MOVED)

    window.page.wait_for_url(f"{anywhere_plain}{NEW}")

    expect(window.page.locator("h1")).to_contain_text("obot")


def test_withdrawn_record_s_page_says_so(plain: str, visit: Visits) -> None:
    window = visit(plain + GONE)

    expect(window.page.locator("h1")).to_have_text("This opportunity is no longer here")
    assert window.faults() == []


def test_forgotten_slash_is_added(plain: str, visit: Visits) -> None:
    window = visit(f"{plain}badges")

    assert window.page.url == f"{plain}badges/"
    assert window.faults() == []


def test_pages_carry_their_policy_where_the_host_sends_none(plain: str, visit: Visits) -> None:
    window = visit(plain)

    ran = window.page.evaluate(
        """() => new Promise((told) => {
          document.addEventListener("securitypolicyviolation", (it) => told(it.effectiveDirective));
          const image = new Image();
          image.src = "https://elsewhere.example/a.png";
          document.body.append(image);
        })"""
    )

    assert ran == "img-src"


def test_on_nginx_the_map_fetches_pieces_and_old_addresses_lead_on(
    newport: Path, tmp_path: Path, visit: Visits
) -> None:
    policy = a_policy(
        url="https://www.example.org/learning/", moved=[("robotics-1", "first-robot")]
    )
    given = write_files(tmp_path / "hosting", dict(NGINX.beside(policy).files))
    server = f"location /learning/ {{ alias {newport}/; include {given}/doorstep-site.conf; }}"
    with nginx(given / "doorstep-maps.conf", server, tmp_path / "nginx") as origin:
        window = visit(f"{origin}/learning/{MOVED}")
        assert window.page.url == f"{origin}/learning/{NEW}"
        statuses: list[int] = []
        window.page.on(
            "response", lambda it: statuses.append(it.status) if ".pmtiles" in it.url else None
        )

        window.goto(f"{origin}/learning/venues/riverfront/")
        window.page.locator(".map").scroll_into_view_if_needed()

        expect(window.page.locator(POINT).first).to_be_visible()
        expect(window.page.locator(STREETS).first).to_be_visible()
        assert set(statuses) == {206}
        assert window.faults() == []
