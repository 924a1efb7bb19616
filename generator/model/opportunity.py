"""An opportunity: something a person can do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.model.ages import AgeRange, SchoolYears
from generator.model.declaration import declared
from generator.model.entries import CostEntry, WhenEntry, WhereEntry, cost_shape
from generator.model.money import Cost, Pay
from generator.model.record import Contact, Image, Kept, Level, Provenance
from generator.model.schedule import UNSCHEDULED, Schedule, StartRule
from generator.model.shapes import (
    Choice,
    Day,
    Email,
    Flag,
    Group,
    ImagePath,
    Language,
    Link,
    Many,
    Neighbourhood,
    Phone,
    Ref,
    Term,
    Whole,
    Words,
)
from generator.model.status import OpportunityStatus
from generator.model.text import Text

KINDS = (
    "workshop",
    "course",
    "taster",
    "event",
    "club",
    "holiday-club",
    "volunteering",
    "work-experience",
    "workplace-visit",
    "apprenticeship",
    "job",
    "mentoring",
    "resource",
)
MODES = ("in-person", "online", "hybrid", "outreach")
JOIN = ("turn-up", "book", "apply", "referral", "waiting-list", "invitation")
BOOKED_BY = ("learner", "parent", "school", "professional")
FOR = ("individuals", "families", "groups", "schools")
HELP = ("travel", "food", "childcare", "equipment", "bursary")


@dataclass(frozen=True, slots=True)
class Booking:
    """How to book."""

    url: str = declared(Link(), "A booking page.")
    email: str = declared(Email(), "An address to write to.")
    phone: str = declared(Phone(), "A number to ring.")

    def __bool__(self) -> bool:
        return bool(self.url or self.email or self.phone)


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Who may take part; nothing given means that nobody has to qualify."""

    lives_in: tuple[Text, ...] = declared(
        Many(Neighbourhood(or_words=True)), "Where one must live: neighbourhoods or words."
    )
    benefits: tuple[str, ...] = declared(
        Many(Term(("benefits",))), "Benefits, any one of which qualifies."
    )
    status: tuple[str, ...] = declared(
        Many(Term(("eligibility",))), "Situations, any one of which qualifies."
    )
    diagnosis: bool | None = declared(
        Flag(), "true: a diagnosis is needed; false: none is.", default=None
    )
    proof: Text = declared(Words(), "What shows it.")
    note: Text = declared(Words(longest=400), "Anything else about who can join.")


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme or funder that must be named."""

    name: Text = declared(Words(), "Its name.", required=True)
    logo: str = declared(ImagePath(), "Its logo, under content/images/.")
    credit: Text = declared(Words(longest=400), "The credit line it asks for.")
    url: str = declared(Link(), "Its page.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Kept):
    """Something a person can do. ``schedule`` is what ``when`` means, filled by the parse stage."""

    summary: Text = declared(Words(longest=400), "What it is, in a line or two.", required=True)
    organisation: str = declared(Ref(("organisation",)), "Who runs it.", required=True)
    kind: str = declared(Choice(KINDS), "What kind of thing it is.", required=True)
    mode: tuple[str, ...] = declared(Many(Choice(MODES), least=1), "How it happens.", required=True)
    where: tuple[WhereEntry, ...] = declared(
        Many(Group(WhereEntry, scalar_as="venue", link_as="url"), least=1),
        "Where: venues, a web address, a neighbourhood, or words.",
        required=True,
    )
    when: WhenEntry | None = declared(
        Group(WhenEntry, bare=MappingProxyType({"anytime": ("anytime", "true")})),
        "When: `anytime`, or sessions.",
        required=True,
    )
    start_rule: StartRule = declared(
        Choice(tuple(StartRule)), "When one can begin.", default=StartRule.ANY_SESSION
    )
    enrol_by: date | None = declared(Day(), "The last day to sign up.")
    join: tuple[str, ...] = declared(Many(Choice(JOIN), least=1), "How one joins.", required=True)
    book: Booking | None = declared(Group(Booking, link_as="url"), "Where to book, apply or ask.")
    referral_by: tuple[Text, ...] = declared(Many(Words()), "Who can refer.")
    wait: Text = declared(Words(), "How long one usually waits.")
    booked_by: tuple[str, ...] = declared(Many(Choice(BOOKED_BY)), "Who may book.")
    audience: tuple[str, ...] = declared(Many(Choice(FOR)), "Whom it is for.", name="for")
    spaces: int | None = declared(Whole(most=100_000), "How many spaces there are.")
    ages: AgeRange | None = declared(Group(AgeRange), "Ages, both ends included.")
    school_years: SchoolYears | None = declared(Group(SchoolYears), "School years.")
    eligible: Eligibility | None = declared(Group(Eligibility), "Who may take part.")
    cost: tuple[CostEntry, ...] = declared(
        Many(cost_shape(), least=1), "What it costs: `free`, or amounts.", required=True
    )
    help: tuple[str, ...] = declared(Many(Choice(HELP)), "Help with the costs of taking part.")
    paid: Pay | None = declared(
        Group(
            Pay,
            bare=MappingProxyType({"true": ("paid", "true"), "false": ("paid", "false")}),
            scalar_as="amount",
        ),
        "What a learner is paid; `true` where the amount is not known.",
    )
    access: tuple[str, ...] = declared(Many(Term(("access",))), "What makes it possible to come.")
    support: tuple[str, ...] = declared(Many(Term(("support",))), "Support that is given.")
    languages: tuple[str, ...] = declared(
        Many(Language()), "Languages it is held in; else the place's first."
    )
    topics: tuple[str, ...] = declared(Many(Term(("topics",))), "What it is about.")
    skills: tuple[str, ...] = declared(Many(Term(("skills",))), "Skills it builds.")
    careers: tuple[str, ...] = declared(Many(Term(("careers",))), "Careers it helps towards.")
    level: Level | None = declared(Group(Level, scalar_as="name"), "How advanced it is.")
    prerequisites: tuple[Text, ...] = declared(Many(Words()), "What one needs to know before.")
    badges: tuple[str, ...] = declared(Many(Ref(("badge",))), "Badges that can be earned.")
    next_steps: tuple[str, ...] = declared(
        Many(Ref(("opportunity", "badge", "pathway"))), "What to do afterwards.", name="next"
    )
    programmes: tuple[Programme, ...] = declared(
        Many(Group(Programme, scalar_as="name")), "Programmes and funders to name."
    )
    image: Image | None = declared(Group(Image), "A picture.")
    contact: Contact | None = declared(Group(Contact), "Whom to ask: a role, not a person.")
    source: Provenance | None = declared(Group(Provenance), "Where the record came from.")
    status: OpportunityStatus = declared(
        Choice(tuple(OpportunityStatus)), "How it stands.", default=OpportunityStatus.OPEN
    )
    alert: Text = declared(Words(longest=400), "What has changed lately; shown at the top.")
    ended_on: date | None = declared(Day(), "When it ended.")
    replaced_by: str = declared(Ref(("opportunity",)), "What to do instead.")
    checked_on: date | None = declared(
        Day(), "When somebody last made sure that this is right: learners see it.", required=True
    )
    added_on: date | None = declared(
        Day(), "When it was first listed here: learners can look for what is new."
    )
    expires_on: date | None = declared(Day(), "After this day it is over, whatever else is said.")

    schedule: Schedule = UNSCHEDULED

    @property
    def costs(self) -> tuple[Cost, ...]:
        """The prices, understood."""
        return tuple(entry.price for entry in self.cost)

    @property
    def venues(self) -> tuple[str, ...]:
        """Every venue it names, its own and its sessions', each once."""
        named = [entry.venue for entry in self.where if entry.venue]
        named += [entry.where for entry in self.schedule.entries if entry.where]
        return tuple(dict.fromkeys(named))

    @property
    def keeper(self) -> str:
        """The organisation that keeps the record."""
        return self.owner or self.organisation
