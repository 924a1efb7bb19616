"""All badges: to be found, and in a list by the layers of the standard that they follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.said import Said
from generator.views.badge import scheme_link
from generator.views.cards import BadgeCard, badge_cards
from generator.views.finder import FinderView
from generator.views.found_badges import retired_badges
from generator.views.frame import Frame, frame, shared
from generator.views.here import Here
from generator.views.links import Link
from generator.views.social_cards import page_card


@dataclass(frozen=True, slots=True)
class LayerGroup:
    """The badges of one layer."""

    id: str
    """The layer's id, unique on the page."""
    label: Said
    """The layer, as the standard names it."""
    meaning: Said
    """What it means; may be empty."""
    badges: tuple[BadgeCard, ...]
    """Its badges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesPage:
    """What ``badges.html`` is given."""

    frame: Frame
    """What stands around the page."""
    finder: FinderView | None
    """The form and what it needs; None where there are few badges."""
    scheme: Link | None
    """The standard that the layers are from, with its version as the note."""
    layers: tuple[LayerGroup, ...]
    """The layers that have badges, in the standard's order. They are kinds, never ranks."""
    retired: tuple[BadgeCard, ...]
    """Badges that are no longer awarded."""


def badges_page(here: Here, finder: FinderView | None) -> BadgesPage:
    """Return the page of all badges."""
    about = here.say("Badges recognise what somebody has done, by criteria that anybody can read.")
    around = frame(here, here.say("Badges"), about)
    return BadgesPage(
        frame=shared(around, page_card(here, "", around.title, (about,))),
        finder=finder,
        scheme=scheme_link(here),
        layers=tuple(_layers(here)),
        retired=badge_cards(here, retired_badges(here)),
    )


def _layers(here: Here) -> Iterator[LayerGroup]:
    by_layer = here.place.links.badges_by_term.get("layers", {})
    for term in here.place.taxonomy.scheme("layers"):
        cards = badge_cards(here, by_layer.get(term.id, ()))
        cards = tuple(card for card in cards if not card.retired)
        if cards:
            yield LayerGroup(term.id, here.said(term.label), here.said(term.meaning), cards)
