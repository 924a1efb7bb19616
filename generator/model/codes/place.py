"""Codes of the place's own files, and of what the passing of time brings."""

from __future__ import annotations

from generator.model.codes.code import OPPORTUNITY, Code, Example, Part
from generator.model.problem import Severity

CODES = (
    Code(
        "statement-incomplete",
        Severity.WARNING,
        "A public body's accessibility statement lacks a part that the regulations ask for.",
        "Whoever meets a barrier reads there how far the site complies, how that was tested, "
        "and how soon an answer comes; in the United Kingdom it is the law.",
        Example(
            "place.yaml",
            1,
            12,
            "statement: {public_body: true, compliance: fully, tested_on: 2026-11-20, "
            "tested_how: By hand, prepared_on: 2026-11-21}\n",
            "statement: {public_body: true, compliance: fully, tested_on: 2026-11-20, "
            "tested_how: By hand, prepared_on: 2026-11-21, response_days: 5}\n",
        ),
    ),
    Code(
        "bounds-out-of-order",
        Severity.ERROR,
        "The place's bounds are upside down or inside out.",
        "No venue could lie within them.",
        Example(
            "place.yaml",
            1,
            9,
            "bounds: {south: 54.52, west: -0.72, north: 54.45, east: -0.55}\n",
            "bounds: {south: 54.45, west: -0.72, north: 54.52, east: -0.55}\n",
        ),
    ),
    Code(
        "too-much-for-host",
        Severity.WARNING,
        "The host that place.yaml names takes less than the site has, or needs.",
        "Hosts refuse a site that has too many or too large files, and read no more rules for old "
        "addresses than they say. The size is told when the site is built.",
        Example(
            "place.yaml",
            11,
            7,
            "`host: azure`, which takes 20 kB of rules, and 300 aliases",
            "fewer aliases, or another host",
            Part.WORDS,
        ),
    ),
    Code(
        "unreadable-colour",
        Severity.ERROR,
        "Text in one of the place's colours could not be read on light paper.",
        "Links, buttons and headings are drawn in it: WCAG 2.2 asks for a contrast of 4.5 to 1.",
        Example(
            "place.yaml",
            1,
            20,
            'colours: {primary: "#e8a33d"}\n',
            'colours: {primary: "#8b6225"}\n',
        ),
    ),
    Code(
        "term-missing",
        Severity.WARNING,
        "More than four months lie between two school terms.",
        "What happens “in holidays” would happen all that time.",
        Example(
            "place.yaml",
            3,
            5,
            "terms:\n  - {name: Autumn, from: 2026-09-03, to: 2026-12-18}\n"
            "  - {name: Summer, from: 2027-04-19, to: 2027-07-23}\n",
            "terms:\n  - {name: Autumn, from: 2026-09-03, to: 2026-12-18}\n"
            "  - {name: Spring, from: 2027-01-05, to: 2027-03-26}\n"
            "  - {name: Summer, from: 2027-04-19, to: 2027-07-23}\n",
        ),
    ),
    Code(
        "duplicate-id",
        Severity.ERROR,
        "Two terms of a scheme, or two neighbourhoods, have one id.",
        "Nobody could tell which of them a record means.",
        Example(
            "taxonomy.yaml",
            3,
            10,
            "skills:\n  - {id: soldering, label: Soldering}\n  - {id: soldering, label: Welding}\n",
            "skills:\n  - {id: soldering, label: Soldering}\n  - {id: welding, label: Welding}\n",
        ),
    ),
    Code(
        "term-ring",
        Severity.ERROR,
        "Terms are each other's wider term.",
        "A wider term leads upwards; it cannot lead back.",
        Example(
            "taxonomy.yaml",
            3,
            43,
            "skills:\n  - {id: soldering, label: Soldering, parent: metal}\n"
            "  - {id: metal, label: Metalwork, parent: soldering}\n",
            "skills:\n  - {id: soldering, label: Soldering, parent: metal}\n"
            "  - {id: metal, label: Metalwork}\n",
        ),
    ),
    Code(
        "invalid-geojson",
        Severity.ERROR,
        "neighbourhoods.geojson is not JSON, or an outline in it cannot be read.",
        "Each neighbourhood is a Feature with an id, a name and a Polygon, longitude first.",
        Example(
            "neighbourhoods.geojson",
            2,
            1,
            '{"type": "FeatureCollection", "features": [\n'
            '{"type": "Feature", "properties": {"id": "harbour", "name": "Harbour"},\n'
            ' "geometry": {"type": "Point", "coordinates": [-0.6, 54.5]}}\n]}\n',
            '{"type": "FeatureCollection", "features": [\n'
            '{"type": "Feature", "properties": {"id": "harbour", "name": "Harbour"},\n'
            ' "geometry": {"type": "Polygon", "coordinates":\n'
            "  [[[-0.64, 54.47], [-0.55, 54.47], [-0.55, 54.52], [-0.64, 54.47]]]}}\n]}\n",
            Part.FILE,
        ),
    ),
    Code(
        "invalid-basemap",
        Severity.ERROR,
        "basemap.pmtiles is not a street map that a browser can draw.",
        "It is a PMTiles file of version 3 with vector tiles, at most 64 MiB. Without it maps show "
        "outlines alone.",
        Example(
            "basemap.pmtiles",
            1,
            1,
            "A file whose copying broke off, or one of pictures instead of shapes.",
            "The whole file, as `pmtiles extract` or scripts/basemap wrote it.",
            Part.WORDS,
        ),
    ),
    Code(
        "checked-in-future",
        Severity.WARNING,
        "A record says that it was checked on a day that is still to come.",
        "Learners see the date, and the record would not fall due for review for too long.",
        Example(OPPORTUNITY, 1, 13, "checked_on: 2062-11-01\n", "checked_on: 2026-11-01\n"),
        passing=True,
    ),
    Code(
        "added-in-future",
        Severity.WARNING,
        "An opportunity says that it was added on a day that is still to come.",
        "Sorted by what is newest, it would stand before everything that is.",
        Example(OPPORTUNITY, 1, 11, "added_on: 2062-11-01\n", "added_on: 2026-11-01\n"),
        passing=True,
    ),
    Code(
        "review-due",
        Severity.NOTE,
        "It is time to check a record again.",
        "After some days of grace it leaves the lists by itself.",
        Example(OPPORTUNITY, 1, 13, "checked_on: 2026-04-30\n", "checked_on: 2026-11-01\n"),
    ),
    Code(
        "review-overdue",
        Severity.WARNING,
        "A record was not checked in time, and has left the lists, the search and the map.",
        "Nothing stale is shown as if it were on. Its page stays and says so.",
        Example(OPPORTUNITY, 1, 13, "checked_on: 2025-11-01\n", "checked_on: 2026-11-01\n"),
        passing=True,
    ),
    Code(
        "consent-over",
        Severity.WARNING,
        "The people in a picture have no longer agreed to its use.",
        "The picture is not shown any more.",
        Example(
            OPPORTUNITY,
            1,
            62,
            "image: {file: images/robot.png, alt: A robot, consent_until: 2026-01-01}\n",
            "image: {file: images/robot.png, alt: A robot, consent_until: 2028-01-01}\n",
        ),
        passing=True,
    ),
    Code(
        "terms-run-out",
        Severity.WARNING,
        "Something happens in term or in holidays, and the terms in place.yaml have all passed.",
        "Its next sessions cannot be told until the new terms are entered.",
        Example(
            OPPORTUNITY,
            2,
            3,
            "when:\n  sessions:\n"
            '    - {every: "Tuesday 17:00-19:00", from: 2026-09-08, during: term}\n',
            'when:\n  sessions:\n    - {every: "Tuesday 17:00-19:00", from: 2026-09-08}\n',
            beside=(
                ("place.yaml", "terms:\n  - {name: Summer, from: 2026-04-13, to: 2026-07-17}\n"),
            ),
        ),
        passing=True,
    ),
)
