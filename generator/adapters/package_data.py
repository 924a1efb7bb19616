"""What travels inside the package: theme, gazetteer, typeface, stemmers, texts to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model.fault import Refused

BASE_THEME = "base"
_OUTSIDE_CONTENT = {"gitignore": ".gitignore", "netlify.toml": "netlify.toml"}


def gazetteer_file() -> Path:
    """Return the file of every postcode."""
    return package() / "data" / "gazetteer.bin"


def typeface_file() -> Path:
    """Return the bold typeface that drawings are painted in."""
    return package() / "data" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"


def stemmers_folder() -> Path:
    """Return the folder of the browser's stemmers."""
    return package() / "data" / "stemmers"


def themes(content: Path, name: str) -> tuple[Path, ...]:
    """Return the folders of the themes, the project's own before the base.

    The project's lies in themes/ beside the content folder. Raises Refused where there is none of
    that name.
    """
    base = _base_theme()
    if not name or name == BASE_THEME:
        return (base,)
    own = content.parent / "themes" / name
    if not own.is_dir():
        beside = sorted(child.name for child in own.parent.glob("*") if child.is_dir())
        there = f"; there are {', '.join(beside)}" if beside else ""
        raise Refused(f"there is no theme {own.as_posix()}{there}")
    return (own, base)


def starter() -> Mapping[str, str]:
    """Return the files that a new place begins with, by path."""
    root = package() / "data" / "starter"
    found = {}
    for file in sorted(root.rglob("*")):
        if file.is_file():
            path = file.relative_to(root).as_posix()
            found[_OUTSIDE_CONTENT.get(path, f"content/{path}")] = file.read_text("utf-8")
    return found


def beginnings() -> Mapping[str, str]:
    """Return the text that a new record of each kind begins with."""
    folder = package() / "data" / "new"
    return {file.stem: file.read_text("utf-8") for file in sorted(folder.glob("*.md"))}


def package() -> Path:
    """Return the package's own folder."""
    return Path(__file__).resolve().parent.parent


def in_a_checkout() -> bool:
    """Say whether this is Doorstep's own repository, and not the installed package."""
    return not _base_theme().is_relative_to(package())


def _base_theme() -> Path:
    """Return the base theme's folder: in the package once installed, beside it in a checkout."""
    inside = package() / "themes" / BASE_THEME
    return inside if inside.is_dir() else package().parent / "themes" / BASE_THEME
