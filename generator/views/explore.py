"""The page on which opportunities are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.finding import Findable, SearchIndex
from generator.rules.categories import categorised
from generator.views.cards import OpportunityCard, opportunity_cards
from generator.views.category import CategoryGroup, category_groups
from generator.views.finder import FinderView, finder_view
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.home import neighbourhood_links, topic_links
from generator.views.links import Link
from generator.views.maps import MapView, map_view


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorePage:
    """What ``explore.html`` is given."""

    frame: Frame
    """What stands around the page."""
    finder: FinderView
    """The form and what it needs."""
    map: MapView | None
    """The map of the results; None where nothing can be shown on one."""
    topics: tuple[Link, ...]
    """The topics that something is listed under, for a browser without script."""
    neighbourhoods: tuple[Link, ...]
    """The neighbourhoods in which something happens, for a browser without script."""
    groups: tuple[CategoryGroup, ...]
    """The other filters with a page for each answer, for a browser without script."""
    cards: tuple[OpportunityCard, ...]
    """Everything there is to find, by title: the page itself, for a browser without script."""


def explore_page(here: Here, rows: Sequence[Findable], index: SearchIndex) -> ExplorePage:
    """Return the page. ``rows`` are in the order in which it lists them."""
    return ExplorePage(
        frame=frame(
            here,
            here.say("Explore"),
            here.say("Find something to do by topic, age, day, cost and neighbourhood."),
        ),
        finder=finder_view(here, rows, index),
        map=map_view(here, waits=True),
        topics=topic_links(here),
        neighbourhoods=neighbourhood_links(here),
        groups=category_groups(here, categorised(here.place)),
        cards=opportunity_cards(here, (row.id for row in rows)),
    )
