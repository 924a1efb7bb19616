"""Which records point at which, seen from the far end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.place import Backlinks, Links
from generator.model.record import Record
from generator.rules.collation import collated

TERM_SCHEMES = ("topics", "skills", "careers")


@dataclass(frozen=True, slots=True)
class Points:
    """What one record points at: by the name of the link, the ids at its far end.

    ``order`` is where it comes among those that point at the same: by title, then id.
    """

    order: tuple[tuple[str, str], str]
    at: tuple[tuple[str, tuple[str, ...]], ...]


def points(record: Record, language: str) -> Points:
    """Return what a record points at."""
    match record:
        case Opportunity():
            at = _of_opportunity(record)
        case Badge():
            at = _of_badge(record)
        case Pathway():
            at = {
                "pathways_of_opportunity": _steps(record, "opportunity"),
                "pathways_of_badge": _steps(record, "badge"),
            }
        case _:
            at = {}
    order = (collated(language, record.title.words(language)), record.id)
    return Points(order, tuple((name, tuple(ids)) for name, ids in at.items() if ids))


def _of_opportunity(it: Opportunity) -> dict[str, Sequence[str]]:
    return {
        "run_by": (it.organisation,),
        "held_at": it.venues,
        "earned_in": it.badges,
        "areas": [entry.area for entry in it.where if entry.area],
        **{f"opportunities_by_term/{scheme}": getattr(it, scheme) for scheme in TERM_SCHEMES},
    }


def _of_badge(it: Badge) -> dict[str, Sequence[str]]:
    return {
        "issued_by": (it.issuer,),
        "required_by": it.requires.badges if it.requires else (),
        "led_to_by": it.leads_to,
        **{f"badges_by_term/{scheme}": getattr(it, scheme) for scheme in TERM_SCHEMES},
        "badges_by_term/layers": (it.layer,),
    }


def backlinks(records: Iterable[Points]) -> Links:
    """Return the links between records that may be listed, each side in order of title."""
    found = _seen_from_far(records)
    named: dict[str, Any] = {item.name: found.get(item.name, {}) for item in fields(Links)}
    named["opportunities_by_term"] = {
        scheme: found.get(f"opportunities_by_term/{scheme}", {}) for scheme in TERM_SCHEMES
    }
    named["badges_by_term"] = {
        scheme: found.get(f"badges_by_term/{scheme}", {}) for scheme in (*TERM_SCHEMES, "layers")
    }
    return Links(**named)


def neighbourhood_links(
    opportunities: Iterable[Points], venues: Iterable[tuple[Points, str]]
) -> tuple[Backlinks, Backlinks]:
    """Return what happens in each neighbourhood, and its venues, once venues are placed.

    Venues come with the neighbourhood that each is in, or "".
    """
    venues = list(venues)
    where = {venue.order[1]: area for venue, area in venues if area}

    def areas(opportunity: Points) -> list[str]:
        at = dict(opportunity.at)
        own = at.get("areas", ())
        return [*own, *(where[venue] for venue in at.get("held_at", ()) if venue in where)]

    happening = (Points(it.order, (("in", tuple(areas(it))),)) for it in opportunities)
    standing = (Points(venue.order, (("in", (area,)),)) for venue, area in venues)
    return _seen_from_far(happening).get("in", {}), _seen_from_far(standing).get("in", {})


def _seen_from_far(records: Iterable[Points]) -> dict[str, Backlinks]:
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for record in sorted(records, key=lambda it: it.order):
        for name, targets in record.at:
            for target in targets:
                if target:
                    found[name][target][record.order[1]] = None
    return {
        name: {target: tuple(sources[target]) for target in sorted(sources)}
        for name, sources in found.items()
    }


def _steps(pathway: Pathway, kind: str) -> list[str]:
    return [getattr(option, kind) for step in pathway.steps for option in step.options]
