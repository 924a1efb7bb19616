"""The accessibility statement and the privacy notice: what place.yaml says, in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from urllib.parse import urlsplit

from generator.model.notices import Privacy, Statement
from generator.model.said import Said
from generator.model.settings import NATIONS
from generator.model.text import NO_TEXT, Text
from generator.views.contacts import ContactFacts, call_link, contact_facts
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.labels import COMPLIANCES, label, marked
from generator.views.links import Link

_ADDRESS = re.compile(r"[^\s@:/?#]+@[^\s@:/?#]+")

# Part 5 of SI 2018/952 names the two commissions; in Great Britain a complaint goes to the advisory
# service first.
_ADVISORY = (
    marked("Equality Advisory and Support Service (EASS)"),
    "https://www.equalityadvisoryservice.com/",
)
_REGULATORS = MappingProxyType({
    **dict.fromkeys(
        ("england", "wales", "scotland"),
        (marked("The Equality and Human Rights Commission enforces these regulations."), _ADVISORY),
    ),
    "northern-ireland": (
        marked("The Equality Commission for Northern Ireland enforces these regulations."),
        (marked("Equality Commission for Northern Ireland"), "https://www.equalityni.org/"),
    ),
})  # fmt: skip
_COMMISSIONER = (
    marked("Information Commissioner’s Office"),
    "https://ico.org.uk/make-a-complaint/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityPage:
    """What ``accessibility.html`` is given."""

    frame: Frame
    """What stands around the page."""
    address: str
    """The site that the statement is about, by its address."""
    run_by: Said
    """Who runs the site; may be ""."""
    public_body: bool
    """Whether that is a public body, for which the UK's regulations hold."""
    compliance: str
    """How far the site meets the guidelines, in a sentence; "" where nobody has said."""
    falls_short: bool
    """Whether that is less than fully."""
    known_gaps: tuple[Said, ...]
    """What does not work yet, and what to do instead."""
    burden: tuple[Said, ...]
    """What would be a disproportionate burden to put right."""
    out_of_scope: tuple[Said, ...]
    """What the regulations leave out."""
    improving: Said
    """What is being done about it; may be empty."""
    prepared_on: date | None
    """When the statement was first prepared."""
    reviewed_on: date | None
    """When it was last reviewed."""
    tested_on: date | None
    """When the site was last tested."""
    tested_how: Said
    """How, and by whom; may be empty."""
    report: str
    """The address to report a barrier to; may be ""."""
    phone: str
    """The number to ring about one; may be ""."""
    call: str
    """The same number as a ``tel:`` link; may be ""."""
    response_days: int | None
    """In how many working days an answer comes."""
    regulator: str
    """Who enforces the regulations, in a sentence; "" where they do not hold."""
    complaint: Link | None
    """Where somebody turns who is not content with the answer."""
    contact: ContactFacts | None
    """Who is behind the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage:
    """What ``privacy.html`` is given."""

    frame: Frame
    """What stands around the page."""
    controller: Said
    """Who is responsible for the site; may be empty."""
    officer: Said
    """How to reach their data protection officer; may be empty."""
    officer_letter: str
    """A link that writes to them, where ``officer`` is an address; else ""."""
    host: Said
    """Who hosts the files; may be empty."""
    country: Said
    """In which country; may be empty."""
    log_days: int | None
    """For how many days the host keeps logs."""
    basis: Said
    """On which legal ground it does; may be empty."""
    counted: bool
    """Whether the site counts which pages are looked at."""
    commissioner: Link | None
    """Where to complain about the use of personal data, in the United Kingdom."""
    tile_host: str
    """The one other host that pages with a map ask for tiles; "" where there is none."""
    contact: ContactFacts | None
    """Who is behind the site."""


def accessibility_page(here: Here) -> AccessibilityPage:
    """Return the accessibility statement."""
    statement = here.settings.statement or Statement()
    contact = here.settings.contact
    regulator, complaint = _regulator(here, statement)
    return AccessibilityPage(
        frame=frame(here, here.say("Accessibility statement")),
        address=here.settings.url,
        run_by=here.said(statement.run_by or (contact.name if contact else NO_TEXT)),
        public_body=statement.public_body,
        compliance=label(here, COMPLIANCES, statement.compliance) if statement.compliance else "",
        falls_short=statement.compliance in ("partially", "not"),
        known_gaps=_lines(here, statement.known_gaps),
        burden=_lines(here, statement.burden),
        out_of_scope=_lines(here, statement.out_of_scope),
        improving=here.said(statement.improving),
        prepared_on=statement.prepared_on,
        reviewed_on=statement.reviewed_on,
        tested_on=statement.tested_on,
        tested_how=here.said(statement.tested_how),
        report=statement.contact or (contact.email if contact else ""),
        phone=statement.phone,
        call=call_link(statement.phone),
        response_days=statement.response_days,
        regulator=regulator,
        complaint=complaint,
        contact=contact_facts(here, contact),
    )


def _lines(here: Here, texts: Iterable[Text]) -> tuple[Said, ...]:
    return tuple(here.said(text) for text in texts)


def _regulator(here: Here, statement: Statement) -> tuple[str, Link | None]:
    """Return who enforces the regulations, and where to complain unless place.yaml names it."""
    own = Link(here.said(statement.enforcement), statement.enforcement_url)
    known = _REGULATORS.get(here.settings.nation) if statement.public_body else None
    if known is None:
        return "", own if own.words else None
    sentence, (name, url) = known
    return here.say(sentence), own if own.words else Link(here.own(here.say(name)), url)


def privacy_page(here: Here) -> PrivacyPage:
    """Return the privacy notice."""
    privacy = here.settings.privacy or Privacy()
    basemap = here.settings.basemap
    return PrivacyPage(
        frame=frame(here, here.say("Privacy")),
        controller=here.said(privacy.controller),
        officer=here.said(privacy.officer),
        officer_letter=_letter(privacy.officer.words(here.language)),
        host=here.said(privacy.host),
        country=here.said(privacy.country),
        log_days=privacy.log_days,
        basis=here.said(privacy.basis),
        counted=bool(here.settings.counting),
        commissioner=_commissioner(here),
        tile_host=urlsplit(basemap.tiles).netloc.replace("{s}.", "") if basemap else "",
        contact=contact_facts(here, here.settings.contact),
    )


def _commissioner(here: Here) -> Link | None:
    if here.settings.nation not in NATIONS or here.settings.nation == "other":
        return None
    name, url = _COMMISSIONER
    return Link(here.own(here.say(name)), url)


def _letter(words: str) -> str:
    """Return a link to write to an address, or "" for words: a team may give a name or a post."""
    return f"mailto:{words}" if _ADDRESS.fullmatch(words) else ""
