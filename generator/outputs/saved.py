"""The saved list: its page, and cards of all that can be saved."""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.json_text import Json, json_table
from generator.rules.shelves import shelf_count, shelf_of
from generator.views.here import Here, page
from generator.views.saved import saved_page, saved_rows


def saved(edition: Edition) -> Produced:
    """Return the page ``saved/`` and the cards beside it, in ``saved/cards/<number>.json``."""
    here = Here(edition, "saved/")
    rows = saved_rows(here)
    shelves: list[list[Json]] = [[] for _ in range(shelf_count(len(rows)))]
    for identifier, row in sorted(rows.items()):
        shelves[shelf_of(identifier, len(shelves))].append([identifier, row])
    files = (
        Artifact(f"{edition.prefix}saved/cards/{number}.json", json_table({}, "cards", shelf))
        for number, shelf in enumerate(shelves)
    )
    return Produced((page(here, "saved.html", saved_page, len(shelves)),), tuple(files))
