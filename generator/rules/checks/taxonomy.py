"""Whether the terms of each scheme have names of their own and form trees."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Problem, error
from generator.model.taxonomy import SCHEMES, Taxonomy
from generator.rules.checks.references import ONE_OF
from generator.rules.cycles import rings
from generator.rules.suggestions import did_you_mean


def check_taxonomy(taxonomy: Taxonomy) -> Iterator[Problem]:
    """Yield ids given twice, parents that do not exist, and terms that are their own ancestors."""
    for scheme in (*SCHEMES, "layers"):
        terms = taxonomy.scheme(scheme)
        prefix = ("layers", "items") if scheme == "layers" else (scheme,)
        first: dict[str, int] = {}
        for index, term in enumerate(terms):
            if term.id in first:
                before = taxonomy.marks.at(*prefix, first[term.id], "id").line
                message = f'the {ONE_OF[scheme]} "{term.id}" is on line {before} already'
                yield error("duplicate-id", taxonomy.marks.at(*prefix, index, "id"), message)
            elif term.id:
                first[term.id] = index
        for index, term in enumerate(terms):
            if term.parent and term.parent not in first:
                near = did_you_mean(term.parent, first)
                mark = taxonomy.marks.at(*prefix, index, "parent")
                yield error("unknown-term", mark, f'no {ONE_OF[scheme]} "{term.parent}"{near}')
        for ring in rings({term.id: (term.parent,) if term.parent else () for term in terms}):
            way = " → ".join((*ring, ring[0]))
            mark = taxonomy.marks.at(*prefix, first[ring[0]], "parent")
            yield error("term-ring", mark, f"goes round in a ring: {way}")
