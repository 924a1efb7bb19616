"""What stands on each page's social card, and what the page says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from generator.model.life import Life, Standing
from generator.model.picture import Picture
from generator.model.place import Place
from generator.model.prospect import Prospect
from generator.model.record import Image
from generator.model.schedule import (
    ByDay,
    Every,
    Frequency,
    Occurrence,
    Recurrence,
    Schedule,
    Session,
)  # fmt: skip
from generator.model.settings import Colours
from generator.model.status import OpportunityStatus
from generator.rules.colours import TEXT_CONTRAST, contrast
from generator.views.frame import frame
from generator.views.here import Here
from generator.views.pathway import pathway_page
from generator.views.social_cards import badge_card, opportunity_card, page_card, site_card
from tests.support.places import (
    a_badge,
    a_pathway,
    a_place,
    a_venue,
    an_opportunity,
    an_organisation,
    en,
    settings,
)  # fmt: skip
from tests.support.wordings import edition

LONDON = ZoneInfo("Europe/London")
TUESDAYS = Recurrence(
    Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),)), date(2026, 9, 1)
)
FRIDAYS = Recurrence(
    Every(Frequency.WEEKLY, time(9), time(10), by_day=(ByDay(4),)), date(2026, 9, 4)
)
PICTURE = Picture(b"pixels", ".png", 3, 2)


def here(place: Place, address: str = "opportunities/robotics/", language: str = "") -> Here:
    return Here(edition(place, language), address)


def a_session(start: datetime, end: datetime) -> Session:
    return Session(start, end)


def details(schedule: Schedule) -> tuple[str, ...]:
    opportunity = an_opportunity(schedule=schedule)
    return opportunity_card(here(a_place(opportunity)), opportunity).face.details


def seen_on(day: int) -> Prospect:
    start, end = datetime(2026, 12, day, 17), datetime(2026, 12, day, 19)
    at = Occurrence(start, end, start.replace(tzinfo=LONDON), end.replace(tzinfo=LONDON))
    return Prospect(upcoming=(at,), joinable=(at,))


def test_schedule_is_said_in_words_that_stay_true_from_week_to_week() -> None:
    opportunity = an_opportunity(schedule=Schedule(entries=(TUESDAYS,)))
    place = a_place(opportunity)

    cards = {
        opportunity_card(here(replace(place, prospects={"robotics": prospect})), opportunity)
        for prospect in (seen_on(1), seen_on(8), seen_on(15))
    }

    assert [card.face.details[0] for card in cards] == ["Every 1, 17:00 to 19:00"]


def test_one_date_is_told_with_its_hours() -> None:
    day = a_session(datetime(2026, 12, 5, 16, 30), datetime(2026, 12, 5, 19))

    assert details(Schedule(entries=(day,)))[0] == "2026-12-05, 16:30 to 19:00"


def test_several_dates_are_told_as_the_first_and_the_last() -> None:
    days = [a_session(datetime(2026, 12, day, 10), datetime(2026, 12, day, 12)) for day in (9, 2)]

    assert details(Schedule(entries=tuple(days)))[0] == "2026-12-02 to 2026-12-09"


def test_two_sessions_of_one_day_are_one_date() -> None:
    day = [a_session(datetime(2026, 12, 2, at), datetime(2026, 12, 2, at + 1)) for at in (10, 14)]

    assert details(Schedule(entries=tuple(day)))[0] == "2026-12-02, 10:00 to 15:00"


def test_second_rhythm_is_not_kept_quiet() -> None:
    said = details(Schedule(entries=(TUESDAYS, FRIDAYS)))[0]

    assert said == "Every 1, 17:00 to 19:00, and at other times"


def test_what_can_be_done_at_any_time_says_so() -> None:
    assert details(Schedule(anytime=True))[0] == "At any time"


def test_what_will_not_take_place_says_that_and_no_date() -> None:
    opportunity = an_opportunity(
        schedule=Schedule(entries=(TUESDAYS,)), status=OpportunityStatus.CANCELLED
    )
    place = a_place(opportunity, standing={("opportunity", "robotics"): Standing(Life.CHECKED)})

    face = opportunity_card(here(place), opportunity).face

    assert face.details[0] == "Cancelled"
    assert "17:00" not in " ".join(face.details)


def test_picture_of_a_pathway_is_on_its_page_and_on_its_card() -> None:
    pathway = a_pathway(image=Image("images/bench.jpg", en("A bench"), en("A. Team")))
    place = a_place(pathway, pictures={"images/bench.jpg": PICTURE})

    page = pathway_page(here(place, "pathways/engineer/"), pathway)

    assert page.image is not None
    assert page.image.alt.words == "A bench"
    assert page.frame.sharing.card is not None
    assert (page.frame.sharing.card.image, page.frame.sharing.card.path) == (
        "images/bench.jpg",
        "pathways/engineer/card.jpg",
    )


def test_picture_of_one_s_own_is_on_the_card_only_while_it_may_be_shown() -> None:
    opportunity = an_opportunity(image=Image("images/robots.jpg", en("Robots")))
    place = a_place(opportunity, pictures={"images/robots.jpg": PICTURE})

    shown = opportunity_card(here(place), opportunity)
    hidden = opportunity_card(here(replace(place, pictures={})), opportunity)

    assert (shown.image, shown.path) == ("images/robots.jpg", "opportunities/robotics/card.jpg")
    assert (hidden.image, hidden.path) == ("", "opportunities/robotics/card.png")


def test_badge_s_card_shows_its_own_picture_or_the_drawn_one() -> None:
    badge = a_badge(image=Image("images/robot.png", en("A robot")))
    place = a_place(badge, pictures={"images/robot.png": PICTURE})
    at = here(place, "badges/robotics-1/")

    assert badge_card(at, badge).image == "images/robot.png"
    drawn = badge_card(at, replace(badge, image=None))
    assert (drawn.image, drawn.badge) == ("", "robotics-1")


def test_hidden_venue_tells_no_card_where_it_is() -> None:
    venue = a_venue(
        "flat", title=en("Safe flat"), address="1 Secret Lane", postcode="YO21 1AE",
        location_shown="hidden",
    )  # fmt: skip

    assert "Secret" not in page_card(here(a_place(venue), "venues/flat/"), "Venue", "Flat").alt


def test_alternative_text_says_all_that_stands_on_the_card() -> None:
    opportunity = an_opportunity(schedule=Schedule(entries=(TUESDAYS,)), title=en("Robots <3"))
    card = opportunity_card(here(a_place(opportunity)), opportunity)

    face = card.face
    assert all(words in card.alt for words in (face.kind, face.title, *face.details, face.site))


def test_card_lies_beside_its_page_in_each_language() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    paths = [page_card(here(place, "about/", tag), "", "About").path for tag in ("en", "cy")]

    assert paths == ["about/card.png", "cy/about/card.png"]
    assert site_card(here(place, "about/", "cy")).path == "cy/card.png"


def test_address_is_absolute_below_the_place_s_own() -> None:
    card = site_card(here(a_place()))

    assert card.url == settings().url + "card.png"


@pytest.mark.parametrize("primary", ["#ffcc00", "#0b5d5e", "#ffffff"])
def test_white_can_be_read_on_any_place_s_colour(primary: str) -> None:
    card = site_card(here(a_place(settings=settings(colours=Colours(primary)))))

    assert contrast(card.face.ground, "#ffffff") >= TEXT_CONTRAST


@pytest.mark.parametrize(
    ("language", "nation", "locale"),
    [
        ("en", "england", "en_GB"),
        ("cy", "wales", "cy_GB"),
        ("pt-BR", "wales", "pt_BR"),
        ("zh-Hant", "scotland", "zh_GB"),
        ("en", "other", ""),
    ],
)
def test_locale_names_language_and_country_or_nothing(
    language: str, nation: str, locale: str
) -> None:
    place = a_place(settings=settings(languages=(language,), nation=nation))

    assert frame(here(place), "Title").sharing.locale == locale


def test_record_is_an_article_and_a_list_is_not() -> None:
    place = a_place(an_organisation())

    kinds = [frame(here(place), "Title", record=record).sharing.type for record in ("", "makers")]

    assert kinds == ["website", "article"]
