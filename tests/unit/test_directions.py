"""The theme can be read from right to left: its styles name no side of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

STYLES = Path(__file__).resolve().parents[2] / "themes" / "base" / "assets" / "css"

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIDED = re.compile(r"(^|-)(left|right)(-|$)")
FOUR_SIDES = ("margin", "padding", "inset", "border-width")

# Leaflet lays its own map out from the left, whatever the page's direction is.
THEIRS = re.compile(r"\.leaflet-")
# A rule for one direction may say what the other must not.
ONE_DIRECTION = re.compile(r"\[dir=")
# What has no logical form, and a rule of its own for the other direction.
MIRRORED_BY_HAND = {"object-position: left"}


def declarations(css: str) -> Iterator[tuple[str, str, str]]:
    """Yield selector, property and value."""
    for rule in RULE.finditer(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        for declaration in rule[2].split(";"):
            name, colon, value = declaration.partition(":")
            if colon:
                yield rule[1].strip(), name.strip(), value.strip()


def one_sided(css: str) -> list[str]:
    """Return the declarations that mean a side of the page, and so go wrong on the other."""
    return [
        f"{selector}: {name}: {value}"
        for selector, name, value in declarations(css)
        if not THEIRS.search(selector)
        and not ONE_DIRECTION.search(selector)
        and f"{name}: {value}" not in MIRRORED_BY_HAND
        and (
            SIDED.search(name)
            or value in ("left", "right")
            or (name in FOUR_SIDES and _lopsided(value))
        )
    ]


def _lopsided(value: str) -> bool:
    parts = re.findall(r"(?:[^\s(]|\([^)]*\))+", value)
    return len(parts) == 4 and parts[1] != parts[3]


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.css")), ids=lambda path: path.name)
def test_styles_name_no_side_of_the_page(path: Path) -> None:
    assert one_sided(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "wrong",
    ["margin-left: 1em", "left: 0", "text-align: right", "padding: 0 1em 0 2em", "float: left",
     "border-top-right-radius: 1px"],
)  # fmt: skip
def test_a_side_is_found(wrong: str) -> None:
    assert one_sided(f"p {{ color: red; {wrong}; }}") == [f"p: {wrong}"]


def test_what_is_the_same_on_both_sides_is_not() -> None:
    assert (
        one_sided("p { margin: 0 1em 2em; padding: 1px 2px 3px 2px; inset-inline-start: 0 }") == []
    )
