"""An Atom feed of new and changed opportunities (RFC 4287), one for each language.

Its dates are those of the records: a build on another day gives the same file.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.said import Said
from generator.rules.addresses import absolute
from generator.rules.xml_text import element, xml_file
from generator.views.data_files import FEED
from generator.views.feed_entries import FeedEntry, FeedFacts, feed_facts

ATOM = "http://www.w3.org/2005/Atom"


def feeds(edition: Edition) -> Produced:
    """Make ``data/feed.atom`` of an edition."""
    path = edition.prefix + FEED
    address = absolute(edition.place.settings.url, path)
    return Produced(artifacts=(Artifact(path, xml_file(_feed(feed_facts(edition), address))),))


def _feed(facts: FeedFacts, address: str) -> Element:
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": facts.language})
    element(feed, "id", address)
    element(feed, "title", facts.title)
    element(feed, "updated", facts.updated)
    element(feed, "link", rel="self", type="application/atom+xml", href=address)
    element(feed, "link", rel="alternate", type="text/html", href=facts.home)
    element(element(feed, "author"), "name", facts.author)
    if facts.licence:
        element(feed, "rights", facts.licence)
    for entry in facts.entries:
        _entry(feed, entry)
    return feed


def _entry(feed: Element, told: FeedEntry) -> None:
    """Add an entry. Its id is the page's permanent address, so readers know it when it changes."""
    entry = element(feed, "entry")
    element(entry, "id", told.url)
    _said(entry, "title", told.title)
    element(entry, "updated", told.updated)
    element(entry, "link", rel="alternate", type="text/html", href=told.url)
    _said(entry, "summary", told.summary)
    if told.organisation:
        element(element(entry, "author"), "name", told.organisation)
    for term, label in told.topics:
        element(entry, "category", term=term, label=label)


def _said(entry: Element, tag: str, said: Said) -> None:
    """Add an author's words, with their language where that is not the feed's."""
    added = element(entry, tag, said.words)
    if said.foreign:
        added.set("xml:lang", said.language)
