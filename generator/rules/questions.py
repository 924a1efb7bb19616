"""What to ask a network geocoder about a venue, and in what order."""

from __future__ import annotations


def questions(name: str, address: str, postcode: str, place: str) -> tuple[str, ...]:
    """Return the questions to ask until one is answered by a building, the best first.

    "Name, street, city" finds the building itself. Without the name only an address with a house
    number can: the rest would find a street, and a street never beats the postcode.
    """
    asked = [_joined(name, address, place)]
    if any(sign.isdigit() for sign in address):
        asked.append(_joined(address, place, postcode))
    return tuple(dict.fromkeys(question for question in asked if question))


def _joined(*parts: str) -> str:
    """Join with commas, leaving out what an earlier part says already: the town, most often."""
    said: list[str] = []
    for part in (" ".join(one.split()) for one in parts):
        before = ", ".join(said).casefold().split(", ")
        if part and part.casefold() not in before:
            said.append(part)
    return ", ".join(said)
