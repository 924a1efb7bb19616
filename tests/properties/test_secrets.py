"""What is not to be told stands in no published file, in no spelling an output might choose."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
import yaml

from generator.model.problem import Severity
from tests.support.in_memory import build_in_memory
from tests.support.open_active import ACTIVITIES
from tests.support.random_folders import Files, Wanted, picture, seeded_folder
from tests.support.record_text import record_file, yaml_file

# Each word is its own, and no stemmer or typing aid would make another of its beginning.
STREET, TRANSPORT, SOURCE = "Quobbleshaw", "Zyxtrammel", "vexquillon"
POSTCODE, UPRN = "TS13 5JD", "987654321098"
LATITUDE, LONGITUDE = 54.43217, -0.67713
DRAFT, WITHDRAWN, TRANSLATED = "Fnurgleworth", "Plimsquattle", "Gwzrywth"
REGRETTED = "Skwibbleham"


def withheld_venue(shown: str) -> bytes:
    return record_file(
        {
            "title": f"A door that is {shown}",
            "address": f"7 {STREET} Lane, {STREET}",
            "postcode": POSTCODE,
            "location": [LATITUDE, LONGITUDE],
            "uprn": UPRN,
            "transport": f"By the {TRANSPORT} stop",
            "source": {"url": f"https://elsewhere.example/{SOURCE}", "id": SOURCE},
            "area": "ward-1",
            "location_shown": shown,
        }
    ).encode()


def an_opportunity(words: str, **more: object) -> bytes:
    fields: dict[str, object] = {
        "title": f"{words} title", "summary": f"{words} summary", "kind": "course",
        "organisation": "organisation-1", "mode": ["in-person"], "where": ["refuge"],
        "when": {"sessions": [{"every": "Tuesday 10:00-12:00", "where": "refuge", "note": words}]},
        "join": ["referral"], "referral_by": [words], "cost": [{"amount": 3, "note": words}],
        "alert": words, "prerequisites": [words], "programmes": [{"name": words}],
        "contact": {"role": words}, "topics": ["topics-1"], "checked_on": "2026-11-01",
        "aliases": [f"{words.lower()}-alias"],
        "image": {"file": f"images/{words.lower()}.png", "alt": words},
    }  # fmt: skip
    return record_file({**fields, **more}, f"Body with **{words}**.\n").encode()


def a_draft(**fields: object) -> bytes:
    return record_file({"draft": True, "title": DRAFT, "summary": DRAFT, **fields}, DRAFT).encode()


def everything_told(files: Files) -> Files:
    """Return a place of which every output tells: British, with a licence, and all of sport."""
    place, taxonomy = yaml.safe_load(files["place.yaml"]), yaml.safe_load(files["taxonomy.yaml"])
    place |= {"nation": "england", "licence": {"name": "OGL-UK-3.0"}}
    for topic in taxonomy["topics"]:
        topic["alignment"] = {
            "framework": "OpenActive", "code": "Football", "url": f"{ACTIVITIES}#football"
        }  # fmt: skip
    told = {"place.yaml": place, "taxonomy.yaml": taxonomy}
    return {**files, **{name: yaml_file(value).encode() for name, value in told.items()}}


def planted(seed: int) -> Files:
    """Return a random place with every kind of secret, and records that lead to each."""
    geocode = {"address": f"7 {STREET} Lane, {STREET}, {POSTCODE}", "label": STREET,
               "location": [LATITUDE, LONGITUDE], "date": "2026-01-01"}  # fmt: skip
    draft = f"{DRAFT.lower()}-id"
    regretted = {"file": f"images/{REGRETTED.lower()}.png", "alt": REGRETTED,
                 "consent_until": "2026-11-22"}  # fmt: skip
    return {
        **everything_told(seeded_folder(seed, Wanted(size=30, languages=("en", "cy")))),
        "venues/refuge.md": withheld_venue("hidden"),
        "venues/shelter.md": withheld_venue("area"),
        "geocodes.yaml": yaml_file({"refuge": geocode, "shelter": geocode}).encode(),
        "opportunities/open-door.md": an_opportunity(
            "Welcome", where=["refuge", "shelter"], next=[draft, "gone-away"], badges=[draft]
        ),
        "venues/pitch.md": record_file({"title": "Pitch", "location": [54.45, -0.65]}).encode(),
        "opportunities/kick-about.md": an_opportunity(
            "Kickabout", kind="club", where=["refuge", "pitch"]
        ),
        "opportunities/regretted.md": an_opportunity("Regretful", image=regretted),
        "opportunities/gone-away.md": an_opportunity(WITHDRAWN, status="withdrawn"),
        "opportunities/gone-away.cy.md": record_file({"title": TRANSLATED}, TRANSLATED).encode(),
        f"opportunities/{draft}.md": an_opportunity(DRAFT, draft=True),
        f"opportunities/{draft}.cy.md": record_file({"title": TRANSLATED}, TRANSLATED).encode(),
        f"badges/{draft}.md": a_draft(issuer="organisation-1", layer="layers-1", criteria=[DRAFT]),
        f"organisations/{draft}.md": a_draft(url=f"https://{DRAFT.lower()}.example/"),
        f"venues/{draft}.md": a_draft(area="ward-1", opening=DRAFT),
        f"pathways/{draft}.md": a_draft(goal=DRAFT, steps=[{"text": DRAFT}]),
        f"pages/{draft}.md": a_draft(),
        **{
            f"images/{words.lower()}.png": picture("a.png")
            for words in ("Welcome", "Kickabout", DRAFT, WITHDRAWN, REGRETTED)
        },
    }


@cache
def published(seed: int) -> Mapping[str, bytes]:
    built = build_in_memory(planted(seed))
    assert [one for one in built.problems if one.severity is Severity.ERROR] == []
    return built.files


def tellings(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield every file's name and text, packed ones unpacked, in lower case."""
    for name, content in files.items():
        if name.startswith("assets/vendor/"):
            continue
        plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        yield name, f"{name}\n{plain.decode('utf-8', 'replace')}".casefold()


