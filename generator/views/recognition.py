"""Who recognises a badge besides its issuer, and how often it was earned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.badge import Badge, Issued
from generator.model.said import Said
from generator.views.here import Here

FEWEST_COUNTED = 10
"""A smaller number could point at somebody."""


@dataclass(frozen=True, slots=True)
class AlignmentLine:
    """What the same thing is called in a published framework."""

    framework: str
    """The framework, such as ESCO."""
    code: str
    """Its code there; may be ""."""
    name: Said
    """Its name there."""
    url: str
    """Its own address there."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """The account with an outside platform that an earner needs."""

    name: Said
    """The platform that issues the badge."""
    min_age: int | None
    """How old an account holder must be."""


@dataclass(frozen=True, slots=True)
class EndorsementLine:
    """Somebody who stands by the badge."""

    by: Said
    """Who."""
    url: str
    """Where they say so; may be ""."""
    on: date | None
    """When."""
    note: Said
    """What they say; may be empty."""


@dataclass(frozen=True, slots=True)
class QualityLine:
    """A quality mark that somebody has given the badge."""

    mark: Said
    """The mark."""
    reviewer: Said
    """Who gave it."""
    date: date | None
    """When."""


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """How many were earned in a period."""

    first: date | None
    """First day counted."""
    last: date | None
    """Last day counted."""
    words: str
    """How many; below ten only that it was fewer than ten."""
    source: Said
    """Where the number comes from; may be empty."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """All of these of one badge."""

    alignments: tuple[AlignmentLine, ...]
    account: AccountLine | None
    endorsements: tuple[EndorsementLine, ...]
    quality: QualityLine | None
    issued: tuple[IssuedLine, ...]


def recognition(here: Here, badge: Badge) -> Recognition:
    """Return who recognises a badge, and how often it was earned."""
    said, account, quality = here.said, badge.account, badge.quality
    return Recognition(
        alignments=tuple(
            AlignmentLine(it.framework, it.code, said(it.name), it.url) for it in badge.alignments
        ),
        account=AccountLine(said(account.name), account.min_age) if account else None,
        endorsements=tuple(
            EndorsementLine(said(it.by), it.url, it.on, said(it.note)) for it in badge.endorsements
        ),
        quality=(
            QualityLine(said(quality.mark), said(quality.reviewer), quality.date)
            if quality
            else None
        ),
        issued=tuple(_issued(here, it) for it in badge.issued),
    )


def _issued(here: Here, issued: Issued) -> IssuedLine:
    count = issued.count or 0
    few = here.say("fewer than {number}", number=here.wording.number(FEWEST_COUNTED))
    words = few if count < FEWEST_COUNTED else here.wording.number(count)
    return IssuedLine(issued.from_, issued.to, words, here.said(issued.source))
