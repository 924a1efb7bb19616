"""All facets, in the order in which they are offered: a new one is one line here."""

from __future__ import annotations

from generator.views.facets.access import ACCESS, LANGUAGE, SUPPORT
from generator.views.facets.joining import JOIN, RUN_BY, SPACES
from generator.views.facets.money import COST, HELP, PAID
from generator.views.facets.people import ELIGIBILITY, FOR
from generator.views.facets.subjects import CAREER, EARNS_BADGE, KIND, SKILL, TOPIC
from generator.views.facets.times import AGE, BY_DAY
from generator.views.facets.wheres import MODE, NEIGHBOURHOOD

FACETS = (
    TOPIC,
    KIND,
    COST,
    HELP,
    PAID,
    MODE,
    NEIGHBOURHOOD,
    JOIN,
    SPACES,
    ELIGIBILITY,
    FOR,
    ACCESS,
    SUPPORT,
    LANGUAGE,
    EARNS_BADGE,
    SKILL,
    CAREER,
    RUN_BY,
)
"""What the finder offers with ticks."""

BROWSED = (TOPIC, NEIGHBOURHOOD, BY_DAY, AGE, *(it for it in FACETS if not it.own_pages), SKILL,
           CAREER, RUN_BY)  # fmt: skip
"""What has a page for each answer: all of them, and those that the finder asks otherwise."""
