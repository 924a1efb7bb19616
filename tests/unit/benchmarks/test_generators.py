from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from benchmarks.city.folder import CityFiles, city_of
from benchmarks.generators import eleventy, hugo, mkdocs, pelican
from benchmarks.generators.engine import Engine, add
from benchmarks.generators.substance import PER_PAGE, SECTIONS, Entry, chunks, entries
from benchmarks.whole_site import FILES, assert_pages, assert_whole
from generator import site_outputs
from tests.support.sites import ROOT

SIZE = 100
BENCHMARKS = ROOT / "benchmarks"
LAY_OUT = {
    "hugo": (hugo.lay_out, "content"),
    "eleventy": (eleventy.lay_out, "content"),
    "pelican": (pelican.lay_out, "content"),
    "mkdocs": (mkdocs.lay_out, "docs"),
}


@pytest.fixture(scope="module")
def city() -> CityFiles:
    return city_of(SIZE)


def source(folder: Path, entry: Entry) -> str:
    within = folder / entry.section
    file = within / f"{entry.identifier}.md"
    return (file if file.is_file() else within / entry.identifier / "_index.md").read_text("utf-8")


@pytest.mark.parametrize(("lay_out", "within"), LAY_OUT.values(), ids=LAY_OUT)
def test_every_generator_is_given_each_record_with_its_facts_and_links(
    tmp_path: Path, city: CityFiles, lay_out: Callable[[CityFiles, Path], None], within: str
) -> None:
    lay_out(city, tmp_path / "site")

    made = entries(city)
    assert {entry.section for entry in made} == set(SECTIONS)
    for entry in made:
        text = source(tmp_path / "site" / within, entry)
        assert text.endswith(entry.body)
        for said in (entry.organisation, entry.venue, entry.image, *entry.badges):
            assert said in text
        for label, values in entry.facts.items():
            assert label in text
            for value in values:
                assert value in text
    pictures = {path.name for path in (tmp_path / "site").rglob("*.png")}
    assert {entry.image for entry in made if entry.image} <= pictures


def test_laying_out_again_leaves_nothing_of_the_last_time(tmp_path: Path, city: CityFiles) -> None:
    hugo.lay_out(city, tmp_path / "site")
    stray = tmp_path / "site" / "content" / "opportunities" / "stray.md"
    stray.write_text("", "utf-8")

    hugo.lay_out(city, tmp_path / "site")

    assert not stray.exists()


def test_front_matter_is_read_back_as_it_was_meant(tmp_path: Path, city: CityFiles) -> None:
    eleventy.lay_out(city, tmp_path / "site")
    entry = next(one for one in entries(city) if one.badges and one.venue)

    head = source(tmp_path / "site" / "content", entry).split("---\n")[1]

    read = yaml.safe_load(head)
    assert read["title"] == entry.title
    assert read["badges"] == list(entry.badges)
    assert read["facts"] == {label: list(values) for label, values in entry.facts.items()}


def test_facts_say_in_words_what_the_author_wrote(city: CityFiles) -> None:
    entry = next(one for one in entries(city) if "Ages" in one.facts and "Checked on" in one.facts)

    assert re.fullmatch(r"from: \d+(; to: \d+)?", entry.facts["Ages"][0])
    assert re.fullmatch(r"\d\d [A-Z][a-z]+ 2026", entry.facts["Checked on"][0])


def test_long_lists_come_in_pages(city: CityFiles) -> None:
    members = [one for one in entries(city) if one.section == "opportunities"]

    pages = list(chunks(members))

    assert [number for number, _ in pages] == [1, 2, 3]
    assert [one for _, held in pages for one in held] == members
    assert len(pages[0][1]) == PER_PAGE
    assert list(chunks([])) == [(1, [])]


def test_mkdocs_lists_link_to_pages_that_are_there(tmp_path: Path, city: CityFiles) -> None:
    mkdocs.lay_out(city, tmp_path / "site")

    for file in (tmp_path / "site" / "docs").rglob("*.md"):
        for link in re.findall(r"\]\(([^)\s]+\.md)\)", file.read_text("utf-8")):
            assert (file.parent / link).resolve().is_file(), (file, link)


def an_engine(folder: Path) -> Engine:
    return Engine("Peer", folder, command=(), output="out", records="records", kept=("kept",))


def test_a_cold_build_begins_without_output_and_cache(tmp_path: Path) -> None:
    for name in ("out", "kept", "records"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text("A.\n", "utf-8")

    engine = an_engine(tmp_path)
    engine.forget()
    add(engine.record(3), "More.")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["records"]
    assert (tmp_path / "records" / "a.md").read_text("utf-8") == "A.\n\nMore.\n"


def test_every_output_of_a_site_has_to_have_left_something() -> None:
    modules = {
        made.__module__.rpartition(".")[2]
        for made in vars(site_outputs).values()
        if getattr(made, "__module__", "").startswith("generator.outputs.")
    }

    assert set(FILES) == modules
    assert all(FILES.values())


def a_site(folder: Path, city: CityFiles) -> None:
    for patterns in FILES.values():
        for pattern in patterns:
            found = re.search(r"{(\w+)}", pattern)
            ids = [one for one, _, _ in city.records[found[1]]] if found else [""]
            for identifier in ids:
                name = re.sub(r"{\w+}", identifier, pattern).replace("*", "any")
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(b"")


def test_a_site_that_lacks_one_file_of_one_output_ends_the_benchmark(
    tmp_path: Path, city: CityFiles
) -> None:
    a_site(tmp_path, city)
    assert_whole(tmp_path, city)

    (tmp_path / "badges" / "badge-7" / "badge.png").unlink()

    with pytest.raises(SystemExit, match=r"badges/badge-7/badge\.png"):
        assert_whole(tmp_path, city)


def test_a_peer_without_a_page_for_a_record_ends_the_benchmark(
    tmp_path: Path, city: CityFiles
) -> None:
    made = entries(city)[:3]
    for entry in made:
        file = tmp_path / "out" / entry.address
        file.parent.mkdir(parents=True)
        file.write_bytes(b"")
    assert_pages(an_engine(tmp_path), made)

    file.unlink()

    with pytest.raises(SystemExit, match="Peer wrote no page for 1 record"):
        assert_pages(an_engine(tmp_path), made)


def test_lock_of_the_peers_has_hashes_and_names_no_place_that_packages_come_from() -> None:
    wanted = (BENCHMARKS / "requirements.in").read_text("utf-8").splitlines()
    lock = (BENCHMARKS / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9-]+==\S+).*\\\n    --hash=sha256:", lock, re.MULTILINE)

    assert len(pinned) == len(re.findall(r"^[a-z]", lock, re.MULTILINE))
    for line in wanted:
        if not line.startswith("#"):
            assert re.sub(r"\[.*\]", "", line) in pinned
    assert "://" not in lock
