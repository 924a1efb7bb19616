"""What lies in themes' folders; the project's is asked first, and the base's after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.adapters.template_assets import mentions
from generator.model.assets import Mention, ThemeFile

TEMPLATES = "templates"
ASSETS = "assets"


def assets_in(themes: Sequence[Path]) -> Mapping[str, ThemeFile]:
    """Return the files under ``assets/``, by path, the project's over the base's."""
    found: dict[str, ThemeFile] = {}
    for theme in reversed(themes):
        for path in (theme / ASSETS).rglob("*"):
            if path.is_file():
                name = path.relative_to(theme).as_posix()
                found[name] = ThemeFile(path.read_bytes(), _shown(theme, path))
    return found


def mentions_in(themes: Sequence[Path]) -> Sequence[Mention]:
    """Return where templates of all themes name assets."""
    return [
        mention
        for theme in themes
        for path in sorted((theme / TEMPLATES).rglob("*"))
        if path.is_file()
        for mention in mentions(path.read_text("utf-8", "replace"), _shown(theme, path))
    ]


def _shown(theme: Path, path: Path) -> str:
    """Return a file's path as it is from where a project has its themes."""
    return f"themes/{path.relative_to(theme.parent).as_posix()}"
