"""``make bench``: how long people wait, for a build and for a page, beside what else there is.

    make bench                                  everything, which takes hours
    make bench ARGS="finder --sizes 1000"       one subject, at one size
    make bench ARGS="build --runs 1 --write"    also write benchmarks/results-build.md

benchmarks/README.md says what each measures and how.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import builds, finder, lighthouse, mapping, one_place, profiling
from benchmarks.cities import KEPT, prepared
from benchmarks.visits import Phone
from tests.support.sites import NEWPORT, TODAY
from tests.support.visits import chromium

HERE = Path(__file__).resolve().parent
SIZES = (1_000, 10_000, 50_000)
RUNS = 5
WHOLE = 1_000
"""Up to here a city is built whole; of a bigger one Explore alone, beside the leanest of peers."""


def build_subject(given: argparse.Namespace) -> str:
    """Measure builds and saves beside the peers', and how builds grow."""
    return builds.report(_asked(given, given.parts))


def growth_subject(given: argparse.Namespace) -> str:
    """Measure only how builds grow."""
    return builds.report(_asked(given, ["growth"]))


def _asked(given: argparse.Namespace, parts: Sequence[str]) -> builds.Asked:
    sizes = tuple(given.sizes or builds.SIZES)
    return builds.Asked(parts, sizes, given.runs, given.saves, given.engines, given.kept)


def profile_subject(given: argparse.Namespace) -> str:
    """Say in what the time of a cold build goes."""
    return "\n\n".join(profiling.report(size) for size in given.sizes or PROFILED)


def place_subject(given: argparse.Namespace) -> str:
    """Measure builds of the demonstration place, or of another."""
    return one_place.table(given.content, given.runs or RUNS)


def finder_subject(given: argparse.Namespace) -> str:
    """Measure Explore beside Pagefind and MiniSearch."""
    runs = given.runs or RUNS
    parts = [f"Medians of {runs} first visits; {given.phone.words}.", ""]
    builds = [
        "| opportunities | built by Doorstep | stages, in seconds | memory | outputs |",
        "|---|---|---|---|---|",
    ]
    for size in given.sizes or SIZES:
        whole = given.whole or size <= WHOLE
        city = prepared(size, given.kept, whole=whole, again=not given.built)
        builds.append(f"{city.row} {'all' if whole else 'Explore and its map only'} |")
        parts += [finder.report(city, runs, given.phone), ""]
        print(parts[-2], file=sys.stderr)  # what comes after may take longer than there is time
    return "\n".join([*parts, *builds])


def map_subject(given: argparse.Namespace) -> str:
    """Measure the map beside Leaflet.markercluster and plain markers."""
    sizes, runs = given.sizes or SIZES, given.runs or RUNS
    site = prepared(min(sizes), given.kept).folders[""]
    head = f"Medians of {runs} visits; {given.phone.words}. At most 65 kB of script and style."
    return f"{head}\n\n{mapping.report(site, given.kept, sizes, runs, given.phone)}"


def lighthouse_subject(given: argparse.Namespace) -> str:
    """Have Lighthouse judge four pages of the demonstration place."""
    site = given.kept / "demonstration" / "site"
    command = [sys.executable, "-m", "generator", "build", "--today", TODAY]
    command += ["--content", str(NEWPORT), "--out", str(site)]
    site.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, cwd=HERE.parent, check=True, capture_output=True)
    runs = given.runs or RUNS
    head = f"Median scores of {runs} runs, Lighthouse's mobile profile."
    return f"{head}\n\n{lighthouse.measure(site, chromium(), runs)}"


SUBJECTS: dict[str, Callable[[argparse.Namespace], str]] = {
    "build": build_subject,
    "growth": growth_subject,
    "profile": profile_subject,
    "place": place_subject,
    "finder": finder_subject,
    "map": map_subject,
    "lighthouse": lighthouse_subject,
}
EVERYTHING = [name for name in SUBJECTS if name not in ("growth", "profile")]
"""`build` measures growth too, and a profile compares nothing."""
PROFILED = (10_000,)


def main() -> None:
    """Measure what was asked for and print Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--sizes", type=int, nargs="+", help="how many opportunities")
    parser.add_argument(
        "--runs", type=int, help="how often, and builds of big cities a third of it; medians count"
    )
    parser.add_argument("--content", type=Path, default=NEWPORT, help="what `place` builds")
    parser.add_argument("--kept", type=Path, default=KEPT, help="where made cities are kept")
    parser.add_argument("--whole", action="store_true", help="build every page of every city")
    parser.add_argument(
        "--built", action="store_true", help="take cities as they were built last, where they were"
    )
    parser.add_argument("--write", action="store_true", help="also write benchmarks/results-….md")
    building = parser.add_argument_group("build")
    building.add_argument("--parts", nargs="+", choices=builds.PARTS, default=builds.PARTS)
    building.add_argument(
        "--engines", nargs="+", choices=builds.ENGINES, default=builds.ENGINES, help="who builds"
    )
    building.add_argument("--saves", type=int, default=40, help="how many are timed at each size")
    given = parser.parse_args()
    given.phone = Phone()
    if unknown := [name for name in given.subjects if name not in SUBJECTS]:
        parser.error(f"no subject {', '.join(unknown)}; there are {', '.join(SUBJECTS)}")
    for name in given.subjects or EVERYTHING:
        text = f"# {name.capitalize()}\n\n{machine()}\n\n{SUBJECTS[name](given)}\n"
        print(text, flush=True)
        if given.write:
            (HERE / f"results-{name}.md").write_text(text, encoding="utf-8")


def machine() -> str:
    """Return when and on what this was measured; times mean nothing without."""
    cores = os.cpu_count()
    busy = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y} with Python {platform.python_version()} on "
        f"{platform.system()}, {cores} cores{busy}."
    )


if __name__ == "__main__":
    main()
