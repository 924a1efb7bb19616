"""The records of a big city, drawn from a source of chance: what they hold, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.city.subjects import (
    BEFORE,
    FORMS,
    ORGANISATION_FORMS,
    OTHERWISE,
    SHARES,
    SUBJECTS,
    SUMMARIES,
    VENUE_FORMS,
)
from benchmarks.city.timetable import TODAY, when
from benchmarks.city.wording import Vocabulary
from tests.support.record_text import Bare

SOUTH, WEST, NORTH, EAST = 52.38, -2.03, 52.61, -1.73
ACROSS = 6
"""Neighbourhoods in a row, and rows."""

BADGES = 60
_MIDDLE = (0.5, 0.45)
_SPREAD = 0.2
_JOINING = ("book", "book", "book", "turn-up", "turn-up", "apply", "waiting-list", "referral")
_AGES: tuple[dict[str, int], ...] = (
    {}, {}, {"from": 16}, {"from": 18}, {"from": 19}, {"from": 11, "to": 16}, {"from": 8, "to": 12},
    {"from": 5, "to": 11}, {"from": 13, "to": 19}, {"from": 14, "to": 25}, {"from": 0, "to": 5},
    {"from": 50},
)  # fmt: skip
_AMOUNTS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 40, 60, 95, 120, 240)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

Fields = dict[str, object]
Made = Sequence[tuple[str, Fields, str]]
"""Id, fields and body of each record of a kind."""


@dataclass(frozen=True, slots=True)
class City:
    """What its records may name: the taxonomy's ids by scheme, and the ids of other records."""

    random: Random
    words: Vocabulary
    terms: Mapping[str, Sequence[str]]
    organisations: Sequence[str]
    venues: Sequence[str]
    badges: Sequence[str]
    neighbourhoods: Sequence[str]


def opportunities(city: City, count: int) -> Iterator[tuple[str, Fields, str]]:
    """Yield id, fields and body of each opportunity."""
    for number in range(count):
        topic = city.random.choice(city.terms["topics"])
        activity = city.random.choice(SUBJECTS.get(topic, OTHERWISE))
        fields = _opportunity(city, topic, activity)
        slug = _NOT_SLUG.sub("-", str(fields["title"]).lower()).strip("-")[:60].strip("-")
        yield f"{slug}-{number}", fields, city.words.body(activity)


def _opportunity(city: City, topic: str, activity: str) -> Fields:
    random = city.random
    kind = random.choices(tuple(SHARES), tuple(SHARES.values()))[0]
    mode, where = _where(city)
    join = random.choice(_JOINING)
    fields: Fields = {
        "title": _title(city, activity, kind),
        "summary": _first_up(city.words.sentence(random.choice(SUMMARIES), activity)),
        "organisation": random.choice(city.organisations),
        "kind": kind,
        "mode": mode,
        "where": where,
        "when": when(random),
        "join": join,
        "cost": _cost(city),
        "topics": [topic, *_some(city, "topics", (6, 3), but=topic)],
        "skills": _some(city, "skills", (1, 3, 4, 2)),
        "careers": _some(city, "careers", (5, 3, 1)),
        "access": _some(city, "access", (3, 3, 3, 2, 1)),
        "support": _some(city, "support", (6, 2, 1)),
        "contact": {"role": "Welcome desk", "email": "hello@city.example"},
        "checked_on": TODAY - timedelta(days=random.randrange(150)),
        "review_by": TODAY + timedelta(days=random.randrange(200, 4000)),
    }
    if join not in {"turn-up"}:
        fields["book"] = {"url": f"https://book.city.example/{random.randrange(10**6)}"}
    if join == "referral":
        fields["referral_by"] = ["A school, a doctor or a support worker"]
    if ages := random.choice(_AGES):
        fields["ages"] = ages
    if random.randrange(4) == 0:
        fields["badges"] = random.sample(city.badges, random.choices((1, 2), (5, 1))[0])
    if random.randrange(5) == 0:
        fields["help"] = random.sample(("travel", "food", "childcare", "equipment"), 2)
    if random.randrange(6) == 0:
        fields["spaces"] = random.randrange(4, 30)
    if random.randrange(12) == 0:
        fields["eligible"] = {"status": _one(city, "eligibility")}
    if random.randrange(25) == 0:
        fields["status"] = random.choice(("full", "waiting-list", "cancelled"))
    return {name: value for name, value in fields.items() if value != []}


