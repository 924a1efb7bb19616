"""place.yaml: what is true of the whole place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.model.declaration import declared
from generator.model.location import Bounds
from generator.model.notices import Privacy, Statement
from generator.model.problem import Mark
from generator.model.record import Contact, Marks
from generator.model.shapes import (
    Amount,
    Choice,
    Colour,
    Day,
    Email,
    Flag,
    Group,
    ImagePath,
    Labels,
    Language,
    Link,
    Many,
    Phone,
    Token,
    Whole,
    Zone,
)
from generator.model.terms import Calendar, Term
from generator.model.text import Text

HOSTS = ("netlify", "cloudflare", "github", "azure", "s3", "nginx", "apache", "iis")
NATIONS = ("england", "wales", "scotland", "northern-ireland", "other")


_WORLD = Bounds(-90, -180, 90, 180)


@dataclass(frozen=True, slots=True)
class BoundsEntry:
    """The box that the place lies in."""

    south: Decimal | None = declared(
        Amount(least="-90", most="90", places=7), "Southernmost latitude.", required=True
    )
    west: Decimal | None = declared(
        Amount(least="-180", most="180", places=7), "Westernmost longitude.", required=True
    )
    north: Decimal | None = declared(
        Amount(least="-90", most="90", places=7), "Northernmost latitude.", required=True
    )
    east: Decimal | None = declared(
        Amount(least="-180", most="180", places=7), "Easternmost longitude.", required=True
    )


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One school term."""

    name: Text = declared(Labels(), "What it is called.", required=True)
    first: date | None = declared(Day(), "Its first day.", required=True, name="from")
    last: date | None = declared(Day(), "Its last day.", required=True, name="to")


@dataclass(frozen=True, slots=True)
class Colours:
    """The place's own colours."""

    primary: str = declared(Colour(), "The main colour: headings and buttons.")
    accent: str = declared(Colour(), "The second colour.")


@dataclass(frozen=True, slots=True)
class Logo:
    """The place's logo, for the top of every page and for social cards."""

    file: str = declared(
        ImagePath(), "The picture, under content/images/, as it looks on white.", required=True
    )
    alt: Text = declared(
        Labels(), "What it says, for those who cannot see it: “Newport City Council”.",
        required=True,
    )  # fmt: skip
    dark: str = declared(
        ImagePath(), "The same for dark screens. Without it the logo stands on a white plate there."
    )


@dataclass(frozen=True, slots=True)
class PlaceContact(Contact):
    """Whom to ask."""

    # as labels: place.yaml has no file beside it that translates it
    role: Text = declared(Labels(), "A role, such as “map team”; not a person's name.")
    name: Text = declared(Labels(), "The name of a team or organisation.")


@dataclass(frozen=True, slots=True)
class Feedback:
    """Where a correction goes."""

    url: str = declared(Link(), "A form; the record's id is added as `?record=`.")
    email: str = declared(Email(), "An address; the record's id is put into the subject.")


@dataclass(frozen=True, slots=True)
class Concern:
    """Whom to tell about a worry for somebody's safety; shown on every opportunity."""

    url: str = declared(Link(), "The council's page for reporting a concern.")
    phone: str = declared(Phone(), "The number to ring.")
    emergency: Text = declared(Labels(longest=400), "What to do in an emergency.")


@dataclass(frozen=True, slots=True)
class Basemap:
    """A raster tile host: the one third party that a page may then ask."""

    tiles: str = declared(
        # of the host no more than a policy can name: a whole label before the others, or none
        Token(
            r"https://(\{s\}\.)?[A-Za-z0-9.-]+(:[0-9]+)?/[^\s{}]*(\{[zxyrs]\}[^\s{}]*)+",
            "https://tiles.example.org/{z}/{x}/{y}.png",
        ),
        "The tile address.", required=True,
    )  # fmt: skip
    attribution: Text = declared(Labels(), "The credit the tiles ask for.", required=True)


