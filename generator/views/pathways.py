"""All pathways: to be found, and in a list by title."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.cards import RecordCard, pathway_cards
from generator.views.finder import FinderView
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.lists import by_title


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwaysPage:
    """What ``pathways.html`` is given."""

    frame: Frame
    """What stands around the page."""
    finder: FinderView | None
    """The form and what it needs; None where there are few pathways."""
    pathways: tuple[RecordCard, ...]
    """All pathways, by title."""


def pathways_page(here: Here, finder: FinderView | None) -> PathwaysPage:
    """Return the page of all pathways."""
    about = here.say("From a first try to a job, a course or a place to help, one step at a time")
    return PathwaysPage(
        frame=frame(here, here.say("Pathways"), about),
        finder=finder,
        pathways=by_title(here, pathway_cards(here, here.place.pathways)),
    )
