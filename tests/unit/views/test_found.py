from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from generator.model.entries import CostEntry
from generator.model.finding import Findable, When, WordField
from generator.model.life import Life, Standing
from generator.model.opportunity import Opportunity
from generator.model.place import Links
from generator.model.prospect import JoinState, Prospect
from generator.model.schedule import Occurrence, SessionStatus
from generator.model.text import Text
from generator.views.found import findable_ids, findables
from generator.views.here import Here
from tests.support.places import a_place, a_venue, an_opportunity, an_organisation
from tests.support.wordings import edition

START = datetime(2026, 12, 8, 17, 0)


def happening(state: SessionStatus = SessionStatus.RUNNING, weeks: int = 0) -> Occurrence:
    start = START + timedelta(weeks=weeks)
    end = start + timedelta(hours=2)
    return Occurrence(start, end, start.replace(tzinfo=UTC), end.replace(tzinfo=UTC), state=state)


def here(
    opportunity: Opportunity, prospect: Prospect, life: Life = Life.CHECKED, **links: object
) -> Here:
    place = a_place(
        opportunity,
        an_organisation(),
        a_venue(),
        prospects={opportunity.id: prospect},
        standing={("opportunity", opportunity.id): Standing(life)},
        links=Links(**links),  # type: ignore[arg-type] # any of its fields
    )
    return Here(edition(place), "explore/")


def only(found: tuple[Findable, ...]) -> Findable:
    [row] = found
    return row


JOINABLE = Prospect(JoinState.JOINABLE, (happening(), happening(weeks=1)), (happening(),))


def test_only_what_a_newcomer_can_come_to_counts_as_a_meeting() -> None:
    row = only(findables(here(an_opportunity(), JOINABLE)))

    assert row.when is When.DATED
    assert [meeting.start for meeting in row.meetings] == [START]


@pytest.mark.parametrize("state", [JoinState.CLOSED, JoinState.ENDED])
def test_what_nobody_can_join_any_more_is_not_found(state: JoinState) -> None:
    assert findable_ids(here(an_opportunity(), Prospect(state, (happening(),)))) == ()


def test_what_has_left_the_lists_is_not_found() -> None:
    assert findables(here(an_opportunity(), JOINABLE, Life.OVERDUE)) == ()


def test_what_is_full_is_found_on_the_days_it_goes_on() -> None:
    full = Prospect(
        JoinState.FULL, (happening(SessionStatus.FULL), happening(SessionStatus.CANCELLED, 1))
    )

    row = only(findables(here(an_opportunity(), full)))

    assert [meeting.start for meeting in row.meetings] == [START]
    assert ("state", "Full") in [(fact.kind, fact.words) for fact in row.card.facts]


@pytest.mark.parametrize(
    ("state", "when"),
    [(JoinState.ANYTIME, When.ANYTIME), (JoinState.NOT_SCHEDULED, When.UNDATED)],
)
def test_what_has_no_dates_says_why(state: JoinState, when: When) -> None:
    assert only(findables(here(an_opportunity(), Prospect(state)))).when is when


def test_enrolment_closes_with_the_day() -> None:
    course = an_opportunity(enrol_by=date(2026, 12, 1))

    assert only(findables(here(course, JOINABLE))).closes == datetime(2026, 12, 1, 23, 59)


def test_what_is_full_stays_when_its_enrolment_is_over() -> None:
    course = an_opportunity(enrol_by=date(2026, 12, 1))

    assert only(findables(here(course, Prospect(JoinState.FULL)))).closes is None


def test_free_for_those_who_qualify_is_not_free() -> None:
    costs = (CostEntry(free=True, whom=("carer",)), CostEntry(amount=Decimal(4)))

    row = only(findables(here(an_opportunity(cost=costs), JOINABLE)))

    assert dict(row.facets)["cost"] == ("free-if-qualifying",)
    assert row.least == 400
    assert (WordField.RELATED, "Free") not in row.words


def test_titles_are_found_in_every_language_and_shown_in_one() -> None:
    title = Text.of({"en": "Football", "cy": "Pêl-droed"})

    row = only(findables(here(an_opportunity(title=title), JOINABLE)))

    assert dict(row.words)[WordField.TITLE] == "Football Pêl-droed"
    assert row.card.title == "Football"


def test_the_word_free_finds_what_is_free_for_everyone() -> None:
    row = only(findables(here(an_opportunity(cost=(CostEntry(free=True),)), JOINABLE)))

    assert (WordField.RELATED, "Free") in row.words


def test_a_kind_is_a_word_as_well() -> None:
    row = only(findables(here(an_opportunity(kind="volunteering"), JOINABLE)))

    assert (WordField.TOPIC, "Volunteering") in row.words