def _title(city: City, activity: str, kind: str) -> str:
    words = [city.random.choice(BEFORE), activity, city.random.choice(FORMS[kind])]
    if city.random.randrange(5) == 0:
        words.append(f"in {city.words.name()}")
    return _first_up(" ".join(word for word in words if word))


def _where(city: City) -> tuple[str, object]:
    chance = city.random.randrange(100)
    if chance < 12:  # noqa: PLR2004  shares of a hundred, here and below
        return "online", {"url": f"https://meet.city.example/{chance}"}
    if chance < 17:  # noqa: PLR2004
        return "outreach", {"area": city.random.choice(city.neighbourhoods)}
    return "in-person", city.random.choice(city.venues)


def _cost(city: City) -> object:
    chance = city.random.randrange(100)
    if chance < 55:  # noqa: PLR2004
        return Bare("free")
    amount = {
        "amount": city.random.choice(_AMOUNTS),
        "per": city.random.choice(("session", "session", "course", "term")),
        "for": ["everyone"],
    }
    if chance < 70:  # noqa: PLR2004
        return [amount, {"free": True, "for": _one(city, "benefits")}]
    return [amount]


def venues(city: City) -> Iterator[tuple[str, Fields, str]]:
    """Yield the venues: dense in the middle, thin at the edges, as cities are."""
    for identifier in city.venues:
        north, east = (_position(city.random, middle) for middle in _MIDDLE)
        fields: Fields = {
            "title": f"{city.words.name()} {city.random.choice(VENUE_FORMS)}",
            "location": [
                round(SOUTH + north * (NORTH - SOUTH), 5),
                round(WEST + east * (EAST - WEST), 5),
            ],
            "access": _some(city, "access", (1, 3, 3, 2)),
            "facilities": _some(city, "facilities", (1, 3, 3)),
        }
        yield (
            identifier,
            {name: value for name, value in fields.items() if value != []},
            "Made up to be measured.\n",
        )


def organisations(city: City) -> Iterator[tuple[str, Fields, str]]:
    """Yield the organisations."""
    for identifier in city.organisations:
        name = f"{city.words.name()} {city.random.choice(ORGANISATION_FORMS)}"
        runs = f"{city.words.word()} and {city.words.word()}"
        fields: Fields = {
            "title": name,
            "summary": f"{name} runs {runs} all over the city.",
            "sector": city.random.choice(("voluntary", "public", "business", "education")),
            "safeguarding": {
                "url": "https://city.example/safe",
                "contact": "Safeguarding lead, safe@city.example",
            },
        }
        yield identifier, fields, "Made up to be measured.\n"


def badges(city: City) -> Iterator[tuple[str, Fields, str]]:
    """Yield the badges."""
    for identifier in city.badges:
        topic = city.random.choice(city.terms["topics"])
        activity = city.random.choice(SUBJECTS.get(topic, OTHERWISE))
        fields: Fields = {
            "title": _first_up(f"{activity} {city.words.name()}"),
            "summary": f"For those who have shown what they can do in {activity}.",
            "issuer": city.random.choice(city.organisations),
            "layer": city.random.choice(city.terms["layers"]),
            "criteria": [
                f"Earner has taken part in {activity} from beginning to end.",
                f"Earner has explained to somebody else how they went about {activity}.",
            ],
            "topics": [topic],
            "skills": city.random.sample(city.terms["skills"], 2),
            "earn_via": ["attend"],
        }
        yield identifier, fields, "Made up to be measured.\n"


def _one(city: City, scheme: str) -> list[str]:
    return [city.random.choice(city.terms[scheme])]


def _some(city: City, scheme: str, shares: Sequence[int], but: str = "") -> list[str]:
    count = city.random.choices(range(len(shares)), shares)[0]
    known = [term for term in city.terms[scheme] if term != but]
    return city.random.sample(known, min(count, len(known)))


def _position(random: Random, middle: float) -> float:
    """Return a place between the two edges, more often near the middle."""
    return min(0.99, max(0.01, random.gauss(middle, _SPREAD)))


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
