"""What must be so where children take part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.problem import Problem, error
from generator.rules.ages import admits_under_18, ages_admitted


def admits_children(opportunity: Opportunity, nation: str) -> bool:
    """Say whether somebody under 18 may take part in it."""
    ages = ages_admitted(opportunity.ages, opportunity.school_years, nation)
    return admits_under_18(ages) and opportunity.status not in ("ended", "withdrawn")


def check_safeguarding(
    organisations: Mapping[str, Organisation], for_children: Iterable[Opportunity]
) -> Iterator[Problem]:
    """Yield each organisation that admits people under 18 and names no safeguarding contact."""
    admitting: dict[str, Opportunity] = {}
    for opportunity in for_children:
        admitting.setdefault(opportunity.organisation, opportunity)
    for identifier, opportunity in sorted(admitting.items()):
        organisation = organisations.get(identifier)
        contact = organisation.safeguarding if organisation else None
        if organisation and not (contact and (contact.url or contact.contact)):
            message = (
                f'its opportunity "{opportunity.id}" admits people under 18; expected '
                '"safeguarding" with a url or a contact'
            )
            mark = organisation.marks.at("safeguarding") if contact else organisation.marks.start
            yield error("safeguarding-missing", mark, message)
