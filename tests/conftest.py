from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.stages.render import dressed
from tests.support.full_place import full_place

# Importing it is what keeps this process on the loopback interface.
from tests.support.offline import sitecustomize  # noqa: F401
from tests.support.once import made_once
from tests.support.pages import drawn, files, renderer
from tests.support.random_folders import Wanted, seeded_folder, write_folder
from tests.support.sites import BILINGUAL, NEWPORT, TINY, build_site

# A run on a busy machine is slow, not wrong; only the examples decide.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `make test` tries the same few examples each time, so that it never fails for somebody else's
# change and ends while somebody waits; `make soak` looks for new ones.
settings.register_profile("test", _PATIENT, max_examples=25, derandomize=True)
settings.register_profile("soak", _PATIENT, max_examples=5000, print_blob=True)
settings.load_profile("test")


@pytest.fixture(scope="session")
def newport(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration place, built once. Look, do not touch."""
    made = made_once(tmp_path_factory, "newport", lambda it: build_site(NEWPORT, it / "site"))
    return made / "site"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest place that has every kind of page, built once. Look, do not touch."""
    made = made_once(tmp_path_factory, "tiny", lambda it: build_site(TINY, it / "site"))
    return made / "site"


@pytest.fixture(scope="session")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small place in English and Welsh, built once. Look, do not touch."""
    made = made_once(tmp_path_factory, "bilingual", lambda it: build_site(BILINGUAL, it / "site"))
    return made / "site"


@pytest.fixture(scope="session")
def anywhere_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of a random place of 180, in two languages. Look, do not touch.

    Enough for second pages of every list and for an index in parts.
    """
    wanted = Wanted(size=180, languages=("en", "cy"))
    made = made_once(
        tmp_path_factory,
        "anywhere-content",
        lambda it: write_folder(it / "content", seeded_folder(180, wanted)),
    )
    return made / "content"


@pytest.fixture(scope="session")
def anywhere(anywhere_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The random place, built once. Look, do not touch."""
    made = made_once(
        tmp_path_factory, "anywhere", lambda it: build_site(anywhere_content, it / "site")
    )
    return made / "site"


@pytest.fixture(scope="session")
def full_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages of a place whose every field holds something. Look, do not touch."""
    return made_once(tmp_path_factory, "full", write_full_place)


def write_full_place(root: Path) -> None:
    place = full_place()
    made = {path: page.encode() for path, page in drawn(place).items()} | files(place)
    made |= {asset.path: asset.content for asset in dressed(renderer(), place).assets().files}
    for path, content in made.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
