"""Build a city's Explore and what it loads, and none of its other pages.

    python -m benchmarks.explore_only FOLDER

The seven stages are those of every build, with fewer outputs: the pages of 50,000 opportunities
take minutes and are not what is measured. Links to them lead nowhere in what is built here.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from benchmarks.city.timetable import TODAY
from generator import app, pipeline
from generator.adapters.publication import FolderPublication
from generator.model.edition import Output
from generator.outputs.explore import explore
from generator.outputs.maps import maps
from generator.outputs.place_style import place_style


def build(folder: Path, today: date = TODAY) -> pipeline.Built:
    """Build ``folder/content`` into ``folder/site``."""
    asked = app.Asked(content=folder / "content", out=folder / "site", today=today)
    publication = FolderPublication(asked.out, asked.content, label=asked.out.as_posix())
    publication.ready()
    with app.watching() as reporter, app.wired(asked, reporter, publication) as ports:
        outputs: tuple[Output, ...] = (explore, maps(ports.maps), place_style)
        return pipeline.build(asked.request, ports, outputs)


if __name__ == "__main__":
    built = build(Path(sys.argv[1]))
    sys.exit(0 if built.published else f"{len(built.problems)} problems")
