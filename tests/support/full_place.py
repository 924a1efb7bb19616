"""A place in which every field of every record holds something, for tests of whole pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from generator.model.ages import AgeAt, AgeRange, SchoolYears
from generator.model.badge import (
    Account,
    Alignment,
    Badge,
    Endorsement,
    Evidence,
    Issued,
    Quality,
    Requirement,
)
from generator.model.entries import CostEntry, WhereEntry
from generator.model.life import Life, Standing
from generator.model.location import Location
from generator.model.money import CostPer, Pay, PayPer
from generator.model.notices import Privacy, Statement
from generator.model.opportunity import Booking, Eligibility, Opportunity, Programme
from generator.model.organisation import Assurance, Organisation, Safeguarding
from generator.model.pathway import Destination, Option, Pathway, Step
from generator.model.picture import Picture
from generator.model.place import Gone, Links, Neighbourhood, Place, Redirect
from generator.model.problem import Mark
from generator.model.prose import InternalLink, Prose
from generator.model.prospect import Prospect
from generator.model.record import Contact, Image, Level, Provenance, Record
from generator.model.schedule import (
    ByDay,
    Cancellation,
    During,
    Every,
    Frequency,
    Recurrence,
    Schedule,
    Session,
    SessionStatus,
)
from generator.model.settings import (
    Basemap,
    Colours,
    Concern,
    Feedback,
    Licence,
    Logo,
    Settings,
)
from generator.model.status import OpportunityStatus
from generator.model.text import NO_TEXT, Text
from generator.model.venue import Venue
from generator.rules.joining import JoinTerms, next_joinable
from tests.support.places import (
    a_badge,
    a_neighbourhood,
    a_pathway,
    a_place,
    a_venue,
    a_written_page,
    an_opportunity,
    an_organisation,
    en,
    settings,
)

TODAY = date(2026, 11, 20)
BOTH = Text((("en", "Bring a coat"), ("cy", "Dewch â chot")))
PICTURES = {
    f"images/{name}.png": Picture(name.encode(), ".webp", 640, 360)
    for name in ("robots", "logo", "logo-dark", "funder", "badge")
}
BODY = (
    (
        "en",
        Prose(
            ('<p>You build it <a href="', '">step by step</a>.</p>'),
            (InternalLink("/badges/robotics-1/#how", Mark("robotics.md")),),
            "You build it step by step.",
        ),
    ),
)


def full_settings(**given: object) -> Settings:
    usual: dict[str, object] = {
        "languages": ("en", "cy"),
        "tagline": en("Learning on your doorstep"),
        "colours": Colours("#0b5d5e", "#c8553d"),
        "logo": Logo("images/logo.png", en("Avonport Council"), "images/logo-dark.png"),
        "nation": "wales",
        "demonstration": True,
        "feedback": Feedback(email="changes@example.org"),
        "concern": Concern("https://example.org/concern", "01633 000001", en("Ring 999.")),
        "licence": Licence("OGL-UK-3.0", "https://example.org/licence", en("Avonport Learning")),
        "attributions": (en("© OpenStreetMap contributors"),),
        "basemap": Basemap("https://{s}.tiles.example.org/{z}/{x}/{y}.png", en("© Tiles")),
        "statement": Statement(
            "partially",
            date(2026, 9, 1),
            en("With a keyboard and two screen readers."),
            (en("The map has no street names."),),
            "access@example.org",
            en("The regulator"),
            "https://example.org/regulator",
        ),
        "privacy": Privacy(
            en("Avonport Council"), en("dpo@example.org"), en("A static host"), en("Wales"), 7
        ),
        "support_label": en("ALN"),
    }
    return settings(**{**usual, **given})


def full_place(**given: object) -> Place:
    """Return the whole place; anything of it may be given by name instead."""
    records: tuple[Record | Neighbourhood, ...] = (
        _robotics(),
        *_in_every_state(),
        _badge(),
        a_badge("robotics-0", title=en("Robotics 0"), layer="engage"),
        a_badge("robotics-2", title=en("Robotics 2"), status="retired", replaced_by="robotics-1"),
        a_badge("soldering", title=en("Soldering"), topics=("digital-making",)),
        _organisation(),
        _venue(),
        a_venue("hidden", title=en("A safe house"), location_shown="hidden"),
        a_venue("hall", title=en("Harbour Hall"), location_shown="area", neighbourhood="harbour"),
        _pathway(),
        a_written_page("about", body=BODY, summary=en("Who we are.")),
        a_written_page("how-it-works", title=en("How it works"), body=BODY),
        a_neighbourhood("harbour", name=Text((("en", "Harbour"), ("cy", "Yr Harbwr")))),
    )
    place = a_place(*records, settings=full_settings(), pictures=PICTURES)
    filled: dict[str, object] = {
        "prospects": {key: _prospect(place, it) for key, it in place.opportunities.items()},
        "standing": _standing(),
        "links": _links(),
        "gone": (Gone("opportunity", "withdrawn-thing"),),
        "redirects": (Redirect("opportunity", "robots", "robotics"),),
    }
    return replace(place, **{**filled, **given})  # type: ignore[arg-type] # any field


def _robotics() -> Opportunity:
    tuesday = Every(Frequency.WEEKLY, time(17), time(19), by_day=(ByDay(1),))
    recurrence = Recurrence(
        tuesday,
        date(2026, 9, 8),
        date(2027, 7, 20),
        During.ALL_YEAR,
        (Cancellation(date(2026, 12, 22), en("Closed for Christmas")),),
        note=BOTH,
    )
    session = Session(
        datetime(2026, 11, 28, 10), datetime(2026, 11, 28, 12), "hall", SessionStatus.FULL, BOTH
    )
    return an_opportunity(
        schedule=Schedule(entries=(recurrence, session)),
        body=BODY,
        mode=("in-person", "online"),
        where=(
            WhereEntry(venue="library"),
            WhereEntry(url="https://example.org/online"),
            WhereEntry(area="harbour"),
            WhereEntry(words=en("At your home")),
        ),
        enrol_by=date(2026, 12, 1),
        join=("book", "referral"),
        book=Booking("https://example.org/book", "book@example.org", "01633 000000"),
        referral_by=(en("A school"), en("A doctor")),
        wait=en("About three weeks"),
        booked_by=("learner", "parent"),
        audience=("individuals", "families"),
        spaces=12,
        ages=AgeRange(11, 16, AgeAt.THE_31_AUGUST),
        school_years=SchoolYears(7, 11),
        eligible=Eligibility(
            (en("harbour"), en("Old Town")),
            ("universal-credit",),
            ("carer",),
            diagnosis=False,
            proof=en("A letter"),
            note=en("Ask if you are not sure."),
        ),
        cost=(
            CostEntry(amount=Decimal("4.50"), per=CostPer.SESSION, note=en("Pay on the day")),
            CostEntry(free=True, whom=("carer",)),
        ),
        help=("travel", "food"),
        paid=Pay(Decimal("7.55"), PayPer.HOUR, en("From the first day")),
        access=("step-free",),
        support=("one-to-one",),
        languages=("en", "cy", "bfi"),
        topics=("digital-making",),
        skills=("problem-solving",),
        careers=("engineer",),
        level=Level(en("Entry 3"), "CQFW"),
        prerequisites=(en("Basic reading"),),
        badges=("robotics-1",),
        next_steps=("club", "robotics-2", "engineer"),
        programmes=(
            Programme(
                en("A fund"), "images/funder.png", en("Paid for by a fund"), "https://f.example"
            ),
        ),
        image=Image("images/robots.png", en("Two hands and a motor"), en("A. Team")),
        contact=Contact(
            en("Coordinator"), en("Harbour Makers"), "makers@example.org", "01633 000002"
        ),
        source=Provenance("https://example.org/item", "item-1", "OGL-UK-3.0"),
        alert=en("In room 4 this week"),
        checked_by=en("Coordinator"),
    )


def _in_every_state() -> list[Opportunity]:
    dated = Schedule(entries=(Session(datetime(2026, 12, 5, 22), datetime(2026, 12, 6, 1)),))
    cancelled = Session(
        datetime(2026, 12, 8, 9), datetime(2026, 12, 9, 17), "", SessionStatus.CANCELLED, en("Snow")
    )
    about = {"topics": ("digital-making",), "kind": "course"}
    states = {
        status.value: an_opportunity(
            f"is-{status}", title=en(f"Is {status}"), status=status, schedule=dated, **about
        )
        for status in OpportunityStatus
        if status is not OpportunityStatus.WITHDRAWN
    }
    return [
        *states.values(),
        an_opportunity("overdue", title=en("Overdue"), checked_by=NO_TEXT, **about),
        an_opportunity("due", title=en("Due"), schedule=Schedule(entries=(cancelled,))),
        an_opportunity(
            "club",
            title=en("A club"),
            kind="club",
            schedule=Schedule(anytime=True),
            ages=AgeRange(18),
            cost=(CostEntry(free=True, whom=("carer",)),),
            where=(WhereEntry(venue="hidden"), WhereEntry(venue="hall")),
        ),
    ]


def _badge() -> Badge:
    return a_badge(
        body=BODY,
        evidence=Evidence(en("A photograph"), en("Workshop leader")),
        skills=("problem-solving",),
        careers=("engineer",),
        topics=("digital-making",),
        alignments=(Alignment("ESCO", "S1.2", en("solve problems"), "https://example.org/esco"),),
        level=Level(en("Entry"), "CQFW"),
        hours=Decimal(12),
        cost=(CostEntry(free=True),),
        mode=("in-person",),
        requires=Requirement(("robotics-0",), 1, ("soldering", "robotics-2")),
        leads_to=("robotics-2", "club"),
        earn_via=("attend", "apply"),
        earn_url="https://example.org/earn",
        account=Account(en("Badge platform"), 13),
        image=Image("images/badge.png", en("A small robot")),
        endorsements=(
            Endorsement(en("A college"), "https://example.org/e", date(2026, 1, 1), en("Useful.")),
        ),
        quality=Quality(en("A mark"), en("A reviewer"), date(2026, 1, 1)),
        issued=(
            Issued(date(2025, 1, 1), date(2025, 12, 31), 42, en("The platform")),
            Issued(date(2026, 1, 1), date(2026, 6, 30), 3),
        ),
        version="1.1",
        languages=("en",),
        checked_on=date(2026, 10, 1),
    )


def _organisation() -> Organisation:
    return an_organisation(
        body=BODY,
        url="https://makers.example.org/",
        logo=Image("images/logo.png", en("A spanner")),
        contact=Contact(en("Office"), NO_TEXT, "makers@example.org", "01633 000002", "https://m.example"),
        charity_number="1234567",
        company_number="01234567",
        ukprn="10001234",
        member_since=date(2025, 9, 1),
        data_licence="OGL-UK-3.0",
        safeguarding=Safeguarding("https://makers.example.org/safe", en("Safeguarding lead")),
        assurance=(
            Assurance(en("Insurance"), en("The council"), date(2026, 1, 1), date(2027, 1, 1)),
        ),
    )  # fmt: skip


def _venue() -> Venue:
    return a_venue(
        body=BODY,
        address="John Street, Avonport",
        postcode="NP20 1PA",
        access=("step-free",),
        facilities=("toilets",),
        transport=en("Five minutes from the bus station"),
        opening=en("Monday to Friday"),
        source=Provenance("https://example.org/venue", "v1", "ODbL"),
        placed=Location(51.05, -2.95),
        neighbourhood="harbour",
    )


def _pathway() -> Pathway:
    return a_pathway(
        body=BODY,
        steps=(
            Step(opportunity="robotics"),
            Step(badge="robotics-1", optional=True),
            Step(text=en("Talk to an adviser"), url="https://example.org/adviser"),
            Step(choose=1, of=(Option(opportunity="club"), Option(badge="soldering"))),
        ),
        destination=Destination("apprenticeship", en("Engineer"), "https://example.org/job"),
        audience=en("Everybody from 16"),
        skills=("problem-solving",),
        careers=("engineer",),
        topics=("digital-making",),
        owner="makers",
        checked_on=date(2026, 10, 1),
    )


def _prospect(place: Place, opportunity: Opportunity) -> Prospect:
    terms = JoinTerms(opportunity.start_rule, opportunity.enrol_by, opportunity.status)
    horizon = TODAY + timedelta(days=60)
    return next_joinable(opportunity.schedule, place.settings.calendar, terms, TODAY, horizon)


def _standing() -> dict[tuple[str, str], Standing]:
    due = date(2026, 5, 1)
    return {
        ("opportunity", "overdue"): Standing(Life.OVERDUE, due, date(2026, 7, 1)),
        ("opportunity", "due"): Standing(Life.DUE, due, date(2027, 1, 1)),
        ("opportunity", "is-ended"): Standing(Life.ENDED, ended_on=date(2026, 10, 1)),
    }


def _links() -> Links:
    runs = ("club", "due", "is-open", "is-full", "robotics")
    return Links(
        run_by={"makers": runs},
        issued_by={"makers": ("robotics-0", "robotics-1", "soldering")},
        held_at={"library": ("is-open", "robotics"), "hall": ("club",), "hidden": ("club",)},
        earned_in={"robotics-1": ("robotics",)},
        required_by={"robotics-0": ("robotics-1",)},
        led_to_by={"robotics-2": ("robotics-1",)},
        pathways_of_opportunity={"robotics": ("engineer",)},
        pathways_of_badge={"robotics-1": ("engineer",)},
        opportunities_by_term={
            "topics": {"digital-making": ("is-open", "is-full", "robotics")},
            "skills": {"problem-solving": ("robotics",)},
            "careers": {"engineer": ("robotics",)},
        },
        badges_by_term={
            "topics": {"digital-making": ("robotics-1", "soldering")},
            "skills": {"problem-solving": ("robotics-1",)},
            "careers": {"engineer": ("robotics-1",)},
            "layers": {
                "engage": ("robotics-0",),
                "participate": ("robotics-1", "robotics-2", "soldering"),
            },
        },
        opportunities_in={"harbour": ("club", "is-open", "robotics")},
        venues_in={"harbour": ("hall", "library")},
    )
