"""Whom to ask, and whom to tell about a worry."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Contact
from generator.model.said import Said
from generator.views.here import Here


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Whom to ask."""

    role: Said
    """A role, such as “course tutor”; may be empty."""
    name: Said
    """The name of a team or organisation; may be empty."""
    email: str
    """An address to write to; may be ""."""
    phone: str
    """A number as people write it; may be ""."""
    call: str
    """The same number as a ``tel:`` link; may be ""."""
    url: str
    """A page with more ways to ask; may be ""."""


@dataclass(frozen=True, slots=True)
class ConcernFacts:
    """Whom to tell about a worry for somebody's safety."""

    url: str
    """The page for reporting a concern; may be ""."""
    phone: str
    """The number to ring; may be ""."""
    call: str
    """The same number as a ``tel:`` link; may be ""."""
    emergency: Said
    """What to do in an emergency; may be empty."""


def contact_facts(here: Here, contact: Contact | None) -> ContactFacts | None:
    """Return whom to ask, or None where nobody is named."""
    if not contact:
        return None
    return ContactFacts(
        here.said(contact.role),
        here.said(contact.name),
        contact.email,
        contact.phone,
        call_link(contact.phone),
        contact.url,
    )


def concern_facts(here: Here) -> ConcernFacts | None:
    """Return the place's route for a concern, or None where it names none."""
    concern = here.settings.concern
    if concern is None:
        return None
    return ConcernFacts(
        concern.url, concern.phone, call_link(concern.phone), here.said(concern.emergency)
    )


def call_link(phone: str) -> str:
    """Return the ``tel:`` link of a number as people write it, "" for none (RFC 3966)."""
    digits = "".join(letter for letter in phone if letter.isdigit() or letter == "+")
    return f"tel:{digits}" if digits else ""
