"""Every output there is. A new one is a file in generator/outputs and a line here."""

from __future__ import annotations

from generator.model.edition import Edition, Later, Output, Produced
from generator.outputs.achievements import achievements
from generator.outputs.badge_classes import badge_classes
from generator.outputs.badge_drawings import badge_drawings
from generator.outputs.badge_paintings import badge_paintings
from generator.outputs.badges import badges
from generator.outputs.calendars import calendars
from generator.outputs.categories import categories
from generator.outputs.data_guide import data_guide
from generator.outputs.data_schemas import data_schemas
from generator.outputs.explore import explore
from generator.outputs.exports import exports
from generator.outputs.feeds import feeds
from generator.outputs.home import home
from generator.outputs.host_files import host_files
from generator.outputs.json_feeds import json_feeds
from generator.outputs.maps import maps
from generator.outputs.neighbourhoods import neighbourhoods
from generator.outputs.notices import notices
from generator.outputs.open_active import open_active_feeds
from generator.outputs.open_referral import open_referral
from generator.outputs.opportunities import opportunities
from generator.outputs.organisations import organisations
from generator.outputs.pathways import pathways
from generator.outputs.pictures import pictures
from generator.outputs.postcodes import postcodes
from generator.outputs.saved import saved
from generator.outputs.security_contact import security_contact
from generator.outputs.signposts import signposts
from generator.outputs.sitemap import sitemap
from generator.outputs.social_cards import social_cards
from generator.outputs.stemmers import stemmers
from generator.outputs.street_map import street_map
from generator.outputs.tab_icon import tab_icon
from generator.outputs.terms import terms
from generator.outputs.touch_icon import touch_icon
from generator.outputs.venues import venues
from generator.outputs.whats_on import whats_on
from generator.outputs.written_pages import written_pages
from generator.pipeline import Making
from generator.ports import CalendarWriter, Gazetteer, MapShell, Painter, Ports, Stemmer


def outputs(
    shell: MapShell,
    writer: CalendarWriter,
    painter: Painter,
    stemmer: Stemmer,
    gazetteer: Gazetteer,
) -> tuple[Output, ...]:
    """Return every output there is, in the order in which they are asked.

    ``shell`` draws maps, ``writer`` writes calendar files, ``painter`` paints badges and icons,
    ``stemmer`` knows what words come down to, ``gazetteer`` where postcodes are.
    """
    return (
        explore(stemmer),  # first: nothing else takes half as long
        home,
        opportunities,
        badges(stemmer),
        organisations,
        venues,
        pathways(stemmer),
        neighbourhoods,
        terms,
        whats_on,
        saved,
        stemmers(stemmer),
        postcodes(gazetteer),
        maps(shell),
        categories,
        written_pages,
        notices,
        data_guide,
        signposts,
        badge_drawings,
        badge_paintings(painter),
        pictures,
        street_map,
        tab_icon,
        touch_icon(painter),
        achievements,
        badge_classes,
        calendars(writer),
        feeds,
        json_feeds,
        exports,
        data_schemas,
        open_referral,
        open_active_feeds,
        security_contact,
        host_files,
    )


AT_ONCE = frozenset({
    home, opportunities, organisations, venues, neighbourhoods, terms, categories, written_pages,
    notices, data_guide, signposts, host_files,
})  # fmt: skip
"""Outputs that name their pages quickly, of which there may be many: drawing those is shared out.
All others take long, or draw few pages, and each is asked as a whole beside the drawing."""


AT_HAND = frozenset({pictures, badge_drawings, street_map, tab_icon, achievements, badge_classes})
"""Outputs that are quick as a whole: whoever serves a place asks them as well for a single file."""


def quick(ports: Ports) -> tuple[Output, ...]:
    """Return the outputs of which a file is sooner made than waited for until it is published."""
    every = outputs(ports.maps, ports.calendars, ports.painter, ports.stemmer, ports.gazetteer)
    catalogues = (badges(ports.stemmer), pathways(ports.stemmer))
    return (*(output for output in every if output in AT_ONCE | AT_HAND), *catalogues)


def making(ports: Ports) -> Making:
    """Return what a site is made of, with the adapters that draw, paint and write it."""
    every = outputs(ports.maps, ports.calendars, ports.painter, ports.stemmer, ports.gazetteer)
    return Making(
        tuple(
            output if output in AT_ONCE else put_off(output, f"output {number}")
            for number, output in enumerate(every)
        ),
        (social_cards(ports.painter),),
        (sitemap,),
    )


def put_off(output: Output, name: str) -> Output:
    """Return an output that is asked as a whole, when pages are drawn."""

    def later(edition: Edition) -> Produced:
        return Produced(later=(Later(f"{name} {edition.language}", output, edition),))

    return later
