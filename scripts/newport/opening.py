"""Put OpenStreetMap's ``opening_hours`` into words, where it is simple enough to be sure.

The full language (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification) knows
sunsets, school holidays and comments. Only days with times and days off are read here; anything
else gives no words at all, because half an answer sends somebody to a locked door.
"""

from __future__ import annotations

import re

DAYS = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
}
HOLIDAYS = "PH"
_DAY = "|".join(DAYS)
_SPAN = r"\d\d:\d\d-\d\d:\d\d"
_RULE = re.compile(
    rf"(?P<days>(?:{_DAY}|{HOLIDAYS})(?:[-,](?:{_DAY}|{HOLIDAYS}))*)\s+"
    rf"(?P<times>off|{_SPAN}(?:,{_SPAN})*)",
    re.IGNORECASE,
)


def words(opening_hours: str) -> str:
    """Return ``Tuesday to Friday 9:30 to 17:30; Saturday 9:00 to 16:00``, or nothing."""
    if opening_hours.strip() == "24/7":
        return "Open at all times"
    said: list[str] = []
    for part in opening_hours.split(";"):
        rule = _RULE.fullmatch(part.strip())
        if rule is None:
            return ""
        if rule["times"].lower() != "off":
            said.append(f"{days_in_words(rule['days'])} {times_in_words(rule['times'])}")
    return "; ".join(said)


def days_in_words(days: str) -> str:
    """Return ``Mo-Th,Sa`` as ``Monday to Thursday, Saturday``."""
    if days == "Mo-Su":
        return "Every day"
    named = re.sub(_DAY, lambda found: DAYS[found[0]], days)
    return named.replace(HOLIDAYS, "bank holidays").replace("-", " to ").replace(",", ", ")


def times_in_words(times: str) -> str:
    """Return ``09:30-12:00,13:00-17:00`` as ``9:30 to 12:00 and 13:00 to 17:00``."""
    spans = [span.replace("-", " to ") for span in times.split(",")]
    return re.sub(r"\b0(\d:)", r"\1", " and ".join(spans))
