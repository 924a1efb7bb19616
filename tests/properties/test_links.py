"""Everything that a random place of 300 records points at is there, wherever its folder is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.links import BuiltFolder
from tests.support.random_folders import URL, Wanted, seeded_folder, write_folder
from tests.support.served import SUB_PATH
from tests.support.sites import build_site


@pytest.fixture(scope="module")
def looked_at(anywhere: Path) -> BuiltFolder:
    """The place as a host would have it; reading its pages takes longer than following them."""
    return BuiltFolder(anywhere, "/", URL)


@pytest.mark.parametrize("base", ["/", SUB_PATH])
def test_every_link_fragment_and_asset_of_a_large_place_resolves(
    looked_at: BuiltFolder, base: str
) -> None:
    looked_at.base = base

    assert looked_at.broken() == []


def test_large_place_is_large(looked_at: BuiltFolder) -> None:
    assert len(looked_at.documents) > 600


@pytest.mark.parametrize("seed", range(3))
def test_every_link_of_a_small_place_resolves(tmp_path: Path, seed: int) -> None:
    languages = (("en",), ("cy", "en"), ("en", "cy"))[seed]
    files = seeded_folder(seed, Wanted(size=5, languages=languages, chance=(0.1, 0.5, 0.9)[seed]))

    site = build_site(write_folder(tmp_path / "content", files), tmp_path / "site")

    assert BuiltFolder(site, SUB_PATH, URL).broken() == []
