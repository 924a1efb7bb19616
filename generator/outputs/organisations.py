"""The page of all organisations, and a page for each."""

from __future__ import annotations

from generator.model.edition import Edition, Produced
from generator.model.registry import ORGANISATION
from generator.views.continued import ListOwner, continued
from generator.views.here import Here, page
from generator.views.labels import marked
from generator.views.lists import organisations_list
from generator.views.order import soonest_first
from generator.views.organisation import organisation_page


def organisations(edition: Edition) -> Produced:
    """Return the page of all organisations, and one for each."""
    listing = Here(edition, "organisations/")
    pages = [page(listing, "list.html", organisations_list)]
    run_by = edition.place.links.run_by
    for organisation in edition.place.organisations.values():
        here = Here(edition, ORGANISATION.page(organisation.id))
        members = soonest_first(here, run_by.get(organisation.id, ()))
        pages.append(
            page(
                here,
                "organisation.html",
                organisation_page,
                organisation,
                members,
                source=organisation.path,
            )
        )
        owner = ListOwner(
            here.address,
            marked("Organisation"),
            organisation.title,
            marked("Organisations"),
            listing.address,
        )
        pages += continued(edition, owner, members)
    return Produced(tuple(pages))
