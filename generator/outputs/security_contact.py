"""/.well-known/security.txt (RFC 9116): whom to tell about a weakness of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.place import Place
from generator.model.record import Contact
from generator.rules.addresses import absolute

PATH = ".well-known/security.txt"
GOOD_FOR = timedelta(days=365)
"""The standard asks for less than a year ahead (2.5.5): it is counted from a day that is over."""


def security_contact(edition: Edition) -> Produced:
    """Return the file once for all languages; none where place.yaml gives nobody to write to.

    It holds good for a year from the day on which any record was last checked. A day from the
    clock would change it with every build, and promise that somebody is there when nobody is.
    """
    place = edition.place
    checked = _last_checked(place)
    contacts = tuple(_contacts(place.settings.contact))
    if not edition.main or not contacts or checked is None:
        return Produced()
    lines = [
        *(f"Contact: {contact}" for contact in contacts),
        f"Expires: {(checked + GOOD_FOR).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(place.settings.languages)}",
        f"Canonical: {absolute(place.settings.url, PATH)}",
    ]
    text = "\n".join(lines) + "\n"
    return Produced(artifacts=(Artifact(PATH, text.encode()),))


def _contacts(contact: Contact | None) -> Iterator[str]:
    if contact is None:
        return
    if contact.email:
        yield f"mailto:{quote(contact.email, safe='@+')}"
    if contact.url.startswith("https://"):  # the standard takes no other web address (2.5.3)
        yield contact.url
    if contact.phone.startswith("+"):  # a number of one country means nothing in another
        yield f"tel:+{''.join(letter for letter in contact.phone if letter.isdigit())}"


def _last_checked(place: Place) -> date | None:
    kinds = (
        place.opportunities, place.badges, place.organisations, place.venues, place.pathways,
    )  # fmt: skip
    days = (each.checked_on for kind in kinds for each in kind.values() if each.checked_on)
    return max(days, default=None)