@dataclass(frozen=True, slots=True)
class GeocoderSettings:
    """The network geocoder that `doorstep geocode` asks, and how politely."""

    service: str = declared(
        Choice(("nominatim", "photon")), "Which kind of service.", default="nominatim"
    )
    domain: str = declared(Token(), "Its host.", default="nominatim.openstreetmap.org")
    scheme: str = declared(Choice(("https", "http")), "How it is reached.", default="https")
    contact: str = declared(
        Email(), "Whom the service can write to; it refuses the nameless.", required=True
    )
    limit: int = declared(Whole(least=1, most=2000), "Questions in one run at most.", default=200)
    seconds_apart: Decimal = declared(
        Amount(least="1.1", most="60"), "Seconds between questions.", default=Decimal("1.1")
    )


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence the place's own data is under."""

    name: str = declared(Token(), "Its name, such as OGL-UK-3.0.", required=True)
    url: str = declared(Link(), "Its text.")
    attribution: Text = declared(Labels(), "How to credit the place.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything in place.yaml. The team's own file: trusted, unlike records."""

    name: Text = declared(Labels(), "What the place is called.", required=True)
    tagline: Text = declared(Labels(), "A line under the name.")
    url: str = declared(
        Token(r"https?://[^\s?#]+/", "https://learning.example.org/"),
        "The site's address, with a slash at the end. Badge ids are built on it: it never changes.",
        required=True,
    )
    host: str = declared(
        Choice(HOSTS), "What serves the site. The build then writes that host's own files into it."
    )
    languages: tuple[str, ...] = declared(
        Many(Language(), least=1), "The site's languages, the main one first.", required=True
    )
    bounds_entry: BoundsEntry | None = declared(
        Group(BoundsEntry), "The box that the place lies in.", required=True, name="bounds"
    )
    timezone: str = declared(Zone(), "The time zone of everything here.", required=True)
    nation: str = declared(
        Choice(NATIONS), "Whose school years and statements apply.", default="other"
    )
    currency: str = declared(
        Token(r"[A-Z]{3}", "GBP"), "The currency of every amount.", default="GBP"
    )
    colours: Colours | None = declared(Group(Colours), "The place's own colours.")
    logo: Logo | None = declared(
        Group(Logo, scalar_as="file"), "The place's logo, instead of the drawn door."
    )
    contact: PlaceContact | None = declared(
        Group(PlaceContact), "Who is behind the site.", required=True
    )
    demonstration: bool = declared(
        Flag(), "true marks every page as a demonstration, not a real service."
    )
    feedback: Feedback | None = declared(
        Group(Feedback, link_as="url", scalar_as="email"), "Where corrections go."
    )
    concern: Concern | None = declared(Group(Concern), "Whom to tell about a worry.")
    review_every: int = declared(
        Whole(least=1, most=3650), "Days after which a record must be checked again.", default=180
    )
    grace_days: int = declared(
        Whole(most=3650), "Days after which an unchecked record leaves the lists.", default=60
    )
    terms_entry: tuple[TermEntry, ...] = declared(
        Many(Group(TermEntry)), "School terms, in order.", name="terms"
    )
    bank_holidays: tuple[date, ...] = declared(Many(Day()), "Days on which everybody is off.")
    basemap: Basemap | None = declared(Group(Basemap), "A raster tile host, if you must.")
    geocoder: GeocoderSettings | None = declared(
        Group(GeocoderSettings), "What `doorstep geocode` asks."
    )
    licence: Licence | None = declared(
        Group(Licence, scalar_as="name"),
        "The licence of the place's data; in the United Kingdom OGL-UK-3.0 where you name none.",
    )
    attributions: tuple[Text, ...] = declared(
        Many(Labels(longest=400)), "Credits that data sources ask for."
    )
    statement: Statement | None = declared(Group(Statement), "The accessibility statement.")
    privacy: Privacy | None = declared(Group(Privacy), "The privacy notice.")
    counting: str = declared(
        Token(r"/[^\s?#]*[^\s?#/]", "/visits"),
        "A path on this site that is told of each look at a page, if you count visits: see "
        "docs/counting-visits.md for what is sent there.",
    )
    support_label: Text = declared(
        Labels(),
        "What support is called here: SEND in England, ALN in Wales.",
        default=Text.plain("en", "SEND"),
    )

    marks: Marks = field(default=Marks(Mark("place.yaml")))

    @property
    def language(self) -> str:
        """The main language: what authors write in unless a file says otherwise."""
        return self.languages[0]

    @property
    def bounds(self) -> Bounds:
        """The box; the whole world until it is one, so that no venue seems to lie outside it."""
        entry = self.bounds_entry
        if entry is None or None in (entry.south, entry.west, entry.north, entry.east):
            return _WORLD
        box = Bounds(
            float(entry.south or 0), float(entry.west or 0),
            float(entry.north or 0), float(entry.east or 0),
        )  # fmt: skip
        return box if box.south < box.north and box.west < box.east else _WORLD

    @property
    def calendar(self) -> Calendar:
        """The time zone, terms and bank holidays that schedules are read by."""
        return Calendar(
            self.timezone,
            tuple(
                Term(entry.name, entry.first, entry.last)
                for entry in self.terms_entry
                if entry.first and entry.last
            ),
            self.bank_holidays,
        )
