"""A small place with nothing wrong in it, into which a test puts the one thing that is.

Saltmarsh again, in two languages. Records are kept field by field, so that an example can stand in
for some of them and leave the others as they are.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping

_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)

PLACE = """\
name: {en: Saltmarsh, cy: Morfa Heli}
url: https://saltmarsh.learning.example/
languages: [en, cy]
bounds: {south: 54.45, west: -0.72, north: 54.52, east: -0.55}
timezone: Europe/London
nation: england
contact: {name: Saltmarsh learning map, email: hello@saltmarsh.learning.example}
terms:
  - {name: Autumn 2026, from: 2026-09-03, to: 2026-12-18}
  - {name: Spring 2027, from: 2027-01-05, to: 2027-03-26}
"""

TAXONOMY = """\
topics:
  - {id: robotics, label: Robotics}
  - {id: sea, label: The sea}
skills:
  - {id: soldering, label: Soldering}
careers:
  - {id: engineer, label: Engineer}
access:
  - {id: step-free, label: Step-free}
support:
  - {id: one-to-one, label: One-to-one help}
eligibility:
  - {id: carer, label: Young carer}
benefits:
  - {id: universal-credit, label: Universal Credit}
facilities:
  - {id: toilets, label: Toilets}
layers:
  scheme: A badging standard for tests
  version: "1"
  items:
    - {id: engage, label: Engage}
    - {id: participate, label: Participate}
"""

NEIGHBOURHOODS = """\
{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "harbour", "name": "Harbour"},
 "geometry": {"type": "Polygon", "coordinates":
  [[[-0.64, 54.47], [-0.55, 54.47], [-0.55, 54.52], [-0.64, 54.52], [-0.64, 54.47]]]}}
]}
"""

GEOCODES = """\
hall:
  address: 2 Cliff Road, YO21 1AD
  location: [54.4871, -0.6142]
  level: building
  source: nominatim
  date: 2026-10-01
"""

RECORDS: Mapping[str, str] = {
    "organisations/makers.md": """\
title: Harbour Makers
summary: A workshop by the harbour where anybody can build things.
sector: voluntary
safeguarding: {url: "https://makers.example/safeguarding"}
checked_on: 2026-11-01
""",
    "venues/workshop.md": """\
title: Harbour Workshop
address: 1 Quay Side
postcode: YO21 1AD
area: harbour
""",
    "venues/hall.md": """\
title: Cliff Hall
address: 2 Cliff Road
postcode: YO21 1AD
""",
    "opportunities/robotics.md": """\
title: Build your first robot
summary: Six evenings of building a robot, for beginners.
organisation: makers
kind: course
mode: in-person
where: workshop
when:
  sessions:
    - {every: "Tuesday 17:00-19:00", from: 2026-09-08}
join: turn-up
cost: free
ages: {from: 11, to: 16}
topics: [robotics]
badges: [robot-builder]
checked_on: 2026-11-01
""",
    "opportunities/beach.md": """\
title: Beach survey
summary: Count what the tide leaves behind.
organisation: makers
kind: volunteering
mode: in-person
where: {area: harbour}
when: anytime
join: turn-up
cost: free
checked_on: 2026-11-01
""",
    "badges/robot-builder.md": """\
title: Robot builder
summary: Built a robot that finds its way.
issuer: makers
layer: participate
criteria:
  - Earner has built a robot from parts.
  - Earner has programmed it to follow a line.
""",
    "badges/robot-mentor.md": """\
title: Robot mentor
summary: Helped others to build theirs.
issuer: makers
layer: participate
criteria:
  - Earner has helped three others.
  - Earner has explained how a sensor works.
""",
    "pathways/engineering.md": """\
title: Into engineering
summary: From a first robot to a first job.
goal: Apply for an apprenticeship.
steps:
  - opportunity: robotics
  - badge: robot-builder
""",
    "pages/about.md": """\
title: About this map
""",
}

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
"""A png of one red pixel."""

BODY = "Come as you are.\n"


def place_files() -> dict[str, str | bytes]:
    """Return every file of the place."""
    files: dict[str, str | bytes] = {path: record(fields) for path, fields in RECORDS.items()}
    return {
        "place.yaml": PLACE,
        "taxonomy.yaml": TAXONOMY,
        "neighbourhoods.geojson": NEIGHBOURHOODS,
        "geocodes.yaml": GEOCODES,
        "images/robot.png": PICTURE,
        **files,
    }


def record(fields: str, body: str = BODY) -> str:
    """Return a record's file."""
    return f"---\n{fields}---\n{body}"


def with_fields(path: str, fields: str) -> str:
    """Return the place's own file with these fields instead of its own of the same names.

    They come first, so that the first of them is on line 2 of a record and on line 1 of a YAML
    file. A new record begins as the first of its kind does.
    """
    usual = PLACE if path == "place.yaml" else TAXONOMY if path == "taxonomy.yaml" else ""
    usual = usual or RECORDS.get(path) or _first_in(path)
    written = without(usual, set(_FIELD.findall(fields)))
    return fields + written if path.endswith(".yaml") else record(fields + written)


def without(fields: str, names: set[str]) -> str:
    """Return fields without those of these names."""
    starts = [match.start() for match in _FIELD.finditer(fields)]
    blocks = [fields[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return "".join(block for block in blocks if block.partition(":")[0] not in names)


def _first_in(path: str) -> str:
    folder = path.partition("/")[0]
    return next(fields for other, fields in RECORDS.items() if other.startswith(f"{folder}/"))
