"""Which records point at which, seen from the far end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.model.pathway import Pathway
from generator.model.place import Backlinks, Links
from generator.model.record import Record
from generator.model.venue import Venue

TERM_SCHEMES = ("topics", "skills", "careers")
Pair = tuple[str, str]


def backlinks(
    opportunities: Iterable[Opportunity],
    badges: Iterable[Badge],
    pathways: Iterable[Pathway],
    language: str,
) -> Links:
    """Return the links between records that may be listed, each side in order of title."""
    opportunities = _by_title(opportunities, language)
    badges = _by_title(badges, language)
    pathways = _by_title(pathways, language)
    return Links(
        run_by=_pairs(opportunities, lambda it: [it.organisation]),
        issued_by=_pairs(badges, lambda it: [it.issuer]),
        held_at=_pairs(opportunities, lambda it: it.venues),
        earned_in=_pairs(opportunities, lambda it: it.badges),
        required_by=_pairs(badges, lambda it: it.requires.badges if it.requires else ()),
        led_to_by=_pairs(badges, lambda it: it.leads_to),
        pathways_of_opportunity=_pairs(pathways, lambda it: _steps(it, "opportunity")),
        pathways_of_badge=_pairs(pathways, lambda it: _steps(it, "badge")),
        opportunities_by_term={
            scheme: _pairs(opportunities, lambda it, scheme=scheme: getattr(it, scheme))
            for scheme in TERM_SCHEMES
        },
        badges_by_term={
            **{
                scheme: _pairs(badges, lambda it, scheme=scheme: getattr(it, scheme))
                for scheme in TERM_SCHEMES
            },
            "layers": _pairs(badges, lambda it: [it.layer]),
        },
    )


def neighbourhood_links(
    opportunities: Iterable[Opportunity], venues: Iterable[Venue], language: str
) -> tuple[Backlinks, Backlinks]:
    """Return what happens in each neighbourhood, and its venues, once venues are placed."""
    where = {venue.id: venue.neighbourhood for venue in venues if venue.neighbourhood}

    def areas(opportunity: Opportunity) -> list[str]:
        own = [entry.area for entry in opportunity.where if entry.area]
        return own + [where[venue] for venue in opportunity.venues if venue in where]

    return (
        _pairs(_by_title(opportunities, language), areas),
        _pairs(_by_title(venues, language), lambda it: [it.neighbourhood]),
    )


def _by_title(records: Iterable[Record], language: str) -> list:  # type: ignore[type-arg] # the caller's kind
    return sorted(records, key=lambda it: (it.title.words(language).casefold(), it.id))


def _pairs(records: Iterable[Record], targets: Callable[..., Iterable[str]]) -> Backlinks:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record in records:
        for target in targets(record):
            if target:
                found[target][record.id] = None
    return {target: tuple(found[target]) for target in sorted(found)}


def _steps(pathway: Pathway, kind: str) -> list[str]:
    return [getattr(option, kind) for step in pathway.steps for option in step.options]
