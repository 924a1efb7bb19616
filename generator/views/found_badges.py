"""Rows for the finder of badges: those that somebody can still earn."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.badge import Badge
from generator.model.finding import Fact, Findable, ResultCard, Suggestion, WordField
from generator.model.registry import BADGE
from generator.rules.badge_images import shown_image_address
from generator.views.cards import badge_card, opportunity_count
from generator.views.facets.badges import BADGE_FACETS, earned_here
from generator.views.facets.offering import reader_of
from generator.views.found_facts import foreign, names_fact, written_in
from generator.views.found_words import spoken, term_words
from generator.views.here import Here


def findable_badges(here: Here) -> tuple[Findable, ...]:
    """Return a row for each badge that is still awarded."""
    place = here.place
    answers_of = reader_of(place, BADGE_FACETS)
    return tuple(
        Findable(
            id=badge.id,
            card=_card(here, badge),
            words=tuple(_words(here, badge)),
            facets=answers_of(badge),
            checked=badge.checked_on,
        )
        for badge in place.badges.values()
        if badge.status == "live" and place.listed(BADGE.name, badge.id)
    )


def retired_badges(here: Here) -> tuple[str, ...]:
    """Return the badges that are no longer awarded and may be listed, by title."""
    place = here.place
    held = [
        (here.order(badge.title.words(here.language)), badge.id)
        for badge in place.badges.values()
        if badge.status == "retired" and place.listed(BADGE.name, badge.id)
    ]
    return tuple(identifier for _, identifier in sorted(held))


def retired_suggestions(here: Here) -> Iterator[Suggestion]:
    """Yield a way to each badge that is no longer awarded, for whoever types its name."""
    for identifier in retired_badges(here):
        title = here.place.badges[identifier].title.words(here.language)
        yield Suggestion("retired", title, BADGE.page(identifier))


def _words(here: Here, badge: Badge) -> Iterator[tuple[WordField, str]]:
    """Yield what may match. What a badge is of, as “taking part”, is too common to weigh much."""
    yield WordField.TITLE, spoken(badge.title)
    for words in term_words(here, "topics", badge.topics):
        yield WordField.TOPIC, words
    for scheme, identifiers in (("skills", badge.skills), ("careers", badge.careers)):
        for words in term_words(here, scheme, identifiers):
            yield WordField.SKILL, words
    issuer = here.place.organisations.get(badge.issuer)
    if issuer:
        yield WordField.ORGANISATION, spoken(issuer.title)
    yield WordField.SUMMARY, badge.summary.words(here.language)
    for criterion in badge.criteria:
        yield WordField.BODY, criterion.words(here.language)
    for words in term_words(here, "layers", (badge.layer,)):
        yield WordField.BODY, words
    yield WordField.BODY, badge.chosen_body(here.language)[1].text


def _card(here: Here, badge: Badge) -> ResultCard:
    card = badge_card(here, badge)
    awarding = len(earned_here(here.place, badge.id))
    count = opportunity_count(here, awarding)
    facts = (
        Fact("text", written_in(here, card.title)),
        names_fact("layer", (card.layer,)),
        names_fact("organisation", (card.issuer,)),
        Fact("earn", here.say("Earn it here: {count}", count=count) if awarding else ""),
    )
    return ResultCard(
        title=card.title.words,
        path=BADGE.page(badge.id),
        summary=card.summary.words,
        facts=tuple(fact for fact in facts if fact.words),
        language=foreign(card.title),
        summary_language=foreign(card.summary),
        image=shown_image_address(badge, here.place, here.language),
    )
