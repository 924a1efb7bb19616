"""An organisation: who runs opportunities and stands behind badges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.declaration import declared
from generator.model.record import Contact, Image, Kept
from generator.model.shapes import Choice, Day, Group, Link, Many, Token, Words
from generator.model.text import Text

SECTORS = ("voluntary", "public", "business", "education")


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """Whom to turn to about the safety of a child or an adult at risk."""

    url: str = declared(Link(), "The organisation's safeguarding page.")
    contact: Text = declared(Words(), "The role to ask for, and how to reach it.")


@dataclass(frozen=True, slots=True)
class Assurance:
    """A check that somebody has seen. It is shown as “seen on”, never as “verified”."""

    kind: Text = declared(
        Words(), "What it is, such as “public liability insurance”.", required=True
    )
    by: Text = declared(Words(), "Who saw it: an organisation or a role.", required=True)
    seen_on: date | None = declared(Day(), "When.", required=True)
    expires_on: date | None = declared(Day(), "When it runs out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Kept):
    """Somebody who runs opportunities or issues badges."""

    summary: Text = declared(Words(longest=400), "Who they are, in a line.", required=True)
    sector: str = declared(Choice(SECTORS), "What kind of organisation.", required=True)
    url: str = declared(Link(), "Their website.")
    logo: Image | None = declared(Group(Image), "Their logo.")
    contact: Contact | None = declared(Group(Contact), "Whom to ask.")
    charity_number: str = declared(
        Token(r"(SC0?\d{5}|\d{6,7})(-\d+)?", '"1234567"'), "Their charity number, in quotes."
    )
    company_number: str = declared(
        Token(r"[A-Z]{0,2}\d{6,8}[A-Z]?", '"01234567"'), "Their company number, in quotes."
    )
    ukprn: str = declared(
        Token(r"\d{8}", '"10001234"'), "Their number in the UK Register of Learning Providers."
    )
    member_since: date | None = declared(Day(), "Since when they have been on this place's map.")
    data_licence: str = declared(Token(), "The licence their records are under.")
    safeguarding: Safeguarding | None = declared(
        Group(Safeguarding),
        "Whom to turn to; needed where they run something for people under 18.",
    )
    assurance: tuple[Assurance, ...] = declared(
        Many(Group(Assurance)), "Checks that somebody has seen."
    )
