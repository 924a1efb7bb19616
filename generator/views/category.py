"""A category page, and the links by which /explore/ offers them all without a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.rules.categories import AGE_BANDS, VALUES, WEEKDAYS, Category
from generator.views.cards import OpportunityCard, opportunity_cards, opportunity_count
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.labels import KINDS, MODES, label, marked
from generator.views.links import Link
from generator.views.people import band_words

FACETS = MappingProxyType({
    "by-day": marked("By day of the week"),
    "kind": marked("By kind"),
    "cost": marked("By cost"),
    "age": marked("By age"),
    "mode": marked("By how it happens"),
})  # fmt: skip

COSTS = MappingProxyType({
    "free": marked("Free for everyone"),
    "free-if-qualifying": marked("Free if you qualify"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The answers to one filter."""

    heading: str
    """The filter, in words."""
    links: tuple[Link, ...]
    """Its answers that something is listed under, with how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryPage:
    """What ``category.html`` is given."""

    frame: Frame
    """What stands around the page."""
    title: str
    """The answer, in words."""
    opportunities: tuple[OpportunityCard, ...]
    """What is listed under it."""
    others: CategoryGroup
    """The other answers to the same filter."""


def category_page(
    here: Here, category: Category, categories: Mapping[Category, tuple[str, ...]]
) -> CategoryPage:
    """Return a category's page; ``categories`` is ``generator.rules.categories.categorised``."""
    title = category_words(here, category)
    explore = Link(here.own(here.say("Explore")), here.page("explore/"))
    name = here.settings.name.words(here.language)
    about = here.say("{category} in {place}", category=title, place=name)
    return CategoryPage(
        frame=frame(here, title, about, trail=(explore,)),
        title=title,
        opportunities=opportunity_cards(here, categories[category]),
        others=_group(here, category.facet, categories, left_out=category),
    )


def category_groups(
    here: Here, categories: Mapping[Category, tuple[str, ...]]
) -> tuple[CategoryGroup, ...]:
    """Return all filters with their answers, for /explore/ without a script."""
    groups = (_group(here, facet, categories) for facet in VALUES)
    return tuple(group for group in groups if group.links)


def category_words(here: Here, category: Category) -> str:
    """Return what a category is called."""
    match category.facet:
        case "by-day":
            return here.wording.weekday(WEEKDAYS.index(category.value))
        case "kind":
            return label(here, KINDS, category.value)
        case "cost":
            return label(here, COSTS, category.value)
        case "age":
            return band_words(here, *AGE_BANDS[category.value])
        case _:
            return label(here, MODES, category.value)


def _group(
    here: Here,
    facet: str,
    categories: Mapping[Category, tuple[str, ...]],
    left_out: Category | None = None,
) -> CategoryGroup:
    links = tuple(
        Link(
            here.own(category_words(here, it)),
            here.page(it.address),
            opportunity_count(here, len(identifiers)),
        )
        for it, identifiers in categories.items()
        if it.facet == facet and it != left_out
    )
    return CategoryGroup(label(here, FACETS, facet), links)
