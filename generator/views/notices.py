"""The accessibility statement and the privacy notice: what place.yaml says, in plain sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.model.said import Said
from generator.model.settings import Privacy, Statement
from generator.views.contacts import ContactFacts, contact_facts
from generator.views.frame import Frame, frame
from generator.views.here import Here
from generator.views.labels import COMPLIANCES, label

_ADDRESS = re.compile(r"[^\s@:/?#]+@[^\s@:/?#]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityPage:
    """What ``accessibility.html`` is given."""

    frame: Frame
    """What stands around the page."""
    compliance: str
    """How far the site meets the guidelines, in a sentence; "" where nobody has said."""
    falls_short: bool
    """Whether that is less than fully."""
    tested_on: date | None
    """When the site was last tested."""
    tested_how: Said
    """How, and by whom; may be empty."""
    known_gaps: tuple[Said, ...]
    """What does not work yet, and what to do instead."""
    report: str
    """The address to report a barrier to; may be ""."""
    enforcement: Said
    """Who enforces the rules; may be empty."""
    enforcement_url: str
    """Their page; may be ""."""
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
    tile_host: str
    """The one other host that pages with a map ask for tiles; "" where there is none."""
    contact: ContactFacts | None
    """Who is behind the site."""


def accessibility_page(here: Here) -> AccessibilityPage:
    """Return the accessibility statement."""
    statement = here.settings.statement or Statement()
    contact = here.settings.contact
    return AccessibilityPage(
        frame=frame(here, here.say("Accessibility")),
        compliance=label(here, COMPLIANCES, statement.compliance) if statement.compliance else "",
        falls_short=statement.compliance in ("partially", "not"),
        tested_on=statement.tested_on,
        tested_how=here.said(statement.tested_how),
        known_gaps=tuple(here.said(gap) for gap in statement.known_gaps),
        report=statement.contact or (contact.email if contact else ""),
        enforcement=here.said(statement.enforcement),
        enforcement_url=statement.enforcement_url,
        contact=contact_facts(here, contact),
    )


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
        tile_host=urlsplit(basemap.tiles).netloc.replace("{s}.", "") if basemap else "",
        contact=contact_facts(here, here.settings.contact),
    )


def _letter(words: str) -> str:
    """Return a link to write to an address, or "" for words: a team may give a name or a post."""
    return f"mailto:{words}" if _ADDRESS.fullmatch(words) else ""
