"""Whether what records name exists, is published, and does not lead round in a ring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.badge import Badge
from generator.model.problem import Mark, Problem, error, warning
from generator.model.record import Record
from generator.model.shapes import ImagePath, Neighbourhood, Ref, Term
from generator.model.taxonomy import SCHEMES, Taxonomy
from generator.rules.cycles import rings
from generator.rules.references import Reference, references
from generator.rules.suggestions import did_you_mean

_ONE_OF = {
    "topics": "topic", "skills": "skill", "careers": "career", "access": "access term",
    "support": "kind of support", "eligibility": "eligibility term", "benefits": "benefit",
    "facilities": "facility", "layers": "layer",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Every name that a record may use. ``hidden`` says why a record that exists is not shown.

    ``taxonomy`` and ``neighbourhoods`` are None where their files could not be read: one mistake
    in such a file must not be told again as an unknown word in every record.
    """

    records: Mapping[str, frozenset[str]]
    hidden: Mapping[tuple[str, str], str]
    unread: frozenset[tuple[str, str]]
    taxonomy: Taxonomy | None
    neighbourhoods: frozenset[str] | None
    images: frozenset[str]


def check_references(record: Record, kind: str, known: Known) -> Iterator[Problem]:
    """Yield each name in a record that leads nowhere."""
    for reference in references(record):
        mark = record.marks.at(*reference.path)
        match reference.shape:
            case Ref(kinds):
                if reference.value == record.id and kinds == (kind,):
                    yield error("refers-to-itself", mark, f'"{record.id}" names itself')
                else:
                    yield from _record(reference, kinds, mark, known)
            case Term() if known.taxonomy:
                yield from _term(reference, reference.shape, mark, known.taxonomy)
            case Neighbourhood(or_words) if known.neighbourhoods is not None:
                if reference.value not in known.neighbourhoods and not or_words:
                    near = did_you_mean(reference.value, known.neighbourhoods)
                    message = f'no neighbourhood "{reference.value}"{near}'
                    yield error("unknown-neighbourhood", mark, message)
            case ImagePath():
                if reference.value not in known.images:
                    near = did_you_mean(reference.value, known.images)
                    message = f'no picture "{reference.value}" in the content folder{near}'
                    yield error("unknown-image", mark, message)


def _record(
    reference: Reference, kinds: tuple[str, ...], mark: Mark, known: Known
) -> Iterator[Problem]:
    value = reference.value
    if any((kind, value) in known.unread for kind in kinds):
        return
    homes = [kind for kind in kinds if value in known.records.get(kind, frozenset())]
    if not homes:
        names = [name for kind in kinds for name in known.records.get(kind, ())]
        what = " or ".join(kinds)
        message = f'no {what} "{value}"{did_you_mean(value, names)}'
        yield error(f"unknown-{kinds[0]}", mark, message)
    elif all((kind, value) in known.hidden for kind in homes):
        why = known.hidden[homes[0], value]
        message = f'"{value}" is {why}, so this is left out of the site'
        yield warning("refers-to-unpublished", mark, message)


def _term(reference: Reference, shape: Term, mark: Mark, taxonomy: Taxonomy) -> Iterator[Problem]:
    value = reference.value
    if value in shape.also or any(taxonomy.term(scheme, value) for scheme in shape.schemes):
        return
    names = [term.id for scheme in shape.schemes for term in taxonomy.scheme(scheme)]
    what = " or ".join(_ONE_OF[scheme] for scheme in shape.schemes)
    near = did_you_mean(value, [*names, *shape.also])
    yield error("unknown-term", mark, f'no {what} "{value}" in taxonomy.yaml{near}')


def check_rings(records: Mapping[tuple[str, str], Record]) -> Iterator[Problem]:
    """Yield each ring of badges that need each other, and of records that replace each other."""
    badges = {
        identifier: record
        for (kind, identifier), record in records.items()
        if kind == "badge" and isinstance(record, Badge)
    }
    needs = {
        identifier: badge.requires.badges if badge.requires else ()
        for identifier, badge in badges.items()
    }
    yield from _told(needs, "badge", "requires", "badge-ring", records)
    for kind in ("badge", "opportunity"):
        replaced = {
            identifier: (name,) if (name := getattr(record, "replaced_by", "")) else ()
            for (its, identifier), record in records.items()
            if its == kind
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


def check_taxonomy(taxonomy: Taxonomy) -> Iterator[Problem]:
    """Yield ids given twice, parents that do not exist, and terms that are their own ancestors."""
    for scheme in (*SCHEMES, "layers"):
        terms = taxonomy.scheme(scheme)
        prefix = ("layers", "items") if scheme == "layers" else (scheme,)
        first: dict[str, int] = {}
        for index, term in enumerate(terms):
            mark = taxonomy.marks.at(*prefix, index)
            if term.id in first:
                yield error(
                    "duplicate-id", mark, f'the {_ONE_OF[scheme]} "{term.id}" is given twice'
                )
            first.setdefault(term.id, index)
        for index, term in enumerate(terms):
            if term.parent and term.parent not in first:
                near = did_you_mean(term.parent, first)
                mark = taxonomy.marks.at(*prefix, index, "parent")
                yield error("unknown-term", mark, f'no {_ONE_OF[scheme]} "{term.parent}"{near}')
        for ring in rings({term.id: (term.parent,) if term.parent else () for term in terms}):
            way = " → ".join((*ring, ring[0]))
            mark = taxonomy.marks.at(*prefix, first[ring[0]], "parent")
            yield error("term-ring", mark, f"goes round in a ring: {way}")