def decimals(value: float) -> str:
    """Return a pattern for a coordinate to three places or more, also as a whole number."""
    whole, _, part = f"{abs(value):.5f}".partition(".")
    figures = f"{whole}{part}".lstrip("0")
    return rf"(?<!\d){whole}\.{part[:3]}|(?<!\d){figures}0*(?!\d)"


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    "secret",
    [
        STREET[:7], TRANSPORT[:7], SOURCE[:7], UPRN, DRAFT[:7], WITHDRAWN[:7], TRANSLATED[:7],
        REGRETTED[:7], "ts13 ?5jd", decimals(LATITUDE), decimals(LONGITUDE),
    ],
)  # fmt: skip
def test_secret_is_in_no_file(secret: str, seed: int) -> None:
    pattern = re.compile(secret.casefold())

    told = [name for name, text in tellings(published(seed)) if pattern.search(text)]

    assert told == []


@pytest.mark.parametrize("shown", ["welcome", "a door that is hidden", "a door that is area"])
def test_what_may_be_told_is_found_the_same_way(shown: str) -> None:
    assert [name for name, text in tellings(published(1)) if shown in text] != []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("data/opportunities/open-door.json", "welcome"), ("data/feed.json", "welcome"),
        ("data/open-referral-uk/services.json", "welcome"),
        ("data/openactive/session-series.json", "kickabout"),
    ],
)  # fmt: skip
def test_data_files_are_among_those_that_are_searched(name: str, known: str) -> None:
    assert known in dict(tellings(published(1)))[name]


def test_withdrawn_record_leaves_an_address_that_says_so() -> None:
    page = published(1)["opportunities/gone-away/index.html"]

    assert b"noindex" in page
