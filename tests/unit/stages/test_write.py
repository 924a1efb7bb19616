from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from generator.model.artifact import Artifact, File, Published
from generator.stages.write import write


@dataclass
class Shelf:
    """A Publication that only remembers."""

    taken: list[File] = field(default_factory=list)

    def publish(self, artifacts: Sequence[File]) -> Published:
        self.taken.extend(artifacts)
        return Published(tuple(artifact.path for artifact in artifacts))


def messages(*pairs: tuple[str, str]) -> list[str]:
    shelf = Shelf()
    published, problems = write([Artifact(path, b"", source) for path, source in pairs], shelf)
    assert (published is None) == bool(problems)
    assert bool(shelf.taken) == (not problems)
    assert {problem.code for problem in problems} <= {"colliding-address"}
    return [f"{problem.mark.path}: {problem.message}" for problem in problems]


def test_artifacts_that_do_not_meet_are_published() -> None:
    assert messages(("a/index.html", "x.md"), ("a/b/index.html", "y.md"), ("ab", "")) == []


def test_one_address_twice_names_both_sources() -> None:
    assert messages(("a", "one.md"), ("a", "two.md")) == [
        'two.md: the address "a" is made by two.md and by one.md'
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Foo", "foo"), ("caf\u00e9", "cafe\u0301"), ("stra\u00dfe", "strasse"), ("\u212b", "\u00e5")],
)
def test_addresses_that_some_file_systems_cannot_tell_apart_collide(one: str, other: str) -> None:
    found = messages((one, "one.md"), (other, "two.md"))

    assert found == [
        f'two.md: the addresses "{other}" and "{one}" cannot both be made by two.md and by one.md'
    ]


def test_file_that_is_also_a_folder_collides() -> None:
    found = messages(("A/b/c", "one.md"), ("a", ""))

    assert len(found) == 1
    assert "one.md and by a page that Doorstep makes itself" in found[0]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a/./x",
        "a//x",
        "a\\x",
        "a\0x",
        "a\nx",
        "c:x",
        "a/con.txt",
        "nul",
        "dot./x",
        "space ",
        ".doorstep-manifest.json",
        "x/.Doorstep",
        "\ud800",
        "x" * 201,
        "\u00e9" * 101,
    ],
)
def test_unsafe_address_is_refused(path: str) -> None:
    found = messages((path, "one.md"))

    assert len(found) == 1
    assert "cannot be an address" in found[0]


@pytest.mark.parametrize(
    "path",
    ["a", "cy/opportunities/x-1/index.html", ".well-known/security.txt", "_headers", "con-1"],
)
def test_ordinary_address_is_accepted(path: str) -> None:
    assert messages((path, "one.md")) == []
