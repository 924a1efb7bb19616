from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree as ET

from hypothesis import given

from generator.model.life import Life, Standing
from generator.model.place import Place
from generator.outputs.feeds import feeds
from generator.views.feed_entries import MOST_ENTRIES, NEVER
from tests.support.places import CHECKED, a_place, an_opportunity, an_organisation, en, settings
from tests.support.random_places import places
from tests.support.wordings import edition

SITE = "https://learning.example.org/avonport/"
ATOM = {"": "http://www.w3.org/2005/Atom"}


def feed(place: Place, language: str = "") -> ET.Element:
    (artifact,) = feeds(edition(place, language)).artifacts
    return ET.fromstring(artifact.content)  # noqa: S314 - our own output


def told(element: ET.Element, name: str) -> str:
    return element.findtext(name, "", ATOM)


def test_newest_comes_first_with_its_permanent_address() -> None:
    older = an_opportunity("older", checked_on=CHECKED - timedelta(days=9))
    newer = an_opportunity("newer", topics=("digital-making",))

    made = feed(a_place(older, newer, an_organisation()))

    first, second = made.findall("entry", ATOM)
    assert told(first, "id") == f"{SITE}opportunities/newer/"
    assert told(first, "updated") == "2026-11-01T00:00:00Z"
    assert told(first, "author/name") == "Harbour Makers"
    assert told(second, "id") == f"{SITE}opportunities/older/"
    assert told(made, "updated") == "2026-11-01T00:00:00Z"
    assert [each.attrib for each in first.findall("category", ATOM)] == [
        {"term": "digital-making", "label": "Digital making"}
    ]


def test_feed_names_itself_and_its_site() -> None:
    made = feed(a_place())

    assert told(made, "id") == f"{SITE}data/feed.atom"
    assert {each.attrib["rel"]: each.attrib["href"] for each in made.findall("link", ATOM)} == {
        "self": f"{SITE}data/feed.atom",
        "alternate": SITE,
    }
    assert told(made, "author/name") == "Avonport Learning"


def test_each_edition_has_a_feed_in_its_words() -> None:
    title = en("").of({"en": "Robot", "cy": "Robot cyntaf"})
    place = a_place(an_opportunity(title=title), settings=settings(languages=("en", "cy")))

    made = feed(place, "cy")

    (entry,) = made.findall("entry", ATOM)
    assert told(entry, "title") == "Robot cyntaf"
    assert told(entry, "id") == f"{SITE}cy/opportunities/robotics/"
    assert made.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "cy"


def test_what_is_overdue_or_a_draft_is_left_out() -> None:
    overdue = {("opportunity", "overdue"): Standing(Life.OVERDUE)}

    made = feed(
        a_place(an_opportunity("overdue"), an_opportunity("draft", draft=True), standing=overdue)
    )

    assert made.findall("entry", ATOM) == []


def test_feed_ends_where_nobody_reads_on() -> None:
    many = [an_opportunity(f"club-{number}") for number in range(MOST_ENTRIES + 5)]

    assert len(feed(a_place(*many)).findall("entry", ATOM)) == MOST_ENTRIES


@given(places())
def test_whatever_records_say_comes_back_as_they_said_it(place: Place) -> None:
    made = feed(place)

    for entry in made.findall("entry", ATOM):
        record = place.opportunities[told(entry, "id").rstrip("/").rpartition("/")[2]]
        assert told(entry, "title") == record.title.words("en")
        assert told(entry, "summary") == record.summary.words("en")
        assert date.fromisoformat(told(entry, "updated")[:10]) == (record.checked_on or NEVER)
