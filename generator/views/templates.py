"""Which view each template is given: what the reference page of templates is made from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.views.badge import BadgePage
from generator.views.badges import BadgesPage
from generator.views.category import CategoryPage
from generator.views.data import DataPage
from generator.views.explore import ExplorePage
from generator.views.home import HomePage
from generator.views.lists import ListPage
from generator.views.neighbourhood import NeighbourhoodPage
from generator.views.notices import AccessibilityPage, PrivacyPage
from generator.views.opportunity import OpportunityPage
from generator.views.organisation import OrganisationPage
from generator.views.pathway import PathwayPage
from generator.views.pathways import PathwaysPage
from generator.views.saved import SavedPage
from generator.views.signposts import MovedPage, NotFoundPage, SignpostPage
from generator.views.term import TermPage
from generator.views.venue import VenuePage
from generator.views.whats_on import WhatsOnPage
from generator.views.written import WrittenView

TEMPLATES: Mapping[str, type] = MappingProxyType({
    "home.html": HomePage,
    "explore.html": ExplorePage,
    "opportunity.html": OpportunityPage,
    "badges.html": BadgesPage,
    "badge.html": BadgePage,
    "list.html": ListPage,
    "organisation.html": OrganisationPage,
    "venue.html": VenuePage,
    "pathway.html": PathwayPage,
    "pathways.html": PathwaysPage,
    "neighbourhood.html": NeighbourhoodPage,
    "term.html": TermPage,
    "category.html": CategoryPage,
    "whats_on.html": WhatsOnPage,
    "saved.html": SavedPage,
    "written.html": WrittenView,
    "data.html": DataPage,
    "accessibility.html": AccessibilityPage,
    "privacy.html": PrivacyPage,
    "not_found.html": NotFoundPage,
    "gone.html": SignpostPage,
    "moved.html": MovedPage,
})  # fmt: skip
"""Each template with the view whose fields are its variables."""
