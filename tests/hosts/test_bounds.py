"""A build tells what is too much for its host, and tells it again when there is nothing to do."""

from __future__ import annotations

from pathlib import Path

from tests.support.sites import TINY, copy_place, doorstep
from tests.support.street_maps import a_street_map


def test_file_that_the_host_does_not_take_is_told_by_each_build(tmp_path: Path) -> None:
    content = copy_place(TINY, tmp_path)
    (content / "basemap.pmtiles").write_bytes(a_street_map(rest=27_000_000))
    with (content / "place.yaml").open("a", encoding="utf-8") as place:
        place.write("host: cloudflare\n")

    first, second = (doorstep("build", "--today", "2026-11-23", cwd=tmp_path) for _ in range(2))

    told = "files of 26.2 MB at most, and assets/basemap/basemap-"
    for ended in (first, second):
        assert ended.status == 0
        assert "warning[too-much-for-host]" in ended.stderr
        assert told in ended.stderr
    assert "0 files written" in second.stdout
    assert (tmp_path / "site" / "_redirects").is_file()
