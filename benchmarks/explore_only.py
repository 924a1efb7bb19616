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
from generator.model.asked import Asked
from generator.site_outputs import outputs, put_off
from generator.wiring import wired

LEFT_OUT = frozenset(
    "achievements badge_classes badge_drawings badge_paintings badges calendars categories "
    "data_guide exports feeds neighbourhoods opportunities organisations pathways signposts terms "
    "venues whats_on".split()
)
"""Modules of outputs that write a file a record, or one about every record. What is new is kept: it
may be something that Explore loads.
"""


def build(folder: Path, today: date = TODAY) -> pipeline.Built:
    """Build ``folder/content`` into ``folder/site``."""
    asked = Asked(content=folder / "content", out=folder / "site", today=today)
    publication = FolderPublication(asked.out, asked.content, label=asked.out.as_posix())
    publication.ready()
    with app.watching() as reporter, wired(asked, reporter, publication) as ports:
        made = outputs(ports.maps, ports.calendars, ports.painter, ports.stemmer, ports.gazetteer)
        kept = [one for one in made if one.__module__.rpartition(".")[2] not in LEFT_OUT]
        whole = [put_off(one, f"output {number}") for number, one in enumerate(kept)]
        return pipeline.build(app.request(asked), ports, pipeline.Making(whole))


if __name__ == "__main__":
    built = build(Path(sys.argv[1]))
    sys.exit(0 if built.published else f"{len(built.problems)} problems")
