"""How one joins an opportunity."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.opportunity import Booking, Opportunity
from generator.model.said import Said
from generator.views.contacts import call_link
from generator.views.here import Here
from generator.views.labels import BOOKED_BY, JOIN, labelled


@dataclass(frozen=True, slots=True)
class JoinFacts:
    """How one joins."""

    ways: tuple[str, ...]
    """“Just turn up”, “Book a place” …: any one of these."""
    url: str
    """A booking or application page; may be ""."""
    email: str
    """An address to write to; may be ""."""
    phone: str
    """A number to ring; may be ""."""
    call: str
    """The same number as a ``tel:`` link; may be ""."""
    referral_by: tuple[Said, ...]
    """Who can refer."""
    wait: Said
    """How long one usually waits; may be empty."""
    booked_by: str
    """Who may book, as a list in words; "" where nothing is said."""
    spaces: int | None
    """How many spaces there are; None where nothing is said."""


def join_facts(here: Here, opportunity: Opportunity) -> JoinFacts:
    """Return how one joins an opportunity."""
    book = opportunity.book or Booking()
    return JoinFacts(
        ways=labelled(here, JOIN, opportunity.join),
        url=book.url,
        email=book.email,
        phone=book.phone,
        call=call_link(book.phone),
        referral_by=tuple(here.said(who) for who in opportunity.referral_by),
        wait=here.said(opportunity.wait),
        booked_by=here.wording.listing(labelled(here, BOOKED_BY, opportunity.booked_by)),
        spaces=opportunity.spaces,
    )
