"""Rows for the finder of pathways."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fact, Findable, ResultCard, WordField
from generator.model.pathway import Option, Pathway
from generator.model.registry import PATHWAY
from generator.model.text import Text
from generator.views.cards import pathway_card
from generator.views.facets.offering import reader_of
from generator.views.facets.pathways import PATHWAY_FACETS, step_count
from generator.views.found_facts import foreign, names_fact, written_in
from generator.views.found_words import spoken, term_words
from generator.views.here import Here


def findable_pathways(here: Here) -> tuple[Findable, ...]:
    """Return a row for each pathway that may be listed."""
    place = here.place
    answers_of = reader_of(place, PATHWAY_FACETS)
    return tuple(
        Findable(
            id=pathway.id,
            card=_card(here, pathway),
            words=tuple(_words(here, pathway)),
            facets=answers_of(pathway),
            checked=pathway.checked_on,
        )
        for pathway in place.pathways.values()
        if place.listed(PATHWAY.name, pathway.id)
    )


def _words(here: Here, pathway: Pathway) -> Iterator[tuple[WordField, str]]:
    """Yield what may match. What is at the end is what people ask for, so it weighs as a topic."""
    language = here.language
    yield WordField.TITLE, spoken(pathway.title)
    if pathway.destination:
        yield WordField.TOPIC, spoken(pathway.destination.title)
    for words in term_words(here, "topics", pathway.topics):
        yield WordField.TOPIC, words
    for scheme, identifiers in (("careers", pathway.careers), ("skills", pathway.skills)):
        for words in term_words(here, scheme, identifiers):
            yield WordField.SKILL, words
    owner = here.place.organisations.get(pathway.owner)
    if owner:
        yield WordField.ORGANISATION, spoken(owner.title)
    yield WordField.SUMMARY, pathway.summary.words(language)
    yield WordField.SUMMARY, pathway.goal.words(language)
    yield WordField.BODY, pathway.audience.words(language)
    for step in pathway.steps:
        for option in step.options:
            yield WordField.BODY, _step_words(here, option).words(language)
    yield WordField.BODY, pathway.chosen_body(language)[1].text


def _step_words(here: Here, option: Option) -> Text:
    place = here.place
    record = place.opportunities.get(option.opportunity) or place.badges.get(option.badge)
    return record.title if record else option.text


def _card(here: Here, pathway: Pathway) -> ResultCard:
    card = pathway_card(here, pathway)
    destination = pathway.destination
    number = step_count(here.place, pathway)
    facts = (
        Fact("text", written_in(here, card.title)),
        Fact("kind", card.note),
        names_fact("end", (here.said(destination.title),) if destination else ()),
        Fact("steps", here.count("{number} step", "{number} steps", number)),
    )
    return ResultCard(
        title=card.title.words,
        path=PATHWAY.page(pathway.id),
        summary=card.summary.words,
        facts=tuple(fact for fact in facts if fact.words),
        language=foreign(card.title),
        summary_language=foreign(card.summary),
    )
