"""Whether records lead round in a ring: badges that need each other, replacements of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.badge import Badge
from generator.model.problem import Problem, error
from generator.model.record import Record
from generator.rules.cycles import rings


def check_rings(records: Mapping[tuple[str, str], Record]) -> Iterator[Problem]:
    """Yield each ring of badges that need each other, and of records that replace each other."""
    badges = {
        identifier: record
        for (kind, identifier), record in records.items()
        if kind == "badge" and isinstance(record, Badge)
    }
    needs = {
        identifier: badge.requires.badges for identifier, badge in badges.items() if badge.requires
    }
    yield from _told(needs, "badge", "requires", "badge-ring", records)
    for kind in ("badge", "opportunity"):
        replaced = {
            identifier: (name,)
            for (its, identifier), record in records.items()
            if its == kind and (name := getattr(record, "replaced_by", ""))
        }
        yield from _told(replaced, kind, "replaced_by", "replacement-ring", records)


def _told(
    leads_to: Mapping[str, tuple[str, ...]],
    kind: str,
    field: str,
    code: str,
    records: Mapping[tuple[str, str], Record],
) -> Iterator[Problem]:
    for ring in rings(leads_to):
        if len(ring) > 1:
            way = " → ".join((*ring, ring[0]))
            yield error(
                code, records[kind, ring[0]].marks.at(field), f"goes round in a ring: {way}"
            )
