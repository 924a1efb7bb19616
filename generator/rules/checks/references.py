"""Whether what records name exists, and is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.problem import Problem, error, warning
from generator.model.record import Record
from generator.model.settings import Settings
from generator.model.shapes import ImagePath, Neighbourhood, Ref, Term
from generator.model.taxonomy import Taxonomy
from generator.rules.references import Reference, references
from generator.rules.suggestions import Hints

ONE_OF = {
    "topics": "topic", "skills": "skill", "careers": "career", "access": "access term",
    "support": "kind of support", "eligibility": "eligibility term", "benefits": "benefit",
    "facilities": "facility", "layers": "layer",
}  # fmt: skip


_UNKNOWN = {
    "badge": "unknown-badge", "opportunity": "unknown-opportunity",
    "organisation": "unknown-organisation", "venue": "unknown-venue",
}  # fmt: skip
"""The code, by the first of the kinds that a field takes."""


@dataclass(frozen=True, slots=True)
class Known:
    """Every name that a record may use. ``hidden`` says why a record that exists is not shown.

    ``taxonomy`` and ``neighbourhoods`` are None where their file could not be read: that has been
    told, and a record that uses it is not to blame.
    """

    records: Mapping[str, frozenset[str]]
    hidden: Mapping[tuple[str, str], str]
    unread: frozenset[tuple[str, str]]
    taxonomy: Taxonomy | None
    neighbourhoods: frozenset[str] | None
    images: frozenset[str]


def check_references(record: Record | Settings, kind: str, known: Known) -> Iterator[Problem]:
    """Yield each name in a record, or in place.yaml, that leads nowhere."""
    identifier = record.id if isinstance(record, Record) else ""
    hints = Hints()
    for reference in references(record):
        wrong = _wrong(reference, (kind, identifier), known, hints)
        if wrong is not None:
            code, message = wrong
            make = warning if code == "refers-to-unpublished" else error
            yield make(code, record.marks.at(*reference.path), message)


Wrong = tuple[str, str] | None
"""A code and a message. Where it stands is looked up only for what is wrong: it costs a search."""


def _wrong(reference: Reference, own: tuple[str, str], known: Known, hints: Hints) -> Wrong:
    match reference.shape:
        case Ref(kinds):
            return _record(reference, kinds, own, known, hints)
        case Term():
            return _term(reference.value, reference.shape, known.taxonomy, hints)
        case Neighbourhood(or_words):
            if or_words:
                return None
            return _neighbourhood(reference.value, known.neighbourhoods, hints)
        case ImagePath():
            if reference.value in known.images:
                return None
            near = hints.did_you_mean(reference.value, known.images)
            return (
                "unknown-image",
                f'no picture "{reference.value}" in the content folder{near}',
            )


def _record(
    reference: Reference,
    kinds: tuple[str, ...],
    own: tuple[str, str],
    known: Known,
    hints: Hints,
) -> Wrong:
    value = reference.value
    if any((kind, value) in known.unread for kind in kinds):
        return None
    homes = [kind for kind in kinds if value in known.records.get(kind, frozenset())]
    if not homes:
        names = [name for kind in kinds for name in known.records.get(kind, ())]
        near = hints.did_you_mean(value, names)
        return _UNKNOWN[kinds[0]], f'no {" or ".join(kinds)} "{value}"{near}'
    # An organisation may well keep its own record.
    if [(home, value) for home in homes] == [own] and reference.path[0] != "owner":
        return "refers-to-itself", f'"{value}" names itself'
    if all((kind, value) in known.hidden for kind in homes):
        why = known.hidden[homes[0], value]
        return "refers-to-unpublished", f'"{value}" is {why}, so this is left out of the site'
    return None


def _term(value: str, shape: Term, taxonomy: Taxonomy | None, hints: Hints) -> Wrong:
    if value in shape.also or taxonomy is None:
        return None
    if any(taxonomy.term(scheme, value) for scheme in shape.schemes):
        return None
    # A scheme that was written and could not be read has been told, in taxonomy.yaml.
    if any(not taxonomy.scheme(it) and taxonomy.marks.has(it) for it in shape.schemes):
        return None
    names = [term.id for scheme in shape.schemes for term in taxonomy.scheme(scheme)]
    what = " or ".join(ONE_OF[scheme] for scheme in shape.schemes)
    near = hints.did_you_mean(value, [*names, *shape.also])
    return "unknown-term", f'no {what} "{value}" in taxonomy.yaml{near}'


def _neighbourhood(value: str, neighbourhoods: frozenset[str] | None, hints: Hints) -> Wrong:
    if neighbourhoods is None or value in neighbourhoods:
        return None
    near = hints.did_you_mean(value, neighbourhoods)
    return "unknown-neighbourhood", f'no neighbourhood "{value}" in neighbourhoods.geojson{near}'
