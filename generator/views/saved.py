"""The saved list: its page, and the cards that the browser fills it with.

What somebody saved is known to their browser alone, so the page holds none of it. The cards stand
on shelves (``generator.rules.shelves``), together with what became of those that are no longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.opportunity import Opportunity
from generator.model.prose import SafeHtml
from generator.model.registry import BADGE, OPPORTUNITY, PATHWAY, Kind
from generator.model.schedule import Occurrence
from generator.rules.json_text import Json, script_json
from generator.views.calendar_events import has_calendar
from generator.views.cards import (
    BadgeCard,
    OpportunityCard,
    RecordCard,
    badge_card,
    opportunity_card,
    pathway_card,
    saving_id,
)
from generator.views.dates import prospect_of
from generator.views.found_facts import foreign, written_in
from generator.views.frame import Frame, frame, unlisted
from generator.views.here import Here
from generator.views.plurals import plural_forms, plural_rule
from generator.views.signposts import kind_named

SAVEABLE: tuple[Kind, ...] = (OPPORTUNITY, BADGE, PATHWAY)
"""The kinds of record that have a Save button."""

MOST_DATES = 4
"""A site is made again long before four dates have passed."""

Rows = dict[str, Json]
"""What stands on the shelves: for each id a card, or what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """What ``saved.html`` is given."""

    frame: Frame
    """What stands around the page."""
    shelves: int
    """How many files the cards are in: ``cards/0.json`` and on, beside the page."""
    pages: str
    """How the root of this language's pages is reached."""
    explore: str
    """Where to find something to save."""
    whats_on: str
    """Where to find something by its day."""
    phrases: SafeHtml
    """JSON of what the list says."""


def saved_page(here: Here, shelves: int) -> SavedPage:
    """Return the page of the saved list. Search engines are asked to leave it out: it is empty."""
    return SavedPage(
        frame=unlisted(frame(here, here.say("Saved"))),
        shelves=shelves,
        pages=here.page(""),
        explore=here.page("explore/"),
        whats_on=here.page("whats-on/"),
        phrases=script_json(_phrases(here)),
    )


def saved_rows(here: Here) -> Rows:
    """Return what can be on anybody's list, with what has moved or is gone."""
    place = here.place
    rows: Rows = {}
    for redirect in place.redirects:
        kind = kind_named(redirect.kind)
        if kind in SAVEABLE:
            rows[saving_id(kind, redirect.old)] = {"moved": saving_id(kind, redirect.new)}
    for gone in place.gone:
        if kind_named(gone.kind) in SAVEABLE:
            rows[saving_id(kind_named(gone.kind), gone.id)] = {"gone": True}
    rows.update(_cards(here))
    return rows


def _cards(here: Here) -> Iterator[tuple[str, Json]]:
    place = here.place
    for identifier, opportunity in place.opportunities.items():
        yield saving_id(OPPORTUNITY, identifier), _opportunity(here, opportunity)
    for identifier, badge in place.badges.items():
        drawn = badge_card(here, badge)
        over = [("ended", here.say("No longer awarded"))] if drawn.retired else []
        facts = [("note", drawn.layer.words), ("by", drawn.issuer.words)]
        kind = here.say("Badge")
        yield saving_id(BADGE, identifier), _row(here, drawn, kind, [*facts], over)
    for identifier, pathway in place.pathways.items():
        led = pathway_card(here, pathway)
        facts = [("note", led.note)]
        row = _row(here, led, here.say("Pathway"), facts)
        yield saving_id(PATHWAY, identifier), row


def _opportunity(here: Here, opportunity: Opportunity) -> Json:
    card = opportunity_card(here, opportunity)
    facts = [
        ("where", ", ".join(name.words for name in card.where)),
        ("cost", card.cost),
        ("ages", card.ages),
        ("by", card.organisation.words),
    ]
    state = [(card.state.code, card.state.words)] if card.state.words else []
    row = _row(here, card, card.kind, facts, state)
    dates = prospect_of(here, opportunity).joinable[:MOST_DATES]
    if dates:
        row["dates"] = [_date(here, date) for date in dates]
    if card.anytime:
        row["when"] = here.say("At any time")
    if has_calendar(opportunity) and card.state.code != "ended":
        row["calendar"] = True
    return row


def _row(
    here: Here,
    card: OpportunityCard | BadgeCard | RecordCard,
    kind: str,
    facts: Iterable[tuple[str, str]],
    state: Iterable[tuple[str, str]] = (),
) -> dict[str, Json]:
    title, summary = card.title, card.summary
    row: dict[str, Json] = {"title": title.words, "summary": summary.words, "kind": kind}
    spoken = {
        "language": foreign(title),
        "summaryLanguage": foreign(summary),
        "text": written_in(here, title),
    }
    row.update({name: words for name, words in (*spoken.items(), *facts) if words})
    for code, words in state:
        row["code"], row["state"] = code, words
    return row


def _date(here: Here, occurrence: Occurrence) -> Json:
    day, clock = here.wording.day(occurrence.start.date()), here.wording.clock
    return [
        f"{day}, {clock(occurrence.start.time())}",
        occurrence.start_at.isoformat(),
        occurrence.end_at.isoformat(),
    ]


def _phrases(here: Here) -> Json:
    """Return what the list says; ``saved.js`` puts numbers and names in."""
    say = here.wording.gettext
    return {
        **plural_rule(here),
        "number": plural_forms(here, "{number} thing.", "{number} things."),
        "sent": plural_forms(
            here, "Somebody sent you {number} thing.", "Somebody sent you {number} things."
        ),
        "lost": plural_forms(
            here,
            "{number} thing of the list is no longer on the site.",
            "{number} things of the list are no longer on the site.",
        ),
        "kept": say("They are on your list now, after what you had saved before."),
        "removed": say("“{title}” is off your list."),
        "deleted": say("Your list is deleted. Nothing of it is left in this browser."),
        "undone": say("Your list is back as it was."),
        "passed": say("The dates that we know of have passed"),
        "gone": say("This is no longer on the site:"),
        "unloaded": say("This could not be loaded. Check your connection:"),
        "saved": say("The calendar file is ready."),
        "missing": plural_forms(
            here,
            "The calendar file is ready, but {number} could not be loaded.",
            "The calendar file is ready, but {number} could not be loaded.",
        ),
        "dateless": say("Nothing on this list has dates for a calendar."),
        "calendar": say("Saved in {place}").format(place=here.settings.name.words(here.language)),
    }
