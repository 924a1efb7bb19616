"""The words that find a record: its own texts, and what stands for it in a learner's head."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import WordField
from generator.model.opportunity import Opportunity
from generator.model.registry import BADGE
from generator.model.taxonomy import TaxonomyTerm
from generator.model.text import Text
from generator.rules.costs import CostKind, cost_kind
from generator.views.here import Here
from generator.views.labels import KINDS, label

Words = Iterator[tuple[WordField, str]]


def spoken(text: Text) -> str:
    """Return a text in every language that it is given in: people mix them."""
    return " ".join(words for _, words in text.spoken)


def term_words(here: Here, scheme: str, identifiers: tuple[str, ...]) -> Iterator[str]:
    """Yield what each term is called, and what else people call it."""
    for term in _terms(here, scheme, identifiers):
        yield " ".join((spoken(term.label), *_synonyms(term)))


def words_of(here: Here, opportunity: Opportunity, neighbourhoods: tuple[str, ...]) -> Words:
    """Yield what the finder may match. Names count in every language: people mix them.

    Access and support are left out, for most rows have much of them: a word that half the place has
    narrows nothing. They are filters, and typing “wheelchair” suggests the one that helps.
    """
    place = here.place
    yield WordField.TITLE, spoken(opportunity.title)
    yield WordField.TOPIC, label(here, KINDS, opportunity.kind)
    for scheme, field in (("topics", WordField.TOPIC), ("skills", WordField.SKILL)):
        for term in _terms(here, scheme, getattr(opportunity, scheme)):
            yield field, spoken(term.label)
    organisation = place.organisations.get(opportunity.organisation)
    if organisation:
        yield WordField.ORGANISATION, spoken(organisation.title)
    for identifier in opportunity.venues:
        if identifier in place.venues:
            yield WordField.VENUE, spoken(place.venues[identifier].title)
    for identifier in neighbourhoods:
        yield WordField.VENUE, spoken(place.neighbourhoods[identifier].name)
    yield WordField.SUMMARY, opportunity.summary.words(here.language)
    yield WordField.BODY, opportunity.chosen_body(here.language)[1].text
    for words in dict.fromkeys(_related(here, opportunity)):
        yield WordField.RELATED, words


def _related(here: Here, opportunity: Opportunity) -> Iterator[str]:
    """Yield what it is near to, where it may lead, for whom, in which tongues, and if it is free.

    Each is a text of its own, so that no phrase reaches from one into the next.
    """
    for scheme in ("topics", "skills"):
        for term in _terms(here, scheme, getattr(opportunity, scheme)):
            yield from _synonyms(term)
            for wider in _terms(here, scheme, (term.parent,)):
                yield spoken(wider.label)
    for scheme, held in (("careers", opportunity.careers), ("eligibility", _kept_for(opportunity))):
        for term in _terms(here, scheme, held):
            yield spoken(term.label)
            yield from _synonyms(term)
    yield from _badges(here, opportunity)
    yield from (
        here.wording.language_name(it) for it in opportunity.languages if it != here.language
    )
    if cost_kind(opportunity.costs) is CostKind.FREE:
        yield here.say("Free")


def _badges(here: Here, opportunity: Opportunity) -> Iterator[str]:
    for identifier in opportunity.badges:
        if identifier in here.place.badges and here.place.listed(BADGE.name, identifier):
            yield spoken(here.place.badges[identifier].title)


def _kept_for(opportunity: Opportunity) -> tuple[str, ...]:
    return opportunity.eligible.status if opportunity.eligible else ()


def _terms(here: Here, scheme: str, identifiers: tuple[str, ...]) -> Iterator[TaxonomyTerm]:
    found = (here.place.taxonomy.term(scheme, identifier) for identifier in identifiers)
    yield from (term for term in found if term)


def _synonyms(term: TaxonomyTerm) -> Iterator[str]:
    for _, words in term.synonyms:
        yield from words
