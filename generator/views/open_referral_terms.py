"""What a service of Open Referral UK is about and for, as terms of taxonomies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.model.registry import OPPORTUNITY
from generator.model.taxonomy import TaxonomyTerm
from generator.rules.addresses import absolute
from generator.views.labels import marked
from generator.views.open_referral_ids import identifier
from generator.views.structured_parts import Description, filled

Term = tuple[str, str]
"""A scheme of the taxonomy, and the id of one of its terms."""

SCHEMES = {
    "topics": marked("Topics"),
    "skills": marked("Skills"),
    "careers": marked("Careers"),
    "eligibility": marked("Eligibility"),
    "benefits": marked("Benefits"),
    "access": marked("Access"),
    "support": marked("Support"),
}
"""What each taxonomy is called; its id is its scheme in taxonomy.yaml."""

WITH_PAGES = ("topics", "skills", "careers")


def taxonomies(edition: Edition) -> Iterator[Description]:
    """Yield the taxonomies that services are described with."""
    for scheme, title in SCHEMES.items():
        if edition.place.taxonomy.scheme(scheme):
            name = edition.wording.gettext(title)
            yield {"id": _taxonomy_id(edition, scheme), "name": name, "description": name}


def taxonomy_terms(edition: Edition) -> dict[Term, Description]:
    """Return every term of every taxonomy, by its scheme and id."""
    return {
        (scheme, term.id): _taxonomy_term(edition, scheme, term)
        for scheme in SCHEMES
        for term in edition.place.taxonomy.scheme(scheme)
    }


def _taxonomy_term(edition: Edition, scheme: str, term: TaxonomyTerm) -> Description:
    """Return a term. Its address is its page's, else what a published framework gives it."""
    name = term.label.words(edition.language)
    page = f"{scheme}/{term.id}/"
    own = absolute(edition.place.settings.url, edition.prefix + page)
    published = term.alignment.url if term.alignment else ""
    return filled(
        {
            "id": identifier(edition, page),
            "name": name,
            "description": term.meaning.words(edition.language) or name,
            "parent_id": identifier(edition, f"{scheme}/{term.parent}/") if term.parent else "",
            "taxonomy": scheme,
            "taxonomy_id": _taxonomy_id(edition, scheme),
            "term_uri": own if scheme in WITH_PAGES else published,
        }
    )


def attributes(
    edition: Edition, record: Opportunity, terms: Mapping[Term, Description]
) -> Iterator[Description]:
    """Yield the terms that an opportunity is described with."""
    page = OPPORTUNITY.page(record.id)
    for scheme, ids in _terms(record):
        for name in dict.fromkeys(ids):
            term = terms.get((scheme, name))
            if term:
                own = identifier(edition, f"{page}#{scheme}-{name}")
                yield {"id": own, "link_type": scheme, "taxonomy_term": term}


def _terms(record: Opportunity) -> Iterator[tuple[str, tuple[str, ...]]]:
    for scheme in ("topics", "skills", "careers", "access", "support"):
        yield scheme, getattr(record, scheme)
    if record.eligible:
        yield "eligibility", record.eligible.status
        yield "benefits", record.eligible.benefits


def _taxonomy_id(edition: Edition, scheme: str) -> str:
    return identifier(edition, f"{scheme}/")
