from __future__ import annotations

from generator.model.badge import Requirement
from generator.model.entries import WhereEntry
from generator.model.pathway import Option, Step
from generator.rules.backlinks import backlinks, neighbourhood_links, points
from tests.support.places import a_badge, a_pathway, a_venue, an_opportunity, en


def test_links_are_seen_from_the_far_end_in_order_of_title() -> None:
    records = [
        an_opportunity("zebra", title=en("Zebras"), badges=("one",), topics=("sea",)),
        an_opportunity("ant", title=en("ants"), badges=("one",), topics=("sea",)),
        a_badge("one"),
        a_badge("two", requires=Requirement(some=1, of=("one",)), leads_to=("one",)),
        a_pathway(steps=(Step(choose=1, of=(Option(badge="one"), Option(opportunity="ant"))),)),
    ]

    links = backlinks(points(record, "en") for record in records)

    assert links.run_by == {"makers": ("ant", "zebra")}
    assert links.held_at == {"library": ("ant", "zebra")}
    assert links.earned_in == {"one": ("ant", "zebra")}
    assert links.required_by == {"one": ("two",)}
    assert links.led_to_by == {"one": ("two",)}
    assert links.pathways_of_badge == {"one": ("engineer",)}
    assert links.pathways_of_opportunity == {"ant": ("engineer",)}
    assert links.opportunities_by_term["topics"] == {"sea": ("ant", "zebra")}


def test_record_that_names_a_thing_twice_is_linked_once() -> None:
    where = (WhereEntry(venue="library"), WhereEntry(venue="library"))

    links = backlinks([points(an_opportunity(where=where), "en")])

    assert links.held_at == {"library": ("robotics",)}


def test_neighbourhood_has_what_happens_in_it_and_at_its_venues() -> None:
    opportunities = [
        an_opportunity("at-venue"),
        an_opportunity("in-area", where=(WhereEntry(area="harbour"),)),
        an_opportunity("elsewhere", where=(WhereEntry(url="https://a.example/"),)),
    ]
    venues = [(points(a_venue(), "en"), "harbour"), (points(a_venue("hall"), "en"), "")]

    happening, standing = neighbourhood_links([points(it, "en") for it in opportunities], venues)

    assert happening == {"harbour": ("at-venue", "in-area")}
    assert standing == {"harbour": ("library",)}
