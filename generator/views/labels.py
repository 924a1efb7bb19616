"""What the words that records are coded with are called on a page.

``marked`` and its like only mark a string for translators; ``label`` says it in a page's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.model.wording import SENSE_ENDS
from generator.views.here import Here


def marked(message: str) -> str:
    """Return the message as it is: the mark by which catalogues are made finds it here."""
    return message


def marked_as(sense: str, message: str) -> str:
    """Return a message that means one thing here and another elsewhere, with its sense.

    English says "Cancelled" of a session and of an event; in Welsh they agree with different
    genders. Only translators see the ``sense``.
    """
    return f"{sense}{SENSE_ENDS}{message}"


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Return both messages as they are; a catalogue has a form for each plural of its language."""
    return one, many


KINDS = MappingProxyType({
    "workshop": marked("Workshop"),
    "course": marked("Course"),
    "taster": marked("Taster"),
    "event": marked("Event"),
    "club": marked("Club"),
    "holiday-club": marked("Holiday club"),
    "volunteering": marked("Volunteering"),
    "work-experience": marked("Work experience"),
    "workplace-visit": marked("Workplace visit"),
    "apprenticeship": marked("Apprenticeship"),
    "job": marked("Job"),
    "mentoring": marked("Mentoring"),
    "resource": marked("Resource"),
})  # fmt: skip

MODES = MappingProxyType({
    "in-person": marked("In person"),
    "online": marked("Online"),
    "hybrid": marked("In person and online"),
    "outreach": marked("Comes to you"),
})  # fmt: skip

JOIN = MappingProxyType({
    "turn-up": marked("Just turn up"),
    "book": marked("Book a place"),
    "apply": marked("Apply"),
    "referral": marked("Somebody refers you"),
    "waiting-list": marked("Join the waiting list"),
    "invitation": marked("By invitation"),
})  # fmt: skip

BOOKED_BY = MappingProxyType({
    "learner": marked("you"),
    "parent": marked("a parent or carer"),
    "school": marked("a school"),
    "professional": marked("a professional who works with you"),
})  # fmt: skip

AUDIENCE = MappingProxyType({
    "individuals": marked("individuals"),
    "families": marked("families"),
    "groups": marked("groups"),
    "schools": marked("schools"),
})  # fmt: skip

HELP = MappingProxyType({
    "travel": marked("Travel"),
    "food": marked("Food"),
    "childcare": marked("Childcare"),
    "equipment": marked("Equipment"),
    "bursary": marked("A bursary"),
})  # fmt: skip

START_RULES = MappingProxyType({
    "any-session": marked("You can start at any session."),
    "first-session": marked("You start at the first session."),
    "rolling": marked("You can start at any time."),
    "enough-people": marked("It starts when enough people have joined."),
})  # fmt: skip

EARN_VIA = MappingProxyType({
    "attend": marked("By taking part"),
    "apply": marked("By applying for it"),
    "pathway": marked("By completing a pathway"),
    "issued": marked("It is given to you by the organisation"),
})  # fmt: skip

SECTORS = MappingProxyType({
    "voluntary": marked("Voluntary and community"),
    "public": marked("Public services"),
    "business": marked("Businesses"),
    "education": marked("Education"),
})  # fmt: skip

# The sentences of the model statement under the UK's regulations of 2018 (SI 2018/952).
COMPLIANCES = MappingProxyType({
    "fully": marked(
        "This website is fully compliant with the Web Content Accessibility Guidelines, "
        "version 2.2, at level AA."
    ),
    "partially": marked(
        "This website is partially compliant with the Web Content Accessibility Guidelines, "
        "version 2.2, at level AA. What does not meet them is said below."
    ),
    "not": marked(
        "This website is not compliant with the Web Content Accessibility Guidelines, "
        "version 2.2, at level AA. What does not meet them is said below."
    ),
})  # fmt: skip

DESTINATIONS = MappingProxyType({
    "job": marked("A job"),
    "apprenticeship": marked("An apprenticeship"),
    "course": marked("A course"),
    "volunteering": marked("Volunteering"),
})  # fmt: skip

SESSION_STATES = MappingProxyType({
    "running": "",
    "full": marked_as("session", "Full"),
    "cancelled": marked_as("session", "Cancelled"),
    "moved": marked_as("session", "Moved"),
    "postponed": marked_as("session", "Postponed"),
    "waiting-list": marked_as("session", "Waiting list"),
})  # fmt: skip

HOURS_SPAN = marked_as("hours", "{start} to {end}")
DAYS_SPAN = marked_as("days", "{start} to {end}")


def label(here: Here, labels: Mapping[str, str], code: str) -> str:
    """Return what a coded word is called on this page; "" for one that has no label."""
    message = labels.get(code, "")
    return here.say(message) if message else ""


def labelled(here: Here, labels: Mapping[str, str], codes: Iterable[str]) -> tuple[str, ...]:
    """Return what several coded words are called, in their order."""
    return tuple(label(here, labels, code) for code in codes)
