"""The picture that a page's link is shown with where people share it: what is on it, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model.badge import Badge
from generator.model.opportunity import Opportunity
from generator.model.record import Image
from generator.model.settings import Colours, Settings
from generator.model.social_card import CardFace, SocialCard
from generator.rules.addresses import absolute
from generator.rules.badge_images import is_drawn
from generator.rules.colours import mixed, readable
from generator.views.costs import cost_summary
from generator.views.dates import schedule_words
from generator.views.here import Here
from generator.views.labels import KINDS, label
from generator.views.state import state_of
from generator.views.wheres import where_words

_WHITE = "#ffffff"
_OWN_COLOURS = Colours("#0b5d5e", "#a34a1c")
"""The theme's, as tokens.css has them."""
_OFF = ("cancelled", "postponed", "ended")


def site_card(here: Here) -> SocialCard:
    """Return the card of an edition: its first page's, and that of every page without its own."""
    settings = here.settings
    name = settings.name.words(here.language)
    face = _face(here, "", name, (settings.tagline.words(here.language),))
    return _card(here, here.edition.prefix + "card.png", replace(face, site=""))


def page_card(here: Here, kind: str, title: str, details: Iterable[str] = ()) -> SocialCard:
    """Return a card of the page's own, beside it: words alone, and the street of doors."""
    return _card(here, _beside(here, ".png"), _face(here, kind, title, details))


def picture_card(
    here: Here, kind: str, title: str, details: Iterable[str], image: Image | None
) -> SocialCard:
    """Return a card of the page's own with the record's picture, where that can be shown."""
    if image is None or image.file not in here.place.pictures:
        return page_card(here, kind, title, details)
    card = _card(here, _beside(here, ".jpg"), _face(here, kind, title, details))
    return replace(card, image=image.file)


def logo_card(
    here: Here, kind: str, title: str, details: Iterable[str], logo: Image | None
) -> SocialCard:
    """Return a card of the page's own with a logo, of which nothing is cut off."""
    if logo is None or logo.file not in here.place.pictures:
        return page_card(here, kind, title, details)
    return replace(page_card(here, kind, title, details), image=logo.file)


def opportunity_card(here: Here, opportunity: Opportunity) -> SocialCard:
    """Return an opportunity's card: when, where and what it costs, as far as that is fixed."""
    state = state_of(here, opportunity)
    when = state.words if state.code in _OFF else schedule_words(here, opportunity)
    where = [said.words for said in where_words(here, opportunity)[:1]]
    cost = cost_summary(here, opportunity.costs) if opportunity.cost else ""
    return picture_card(
        here,
        label(here, KINDS, opportunity.kind),
        opportunity.title.words(here.language),
        (when, " · ".join(filter(None, (*where, cost)))),
        opportunity.image,
    )


def badge_card(here: Here, badge: Badge) -> SocialCard:
    """Return a badge's card, which shows its picture, drawn or its own."""
    layer = here.place.taxonomy.term("layers", badge.layer)
    issuer = here.place.organisations.get(badge.issuer)
    kind = [here.say("Badge"), layer.label.words(here.language) if layer else ""]
    by = here.say("Issued by {issuer}", issuer=here.said(issuer.title)) if issuer else ""
    title = badge.title.words(here.language)
    card = page_card(here, " · ".join(filter(None, kind)), title, (by,))
    own = badge.image.file if badge.image and not is_drawn(badge, here.place) else ""
    return replace(card, badge=badge.id, image=own)


def place_colour(settings: Settings) -> str:
    """Return the place's colour, or the theme's, in a shade on which white can be read."""
    primary = settings.colours.primary if settings.colours else ""
    return readable(primary or _OWN_COLOURS.primary, _WHITE)


def _face(here: Here, kind: str, title: str, details: Iterable[str]) -> CardFace:
    colours = here.settings.colours or _OWN_COLOURS
    ground = place_colour(here.settings)
    return CardFace(
        kind=kind,
        title=title,
        details=tuple(filter(None, details)),
        site=here.settings.name.words(here.language),
        ground=ground,
        accent=colours.accent or mixed(ground, "#000000", 0.3),
    )


def _card(here: Here, path: str, face: CardFace) -> SocialCard:
    words = filter(None, (face.kind, face.title, *face.details, face.site))
    return SocialCard(absolute(here.settings.url, path), " · ".join(words), path, face)


def _beside(here: Here, suffix: str) -> str:
    return here.path.rpartition("/")[0] + "/card" + suffix
