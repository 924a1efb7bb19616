"""What feeds tell of new and changed opportunities, whatever the format they tell it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.model.said import Said
from generator.model.text import Text
from generator.rules.addresses import absolute
from generator.views.data_opportunities import opportunity_table
from generator.views.data_table import organisation_name, record_url

MOST_ENTRIES = 50
"""As many as anyone reads; whoever wants all takes the data files."""

NEVER = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One opportunity. ``url``, its page's permanent address, is its id in every feed."""

    url: str
    title: Said
    summary: Said
    updated: str
    added: str
    organisation: str
    topics: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """A feed: what it is called, who stands behind it, and its entries, the newest first."""

    title: str
    home: str
    language: str
    author: str
    licence: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_facts(edition: Edition) -> FeedFacts:
    """Return what an edition's feeds tell. Its dates are those of the records."""
    settings = edition.place.settings
    place = settings.name.words(edition.language)
    title = edition.wording.gettext("New and changed opportunities in {place}")
    newest = _newest(edition)
    return FeedFacts(
        title=title.format(place=place),
        home=absolute(settings.url, edition.prefix),
        language=edition.language,
        author=(settings.contact.name.words(edition.language) if settings.contact else "") or place,
        licence=settings.licence.name if settings.licence else "",
        updated=_moment(newest[0].checked_on if newest else None),
        entries=tuple(_entry(edition, record) for record in newest),
    )


def _newest(edition: Edition) -> list[Opportunity]:
    listed = opportunity_table().listed(edition)
    newest = sorted(listed, key=lambda it: (it.checked_on or NEVER, it.id), reverse=True)
    return newest[:MOST_ENTRIES]


def _entry(edition: Edition, record: Opportunity) -> FeedEntry:
    taxonomy, language = edition.place.taxonomy, edition.language
    found = (taxonomy.term("topics", topic) for topic in record.topics)
    return FeedEntry(
        url=record_url(edition, record),
        title=_said(record.title, language),
        summary=_said(record.summary, language),
        updated=_moment(record.checked_on),
        added=_moment(record.added_on) if record.added_on else "",
        organisation=organisation_name(edition, record.organisation) or "",
        topics=tuple((topic.id, topic.label.words(language)) for topic in found if topic),
    )


def _said(text: Text, language: str) -> Said:
    """Return an author's words, with the language that they are in."""
    spoken, words = text.chosen(language)
    return Said(words, spoken, foreign=bool(words) and spoken != language)


def _moment(day: date | None) -> str:
    return f"{day or NEVER}T00:00:00Z"
