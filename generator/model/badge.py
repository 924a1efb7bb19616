"""A badge: recognition with criteria."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.model.declaration import declared
from generator.model.entries import CostEntry, cost_shape
from generator.model.opportunity import MODES
from generator.model.record import Image, Kept, Level
from generator.model.shapes import (
    Amount,
    Choice,
    Day,
    Group,
    Language,
    Link,
    Many,
    Ref,
    Term,
    Token,
    Whole,
    Words,
)
from generator.model.text import Text

EARN_VIA = ("attend", "apply", "pathway", "issued")
STATUSES = ("draft", "live", "retired")
FEWEST_CRITERIA = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an earner shows, and who looks at it."""

    type: Text = declared(Words(), "What the earner shows, such as “a photograph and a talk”.")
    reviewer: Text = declared(Words(), "Who looks at it: a role.")


@dataclass(frozen=True, slots=True)
class Alignment:
    """What the same thing is called in a published framework."""

    framework: str = declared(Token(), "The framework, such as ESCO.", required=True)
    code: str = declared(Token(), "Its code there.")
    name: Text = declared(Words(minor=True), "Its name there.", required=True)
    url: str = declared(Link(), "Its own address there.", required=True)


@dataclass(frozen=True, slots=True)
class Requirement:
    """Badges needed first: all of them, or some of several."""

    all_of: tuple[str, ...] = declared(Many(Ref(("badge",))), "Badges that are all needed first.")
    some: int | None = declared(Whole(least=1, most=100), "How many of `of` are enough.")
    of: tuple[str, ...] = declared(Many(Ref(("badge",))), "The badges to choose from.")

    def within_reach(self) -> Requirement | None:
        """Return it asking for no more than is still there, or None if that is nothing."""
        if not self.badges:
            return None
        if self.some is None or self.some <= len(self.of):
            return self
        return replace(self, some=len(self.of) or None)

    @property
    def badges(self) -> tuple[str, ...]:
        """Every badge that is named."""
        return self.all_of + self.of

    def __bool__(self) -> bool:
        return bool(self.badges)


@dataclass(frozen=True, slots=True)
class Account:
    """The account with an outside platform that an earner needs."""

    name: Text = declared(Words(minor=True), "The platform that issues the badge.", required=True)
    min_age: int | None = declared(Whole(least=0, most=120), "How old an account holder must be.")


@dataclass(frozen=True, slots=True)
class Endorsement:
    """Somebody who stands by the badge."""

    by: Text = declared(Words(), "Who endorses it.", required=True)
    url: str = declared(Link(), "Where they say so.")
    on: date | None = declared(Day(), "When.")
    note: Text = declared(Words(), "What they say.")


@dataclass(frozen=True, slots=True)
class Quality:
    """A quality mark that somebody has given the badge."""

    mark: Text = declared(Words(), "The mark.", required=True)
    reviewer: Text = declared(Words(), "Who gave it.", required=True)
    date: date | None = declared(Day(), "When.", required=True)


@dataclass(frozen=True, slots=True)
class Issued:
    """How many have been earned in a period."""

    from_: date | None = declared(Day(), "First day counted.", required=True, name="from")
    to: date | None = declared(Day(), "Last day counted.", required=True)
    count: int | None = declared(
        Whole(), "How many; fewer than 10 is shown as “fewer than 10”.", required=True
    )
    source: Text = declared(Words(), "Where the number comes from.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge(Kept):
    """Recognition with criteria. Its id is part of every badge ever issued: it never changes."""

    summary: Text = declared(Words(longest=400), "What it recognises, in a line.", required=True)
    issuer: str = declared(Ref(("organisation",)), "Who stands behind it.", required=True)
    layer: str = declared(
        Term(("layers",)),
        "The kind of experience it records, as the standard names it.",
        required=True,
    )
    criteria: tuple[Text, ...] = declared(
        Many(Words(longest=400), least=FEWEST_CRITERIA),
        "What the earner has done: two or more sentences, “Earner has …”.",
        required=True,
    )
    evidence: Evidence | None = declared(Group(Evidence), "What is shown, and to whom.")
    skills: tuple[str, ...] = declared(Many(Term(("skills",))), "Skills it shows.")
    careers: tuple[str, ...] = declared(Many(Term(("careers",))), "Careers it helps towards.")
    topics: tuple[str, ...] = declared(Many(Term(("topics",))), "What it is about.")
    alignments: tuple[Alignment, ...] = declared(
        Many(Group(Alignment)), "The same thing in published frameworks."
    )
    level: Level | None = declared(Group(Level, scalar_as="name"), "How advanced it is.")
    hours: Decimal | None = declared(Amount(), "How many hours it usually takes.")
    cost: tuple[CostEntry, ...] = declared(Many(cost_shape()), "What earning it costs.")
    mode: tuple[str, ...] = declared(Many(Choice(MODES)), "How it can be earned.")
    requires: Requirement | None = declared(
        Group(Requirement, list_as="all_of", scalar_as="all_of"), "Badges needed first."
    )
    leads_to: tuple[str, ...] = declared(
        Many(Ref(("badge", "opportunity", "pathway"))), "What comes next."
    )
    earn_via: tuple[str, ...] = declared(Many(Choice(EARN_VIA)), "How one comes by it.")
    earn_url: str = declared(Link(), "Where to apply for it.")
    account: Account | None = declared(Group(Account, scalar_as="name"), "The account needed.")
    image: Image | None = declared(
        Group(Image), "A picture; without one, a badge is drawn from its layer and topic."
    )
    endorsements: tuple[Endorsement, ...] = declared(Many(Group(Endorsement)), "Who endorses it.")
    quality: Quality | None = declared(Group(Quality), "A quality mark it holds.")
    issued: tuple[Issued, ...] = declared(Many(Group(Issued)), "How many were earned, and when.")
    version: str = declared(Token(), 'Its version; quote it, as in "1.1".')
    replaced_by: str = declared(Ref(("badge",)), "The badge to earn instead.")
    status: str = declared(Choice(STATUSES), "Whether it can be earned.", default="live")
    languages: tuple[str, ...] = declared(Many(Language()), "Languages it can be earned in.")
