"""An Atom feed of new and changed opportunities (RFC 4287), one for each language.

Its dates are those of the records: a build on another day gives the same file.
"""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.opportunity import Opportunity
from generator.rules.addresses import absolute
from generator.rules.xml_text import element, xml_file
from generator.views.data_files import FEED
from generator.views.data_opportunities import opportunity_table
from generator.views.data_table import record_url, words

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 50
"""As many as anyone reads; whoever wants all takes the data files."""

NEVER = date(1970, 1, 1)


def feeds(edition: Edition) -> Produced:
    """Make ``data/feed.atom`` of an edition."""
    listed = opportunity_table().listed(edition)
    newest = sorted(listed, key=lambda it: (it.checked_on or NEVER, it.id), reverse=True)
    content = xml_file(_feed(edition, newest[:MOST_ENTRIES]))
    return Produced(artifacts=(Artifact(edition.prefix + FEED, content),))


def _feed(edition: Edition, newest: list[Opportunity]) -> Element:
    settings, gettext = edition.place.settings, edition.wording.gettext
    address = absolute(settings.url, edition.prefix + FEED)
    place = settings.name.words(edition.language)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": edition.language})
    element(feed, "id", address)
    title = gettext("New and changed opportunities in {place}").format(place=place)
    element(feed, "title", title)
    element(feed, "updated", _moment(newest[0].checked_on if newest else None))
    element(feed, "link", rel="self", type="application/atom+xml", href=address)
    home = absolute(settings.url, edition.prefix)
    element(feed, "link", rel="alternate", type="text/html", href=home)
    author = element(feed, "author")
    contact = settings.contact.name.words(edition.language) if settings.contact else ""
    element(author, "name", contact or place)
    if settings.licence:
        element(feed, "rights", settings.licence.name)
    for record in newest:
        _entry(feed, edition, record)
    return feed


def _entry(feed: Element, edition: Edition, record: Opportunity) -> None:
    """Add an entry. Its id is the page's permanent address, so readers know it when it changes."""
    taxonomy, language = edition.place.taxonomy, edition.language
    entry = element(feed, "entry")
    address = record_url(edition, record)
    element(entry, "id", address)
    element(entry, "title", record.title.words(language))
    element(entry, "updated", _moment(record.checked_on))
    element(entry, "link", rel="alternate", type="text/html", href=address)
    element(entry, "summary", record.summary.words(language))
    organisation = edition.place.organisations.get(record.organisation)
    if organisation:
        element(element(entry, "author"), "name", words(edition, organisation.title) or "")
    for identifier in record.topics:
        topic = taxonomy.term("topics", identifier)
        if topic:
            element(entry, "category", term=topic.id, label=topic.label.words(language))


def _moment(day: date | None) -> str:
    return f"{day or NEVER}T00:00:00Z"
