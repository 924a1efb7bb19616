from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from hypothesis import given

from generator.model.life import Life, Standing
from generator.model.place import Place
from generator.outputs.feeds import feeds
from generator.outputs.json_feeds import VERSION, json_feeds
from tests.support.places import a_place, an_opportunity, an_organisation, en, settings
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"

# jsonfeed.org/version/1.1, "Top-level" and "Items": what is required, and of what kind each is
TOP = {"version": str, "title": str, "items": list}
ITEM = {"id": str, "content_text": str}
TOP_ALSO = {"home_page_url": str, "feed_url": str, "language": str, "authors": list}
ITEM_ALSO = {"url": str, "title": str, "date_modified": str, "date_published": str,
             "authors": list, "tags": list, "language": str}  # fmt: skip


def feed(place: Place, language: str = "") -> Any:  # noqa: ANN401 - JSON
    (artifact,) = json_feeds(edition(place, language)).artifacts
    return json.loads(artifact.content)


def assert_members(
    told: dict[str, Any], required: Mapping[str, type], also: Mapping[str, type]
) -> None:
    assert required.keys() <= told.keys() <= required.keys() | also.keys()
    assert {name: type(value) for name, value in told.items()} == {
        name: kind for name, kind in {**required, **also}.items() if name in told
    }


@given(places())
def test_feed_is_a_json_feed(place: Place) -> None:
    made = feed(place)

    assert_members(made, TOP, TOP_ALSO)
    assert made["version"] == VERSION
    for item in made["items"]:
        assert_members(item, ITEM, ITEM_ALSO)
        assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None
        assert all(author["name"] for author in item.get("authors", ()))
    ids = [item["id"] for item in made["items"]]
    assert len(set(ids)) == len(ids)


@given(places())
def test_feed_tells_what_the_atom_feed_tells(place: Place) -> None:
    (atom,) = feeds(edition(place)).artifacts

    items = feed(place)["items"]

    assert atom.content.count(b"<entry>") == len(items)
    for item in items:
        record = place.opportunities[item["id"].rstrip("/").rpartition("/")[2]]
        assert item["title"] == record.title.words("en")
        assert item["content_text"] == record.summary.words("en")


def test_opportunity_says_when_it_came_and_when_it_was_checked() -> None:
    record = an_opportunity(added_on=date(2026, 10, 1), topics=("digital-making",))

    (item,) = feed(a_place(record, an_organisation()))["items"]

    assert item["url"] == item["id"] == f"{SITE}opportunities/robotics/"
    assert item["date_published"] == "2026-10-01T00:00:00Z"
    assert item["date_modified"] == "2026-11-01T00:00:00Z"
    assert item["authors"] == [{"name": "Harbour Makers"}]
    assert item["tags"] == ["Digital making"]


def test_each_edition_has_a_feed_in_its_words_at_its_address() -> None:
    title = en("").of({"en": "Robot", "cy": "Robot cyntaf"})
    place = a_place(an_opportunity(title=title), settings=settings(languages=("en", "cy")))

    made = feed(place, "cy")

    assert made["language"] == "cy"
    assert made["feed_url"] == f"{SITE}cy/data/feed.json"
    assert made["items"][0]["title"] == "Robot cyntaf"


def test_words_in_another_language_than_the_feeds_are_told_to_be() -> None:
    title = en("").of({"en": "Robot", "cy": "Robot cyntaf"})
    records = (an_opportunity("english"), an_opportunity("welsh", title=title))
    place = a_place(*records, settings=settings(languages=("en", "cy")))

    told = {item["title"]: item.get("language") for item in feed(place, "cy")["items"]}
    (atom,) = feeds(edition(place, "cy")).artifacts

    assert told == {"Robot cyntaf": None, "Build your first robot": "en"}
    assert b'<title xml:lang="en">Build your first robot</title>' in atom.content
    assert b"<title>Robot cyntaf</title>" in atom.content


def test_what_is_overdue_or_a_draft_is_left_out() -> None:
    overdue = {("opportunity", "overdue"): Standing(Life.OVERDUE)}

    made = feed(
        a_place(an_opportunity("overdue"), an_opportunity("draft", draft=True), standing=overdue)
    )

    assert made["items"] == []
