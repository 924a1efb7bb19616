from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from generator.model.fault import Refused
from generator.workflows.hosting import Given, hosting
from tests.support.places import a_place, settings


@dataclass
class Files:
    """Port ReplacedFile for any path, kept in memory."""

    held: dict[str, str] = field(default_factory=dict)

    def __call__(self, path: str) -> _File:
        return _File(path, self.held)


@dataclass
class _File:
    path: str
    held: dict[str, str]

    def read(self) -> str:
        return self.held.get(self.path, "")

    def replace(self, text: str) -> None:
        self.held[self.path] = text


def given(name: str, host: str = "") -> tuple[Given, Files]:
    files = Files()
    return hosting(a_place(settings=settings(host=host)), name, files), files


def test_files_beside_the_site_are_written_over() -> None:
    done, files = given("nginx")

    assert done.written == ("doorstep-maps.conf", "doorstep-site.conf") == tuple(files.held)
    assert done.of_the_build == ""


def test_host_of_place_yaml_is_meant_where_none_is_named() -> None:
    assert given("", host="s3")[0].written == ("request.js", "response.js", "response-headers.json")


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("", "Apache reads .htaccess in the site: set `host: apache` in place.yaml for it"),
        ("apache", "Apache reads .htaccess in the site: the build writes it there"),
    ],
)
def test_what_the_build_writes_is_said_and_not_written(named: str, told: str) -> None:
    done, files = given("apache", host=named)

    assert (done.written, files.held) == ((), {})
    assert done.of_the_build == told


@pytest.mark.parametrize(
    ("name", "told"), [("", "place.yaml names no host"), ("ngnix", 'did you mean "nginx"')]
)
def test_host_that_nobody_named_or_knows_is_refused(name: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        given(name)
