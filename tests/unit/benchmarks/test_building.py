from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import building, one_place
from benchmarks.building import COLD, EDITED, MEMORY, UNCHANGED, Compared, Pairs, compare
from benchmarks.city.folder import CityFiles
from benchmarks.generators import ours
from benchmarks.generators.engine import Engine
from benchmarks.generators.laid_out import LaidOut, laid_out
from benchmarks.generators.substance import Entry
from benchmarks.growth import Grown
from benchmarks.measuring import Stage
from benchmarks.reach import Results, table
from benchmarks.saving import Saves

BUILD = """
import sys
from pathlib import Path
log, name = Path("../log"), sys.argv[1]
warm = Path("out").is_dir()
edits = sum(len(file.read_text().split()) for file in Path("records").glob("*.md"))
with log.open("a") as said:
    said.write(f"{name} {'warm' if warm else 'cold'} {edits}\\n")
page = Path("out/opportunities/a/index.html")
page.parent.mkdir(parents=True, exist_ok=True)
page.write_text("")
"""


def a_builder(scratch: Path, name: str) -> Engine:
    folder = scratch / name
    (folder / "records").mkdir(parents=True)
    (folder / "records" / "a.md").write_text("word\n", "utf-8")
    return Engine(name, folder, (sys.executable, "-c", BUILD, name), "out", "records")


def test_builds_alternate_and_each_case_begins_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the outputs of a real site are another test's business
    monkeypatch.setattr(building, "assert_whole", lambda *_: None)
    engines = {name: a_builder(tmp_path, name) for name in ("Doorstep", "Hugo")}
    made = [Entry("opportunities", "a", "A", "", "")]

    compared = compare(LaidOut(CityFiles({}, {}, {}), made, engines), "Hugo", runs=1)

    assert (tmp_path / "log").read_text("utf-8").splitlines() == [
        "Doorstep cold 1",
        "Hugo cold 1",
        "Doorstep warm 1",
        "Hugo warm 1",
        "Doorstep warm 4",
        "Hugo warm 4",
        "Doorstep cold 4",
        "Hugo cold 4",
    ]
    assert set(compared.measures) == {COLD, UNCHANGED, EDITED, MEMORY}
    assert all(len(one.mine) == len(one.theirs) == 1 for one in compared.measures.values())


def test_a_peer_can_be_measured_alone(tmp_path: Path) -> None:
    engines = {"Hugo": a_builder(tmp_path, "Hugo")}
    made = [Entry("opportunities", "a", "A", "", "")]

    compared = compare(LaidOut(CityFiles({}, {}, {}), made, engines), "Hugo", runs=1)

    assert compared.measures[COLD].ratio is None
    assert compared.rows()[0].startswith("| cold build, Hugo | – | ")


def test_ratio_is_the_median_of_the_pairs_and_not_of_the_sides() -> None:
    pairs = Pairs([2.0, 9.0, 3.0], [1.0, 9.0, 2.0])

    assert pairs.ratio == 1.5
    assert pairs.row("cold", building.seconds) == "| cold | 3.00 s | 2.00 s | 1.50 |"


def test_generators_that_are_not_installed_are_missed_by_name(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Hugo is not installed"):
        laid_out(10, tmp_path, ["Hugo"], tmp_path / "nowhere")


def compared(peer: str, ratio: float) -> Compared:
    measures = {name: Pairs([ratio], [1.0]) for name in (COLD, UNCHANGED, EDITED, MEMORY)}
    return Compared(peer, measures)


def rows(results: Results) -> list[Sequence[str]]:
    return [line.strip("| ").split(" | ") for line in table(results).splitlines()[2:]]


def test_goals_say_what_was_reached_and_what_was_missed() -> None:
    peers = [compared(name, 0.6) for name in ("Hugo", "Eleventy", "Pelican", "MkDocs")]
    grown = {
        size: Grown(size, records, records / 1000, 16_000 * records, [Stage("parse", 1.0)])
        for size, records in ((10_000, 12_500), (87_000, 100_000))
    }
    served = {10_000: Saves({"Doorstep": [0.2] * 20, "Hugo": [0.4] * 20})}

    reached = {row[0]: row[2] for row in rows(Results({1_000: peers}, served, grown))}

    assert reached["cold build, 1,000 records, against Hugo's"] == "0.60 ×"
    assert reached["cold build, 10,000 records, against Hugo's"] == (
        "not measured its wall time; not measured its peak memory"
    )
    assert reached["cold build against Pelican and MkDocs, against Eleventy"].startswith(
        "0.60 × Pelican's at 1,000 (**missed**); 0.60 × MkDocs's at 1,000 (**missed**); "
        "0.60 × Eleventy's at 1,000; "
    )
    assert reached["build with nothing changed, against Hugo's build"].startswith(
        "0.60 × at 1,000 (**missed**)"
    )
    assert reached["build after one edited record, against Hugo's build"].startswith(
        "0.60 × at 1,000;"
    )
    assert reached["`serve`: save to reload signal, p95"] == (
        "not measured at 1,000; 200 ms at 10,000 (Hugo's 400 ms)"
    )
    assert reached["growth from 10,000 to 100,000 records"] == (
        "10.00 × the time for ten times the records (12,500 to 100,000); 1.60 GB (**missed**)"
    )


def test_a_place_of_ones_own_is_built_from_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    (content / "opportunities").mkdir(parents=True)
    for name in ("a", "b"):
        (content / "opportunities" / f"{name}.md").write_text("word\n", "utf-8")
    program = "from pathlib import Path; Path('site').mkdir(exist_ok=True)"
    monkeypatch.setattr(
        ours,
        "engine",
        lambda folder: Engine(
            "Doorstep",
            folder,
            (sys.executable, "-c", program),
            "site",
            "content/opportunities",
        ),
    )

    lines = one_place.table(content, 1).splitlines()

    assert lines[0] == "2 records"
    assert [line.split(" | ")[0] for line in lines[4:]] == [
        "| cold build",
        "| nothing changed",
        "| one record edited",
        "| peak memory",
    ]
    assert (content / "opportunities" / "a.md").read_text("utf-8") == "word\n"
    assert not (tmp_path / "site").exists()
