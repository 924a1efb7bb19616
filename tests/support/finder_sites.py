"""A place at random with its finder and its map, built by the real generator, and the rows in it.

Only the finder's own outputs are asked, so that a place of some hundreds of records takes seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from snowballstemmer import stemmer

from generator.model.edition import Edition, Output
from generator.model.finding import Findable, FinderScope
from generator.model.location import Location
from generator.outputs.explore import explore
from generator.outputs.maps import maps
from generator.outputs.pictures import pictures
from generator.outputs.postcodes import postcodes
from generator.outputs.stemmers import stemmers
from generator.outputs.tab_icon import tab_icon
from generator.ports import Ports
from generator.rules.search import index as searching
from generator.views.finder_scope import opportunity_scope
from generator.views.found import findables
from generator.views.here import Here
from tests.reference.finder import World
from tests.support.in_memory import build_in_memory
from tests.support.pages import wordings
from tests.support.random_folders import Wanted, seeded_folder, write_folder

LIVELY = Wanted(size=400, chance=0.5, hidden_from_readers=False, lively=True)
DECIMALS = 5  # as the index keeps degrees

english = cache(stemmer("english").stemWord)


@dataclass(frozen=True, slots=True)
class FinderSite:
    """A built site, and what there is to be found in it."""

    folder: Path
    rows: Sequence[Findable]
    scope: FinderScope
    shortest: int

    def wall(self, now: datetime) -> datetime:
        """Return a moment by the clock on the wall of the place, to the minute."""
        there = now.astimezone(ZoneInfo(self.scope.zone))
        return there.replace(tzinfo=None, second=0, microsecond=0)

    def world(self, now: datetime, near: str = "") -> World:
        """Return the same as the reference knows it, at a moment and seen from a neighbourhood."""
        areas = [replace(one, middle=_rounded(one.middle)) for one in self.scope.areas]
        return World(
            rows=self.rows,
            now=self.wall(now),
            venues=[replace(one, location=_rounded(one.location)) for one in self.scope.venues],
            areas=areas,
            holidays=[(one.first, one.last) for one in self.scope.holidays],
            all_of=frozenset(facet.name for facet in self.scope.facets if facet.all_of),
            shortest=self.shortest,
            name=self.scope.name,
            origin=next((one.middle for one in areas if one.id == near), None),
            stem=english,
        )


def finder_site(folder: Path, seed: int, *, in_parts: bool) -> FinderSite:
    """Build a lively place; ``in_parts`` as a large one is, its index in many files."""
    files = seeded_folder(seed, LIVELY)
    # mutations are tried in tests/unit/rules/test_finder_in_javascript.py
    files["place.yaml"] = files["place.yaml"].replace(b"nation: wales", b"nation: england")
    with pytest.MonkeyPatch.context() as patch:
        if in_parts:
            patch.setattr(
                "generator.outputs.explore.index", partial(searching.index, single_file_limit=0)
            )
        built = build_in_memory(files, only=_outputs)
    assert built.files, [str(problem) for problem in built.problems]
    here = Here(Edition(built.place, "en", wordings().speak("en")), "explore/")
    rows = findables(here)
    return FinderSite(
        folder=write_folder(folder, dict(built.files)),
        rows=rows,
        scope=opportunity_scope(here, rows),
        shortest=searching.SHORTEST_PREFIX_IN_PARTS if in_parts else searching.SHORTEST_PREFIX,
    )


def _outputs(ports: Ports) -> tuple[Output, ...]:
    return (
        explore(ports.stemmer),
        stemmers(ports.stemmer),
        postcodes(ports.gazetteer),
        maps(ports.maps),
        pictures,
        tab_icon,
    )


def _rounded(at: Location) -> Location:
    return Location(round(at.latitude, DECIMALS), round(at.longitude, DECIMALS))
