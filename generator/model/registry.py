"""The kinds of record there are: a new one is one file and one line here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.record import Record
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its name, the folder its files are in and its type.

    ``address`` is what its pages' addresses begin with: its folder, but "" for written pages.
    """

    name: str
    folder: str
    type: type[Record]
    address: str

    def page(self, identifier: str) -> str:
        """Return the address of a record's page from the site's root: ``badges/robotics-1/``."""
        return f"{self.address}{identifier}/"


OPPORTUNITY = Kind("opportunity", "opportunities", Opportunity, "opportunities/")
BADGE = Kind("badge", "badges", Badge, "badges/")
ORGANISATION = Kind("organisation", "organisations", Organisation, "organisations/")
VENUE = Kind("venue", "venues", Venue, "venues/")
PATHWAY = Kind("pathway", "pathways", Pathway, "pathways/")
WRITTEN_PAGE = Kind("page", "pages", WrittenPage, "")

KINDS = (OPPORTUNITY, BADGE, ORGANISATION, VENUE, PATHWAY, WRITTEN_PAGE)

_BY_TYPE = {kind.type: kind for kind in KINDS}


def kind_of(record: Record) -> Kind:
    """Return the kind that a record is of."""
    return _BY_TYPE[type(record)]
