"""The page on which opportunities are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.finding import Findable, FinderScope, SearchIndex
from generator.views.cards import OpportunityCard
from generator.views.category import CategoryGroup, category_groups, plain_cards
from generator.views.finder import Asking, FinderView, finder_view
from generator.views.frame import Frame, frame, shared
from generator.views.here import Here
from generator.views.maps import MapView, map_view
from generator.views.pager import Pager, pager, short_parts
from generator.views.social_cards import page_card


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorePage:
    """What ``explore.html`` is given."""

    frame: Frame
    """What stands around the page."""
    finder: FinderView
    """The form and what it needs."""
    stemmer: str
    """The module that stems typed words, as reached from the page; "" where nothing does."""
    count: int
    """How many opportunities there are to find."""
    map: MapView | None
    """The map of the results; None where nothing can be shown on one."""
    groups: tuple[CategoryGroup, ...]
    """All filters with a page for each answer, for a browser without script."""
    cards: tuple[OpportunityCard, ...]
    """The first of everything there is to find, by title, for a browser without script."""
    pager: Pager
    """The way to the rest of everything."""


ASKING = Asking(dated=True, placed=True, aged=True, priced=True)


def explore_page(
    here: Here, rows: Sequence[Findable], scope: FinderScope, index: SearchIndex, stemmer: str
) -> ExplorePage:
    """Return the page. ``rows`` are in the order in which it lists them.

    ``stemmer`` is the path of the module that stems in its language, from the site's root, or "".
    """
    first = next(short_parts(len(rows)))
    about = here.say("Find something to do by topic, age, day, cost and neighbourhood.")
    around = frame(here, here.say("Explore"), about)
    return ExplorePage(
        frame=shared(around, page_card(here, "", around.title, (about,))),
        finder=finder_view(here, "opportunities", index, scope.facets, ASKING),
        stemmer=here.file(stemmer) if stemmer else "",
        count=len(rows),
        map=map_view(here, waits=True),
        groups=category_groups(here, rows),
        cards=plain_cards(here, (row.id for row in first.of(rows))),
        pager=pager(here, "explore/", first),
    )
