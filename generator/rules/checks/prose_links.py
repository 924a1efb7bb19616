"""Whether the links in a body lead to pages of this site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.place import Neighbourhood
from generator.model.problem import Problem, error, warning
from generator.model.record import Record
from generator.model.registry import KINDS, kind_of
from generator.model.taxonomy import Taxonomy
from generator.rules.backlinks import TERM_SCHEMES
from generator.rules.checks.addresses import FIXED_PAGES
from generator.rules.checks.references import Known
from generator.rules.suggestions import Hints

_OF_THE_GENERATOR = ("explore/", "data/")
"""Below these the outputs decide what there is; their own pages link there, and are tested."""


def site_addresses(
    records: Mapping[tuple[str, str], Record],
    taxonomy: Taxonomy,
    neighbourhoods: tuple[Neighbourhood, ...],
) -> frozenset[str]:
    """Return the address of every page that the site will have, from its root."""
    pages = {kind_of(record).page(record.id) for record in records.values()}
    pages |= {
        kind_of(record).page(alias) for record in records.values() for alias in record.aliases
    }
    pages |= {f"neighbourhoods/{area.id}/" for area in neighbourhoods}
    pages |= {f"{scheme}/{term.id}/" for scheme in TERM_SCHEMES for term in taxonomy.scheme(scheme)}
    return frozenset(pages | FIXED_PAGES | {""})


def check_prose_links(record: Record, pages: frozenset[str], known: Known) -> Iterator[Problem]:
    """Yield each link in a body that leads to no page."""
    if not any(prose.links for _, prose in record.body):
        return
    kinds = {kind.name: kind for kind in KINDS}
    unpublished = {kinds[kind].page(name): why for (kind, name), why in known.hidden.items()}
    unread = {kinds[kind].page(name) for kind, name in known.unread}
    hints = Hints()
    for _, prose in record.body:
        for link in prose.links:
            page = link.target.split("#")[0].split("?")[0]
            if page in pages or page in unread or page.startswith(_OF_THE_GENERATOR):
                continue
            if page in unpublished:
                message = f"/{page} is {unpublished[page]}: nobody can follow this link"
                yield warning("refers-to-unpublished", link.mark, message)
            else:
                near = hints.did_you_mean(page, pages)
                yield error("unknown-page", link.mark, f"there is no page /{page}{near}")
