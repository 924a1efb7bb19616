from __future__ import annotations

import pytest

from generator.model.artifact import Published
from generator.model.place import Redirect
from generator.rules.host_bounds import beyond_bounds, without_room
from tests.support.places import a_place, settings

MB = 1_000_000


def told(host: str, published: Published) -> list[str]:
    return [it.message for it in beyond_bounds(settings(host=host), published)]


@pytest.mark.parametrize("host", ["cloudflare", "azure", "s3"])
def test_what_a_host_has_no_room_for_is_told(host: str) -> None:
    redirects = tuple(Redirect("badge", f"old-robot-{number}", "robot") for number in range(2500))
    place = a_place(settings=settings(host=host), redirects=redirects)

    (told,) = without_room(place)

    assert (told.code, told.severity) == ("too-much-for-host", "warning")
    assert "has no room for" in told.message
    assert "2500" in told.message


@pytest.mark.parametrize("host", ["", "netlify", "nginx", "apache"])
def test_host_that_names_no_bound_takes_them_all(host: str) -> None:
    redirects = tuple(Redirect("badge", f"old-robot-{number}", "robot") for number in range(2500))

    assert list(without_room(a_place(settings=settings(host=host), redirects=redirects))) == []


@pytest.mark.parametrize(
    ("host", "published", "message"),
    [
        (
            "cloudflare",
            Published(unchanged=20_000, total=900 * MB, largest=("a.png", 26_214_400)),
            "",
        ),
        (
            "cloudflare",
            Published(("a.html",), unchanged=20_000),
            "Cloudflare Pages takes, on its free plan, 20,000 files at most, and these are 20,001",
        ),
        (
            "cloudflare",
            Published(largest=("assets/basemap/basemap-1f3a9c0d.pmtiles", 31 * MB)),
            (
                "Cloudflare Pages takes, on its free plan, files of 26.2 MB at most, "
                "and assets/basemap/basemap-1f3a9c0d.pmtiles has 31"
            ),
        ),
        ("github", Published(total=1024**3), ""),
        (
            "github",
            Published(total=1_100 * MB),
            "GitHub Pages takes 1,073.7 MB at most, and these are 1,100",
        ),
        (
            "azure",
            Published(total=251 * MB),
            (
                "Azure Static Web Apps takes, on its free plan (500 MB on the other), "
                "250 MB at most, and these are 251"
            ),
        ),
        ("nginx", Published(unchanged=10**6, total=10**12, largest=("a", 10**12)), ""),
        ("", Published(unchanged=10**6, total=10**12, largest=("a", 10**12)), ""),
    ],
)
def test_what_is_too_much_is_told_with_the_most_there_may_be(
    host: str, published: Published, message: str
) -> None:
    assert told(host, published) == ([message] if message else [])
