"""``geocodes.yaml``: what each venue's address resolved to, read, compared and written again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.declaration import declared
from generator.model.location import Geocode, Level, Location
from generator.model.node import Mapping, Node, Scalar
from generator.model.problem import Problem, Severity
from generator.model.shapes import Choice, Day, Flag, Point, Token
from generator.rules import postcodes
from generator.rules.findings import Findings
from generator.rules.reading import read_fields
from generator.rules.scalars import slug
from generator.rules.unreadable import Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class GeocodeEntry:
    """One venue's entry in `geocodes.yaml`, as it is written there."""

    address: str = declared(
        Token(longest=330), "The address and postcode that were asked about.", required=True
    )
    location: Location | None = declared(Point(), "Where that is, or nothing if not found.")
    level: str = declared(Choice(tuple(Level)), "What was matched.")
    source: str = declared(Token(), "Who said so: the service and its host, or a person.")
    date: date | None = declared(Day(), "When it was asked.", required=True)
    label: str = declared(Token(longest=200), "What the service calls the match.")
    locked: bool = declared(Flag(), "Checked by a person: no run changes it.")
    flag: str = declared(Token(), "Why a person must decide before it is used.")


def read_geocodes(node: Node | None) -> tuple[tuple[Geocode, ...], tuple[Problem, ...]]:
    """Return the entries of a parsed file, in its order, and every mistake in it.

    An entry with a mistake is left out, so that nothing is half believed; the others stay. Whether
    the venues exist is not looked at.
    """
    findings = Findings(language="")
    if node is None or (isinstance(node, Scalar) and node.empty):
        return (), ()
    if not isinstance(node, Mapping):
        findings.error("wrong-shape", node.mark, "expected venues' ids, each with its fields")
        return (), tuple(findings.problems)
    read = [_entry(key, value, findings) for key, value in node.entries]
    return tuple(one for one in read if one is not None), tuple(findings.problems)


def as_plain(geocodes: Iterable[Geocode]) -> dict[str, dict[str, object]]:
    """Return the entries as port Yaml writes them: by venue, each field in its fixed place.

    Empty fields but ``location`` are left out: a diff shows what changed and nothing else.
    """
    return {
        one.venue: {
            "address": one.address,
            "location": [_decimal(one.location.latitude), _decimal(one.location.longitude)]
            if one.location
            else None,
            **({"level": str(one.level)} if one.level else {}),
            **({"source": one.source} if one.source else {}),
            "date": date.fromisoformat(one.date),
            **({"label": one.label} if one.label else {}),
            **({"locked": True} if one.locked else {}),
            **({"flag": one.flag} if one.flag else {}),
        }
        for one in sorted(geocodes, key=lambda one: one.venue)
    }


def answered_address(address: str, postcode: str) -> str:
    """Return the key that a geocode answers: address and postcode on one line, tidied."""
    normal = postcodes.normalise(postcode) or postcode
    return ", ".join(part for part in (" ".join(address.split()), normal.strip()) if part)


def answers(geocode: Geocode, address: str, postcode: str) -> bool:
    """Say whether the entry is about this address still: a changed address makes it stale."""
    return geocode.address.casefold() == answered_address(address, postcode).casefold()


def usable(geocode: Geocode, address: str, postcode: str) -> bool:
    """Say whether a build may pin the venue there: found, still its address, and not in doubt.

    A person's lock settles a doubt. It does not make an old address new.
    """
    in_doubt = bool(geocode.flag) and not geocode.locked
    return geocode.location is not None and not in_doubt and answers(geocode, address, postcode)


def _entry(key: Scalar, value: Node, findings: Findings) -> Geocode | None:
    before = len(findings.problems)
    try:
        venue = slug(key.value)
    except Unreadable as fault:
        findings.error(fault.code, key.mark, str(fault))
        venue = ""
    if not isinstance(value, Mapping):
        findings.error("wrong-shape", value.mark, "expected address, location, date and so on")
        return None
    entry = GeocodeEntry(**read_fields(GeocodeEntry, value, findings))
    mistaken = any(found.severity is Severity.ERROR for found in findings.problems[before:])
    if mistaken or entry.date is None:
        return None
    return Geocode(
        venue=venue,
        address=entry.address,
        location=entry.location,
        level=entry.level,
        source=entry.source,
        date=entry.date.isoformat(),
        label=entry.label,
        locked=entry.locked,
        flag=entry.flag,
        mark=key.mark,
    )


def _decimal(degrees: float) -> float:
    """Round to a metre, and so that Python never writes an exponent, which no field accepts."""
    rounded = round(degrees, 5)
    return rounded if abs(rounded) >= 0.0001 else round(degrees, 4)  # noqa: PLR2004  1e-05 is next
