from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.adapters.archive import MemoArchive, NoArchive
from generator.adapters.memo import open_memo
from generator.model.artifact import Published
from generator.model.history import History, Made
from generator.model.page import Listing

FILES = {"index.html": "aa", "card.png": "bb", "list/index.html": "cc"}
WITHIN = Made(
    "list/index.html", (), "", "seen", (("list/index.html", "cc", ""),), (), ("list.html",)
)
PAGE = Made(
    "index.html",
    (("venues", "hall"), ("standing", ("venue", "hall")), ("badges", None)),
    "sum",
    "view",
    (("index.html", "aa", "content/venues/hall.md"), ("card.png", "bb", "")),
    (Listing("https://x.example/", "en", (("cy", "https://x.example/cy/"),), "content/x.md"),),
    ("home.html",),
)
OUTPUT = Made("output 3 en", (("venues", "hall"),), "sum", "", WITHIN.files, within=(WITHIN,))


def an_archive(
    folder: Path,
    published: str = "d1",
    drawn_by: str = "program",
    files: Mapping[str, str] = FILES,
) -> MemoArchive:
    return MemoArchive(open_memo(folder), drawn_by, lambda: (published, files))


def test_what_was_made_is_recalled_whole(tmp_path: Path) -> None:
    an_archive(tmp_path).keep([PAGE, OUTPUT], Published(digest="d1"))

    history = an_archive(tmp_path).recall()

    assert history.made == {it.key: it for it in (PAGE, OUTPUT, WITHIN)}
    assert history.of("index.html") == PAGE
    assert history.of("list/index.html") == WITHIN


@pytest.mark.parametrize(
    ("published", "drawn_by"), [("d2", "program"), ("", "program"), ("d1", "another program")]
)
def test_history_is_that_of_what_stands_and_of_who_drew_it(
    tmp_path: Path, published: str, drawn_by: str
) -> None:
    an_archive(tmp_path).keep([PAGE], Published(digest="d1"))

    history = an_archive(tmp_path, published, drawn_by).recall()

    assert history == History(standing=FILES), "what stands is known all the same"


@pytest.mark.parametrize("files", [{"index.html": "aa"}, {**FILES, "card.png": "changed"}, {}])
def test_page_is_not_kept_where_one_of_its_files_does_not_stand(
    tmp_path: Path, files: dict[str, str]
) -> None:
    an_archive(tmp_path).keep([PAGE], Published(digest="d1"))

    assert an_archive(tmp_path, files=files).recall().of("index.html") is None


def test_nothing_is_known_without_an_archive_or_a_memo(tmp_path: Path) -> None:
    NoArchive().keep([PAGE], Published(digest="d1"))

    assert NoArchive().recall() == History()
    assert an_archive(tmp_path / "never kept").recall() == History(standing=FILES)
