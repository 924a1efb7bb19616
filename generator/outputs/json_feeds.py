"""The feed of new and changed opportunities as JSON Feed 1.1, one for each language.

Outside rule: jsonfeed.org/version/1.1. For those who build a widget or a bot in an afternoon and
have no XML parser at hand; it tells what the Atom feed tells.
"""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.addresses import absolute
from generator.rules.json_text import Json, json_file
from generator.views.data_files import JSON_FEED
from generator.views.feed_entries import FeedEntry, feed_facts

VERSION = "https://jsonfeed.org/version/1.1"


def json_feeds(edition: Edition) -> Produced:
    """Make ``data/feed.json`` of an edition."""
    facts, path = feed_facts(edition), edition.prefix + JSON_FEED
    feed: dict[str, Json] = {
        "version": VERSION,
        "title": facts.title,
        "home_page_url": facts.home,
        "feed_url": absolute(edition.place.settings.url, path),
        "language": facts.language,
        "authors": [{"name": facts.author}],
        "items": [_item(entry) for entry in facts.entries],
    }
    return Produced(artifacts=(Artifact(path, json_file(feed)),))


def _item(entry: FeedEntry) -> Json:
    """Return an item: as text, which no reader of the feed can mistake for markup."""
    item: dict[str, Json] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title.words,
        "content_text": entry.summary.words,
        "date_modified": entry.updated,
    }
    if entry.title.foreign:
        item["language"] = entry.title.language
    if entry.added:
        item["date_published"] = entry.added
    if entry.organisation:
        item["authors"] = [{"name": entry.organisation}]
    if entry.topics:
        item["tags"] = [label for _, label in entry.topics]
    return item
