"""Tell the templates which opportunities and badges name a record: Pelican keeps no such list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pelican import signals  # type: ignore[import-not-found]  # installed beside it alone


def _listed(held: str | Sequence[str]) -> Sequence[str]:
    """Return several values as they are, and one as a list of it."""
    return [held] if isinstance(held, str) else held


def _named(content: Any) -> Iterator[tuple[str, str]]:
    metadata = content.metadata
    for field, section in (
        ("organisation", "organisations"),
        ("venue", "venues"),
        ("badges", "badges"),
    ):
        for identifier in _listed(metadata.get(field, ())):
            yield section, identifier


def _grouped(contents: Iterable[Any]) -> dict[tuple[str, str], list[Any]]:
    held = defaultdict(list)
    for content in contents:
        for key in _named(content):
            held[key].append(content)
    return dict(held)


def connect(generators: Sequence[Any]) -> None:
    """Put who names whom into the context, once all is read."""
    context = generators[0].context
    pages = context["pages"]
    context["listed"] = _listed
    context["records"] = {(page.section, page.slug): page for page in pages}
    context["offered"] = _grouped(context["articles"])
    context["issued"] = _grouped(page for page in pages if page.section == "badges")


def register() -> None:
    """Have Pelican call."""
    signals.all_generators_finalized.connect(connect)
