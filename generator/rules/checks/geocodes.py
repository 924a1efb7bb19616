"""Whether each entry of geocodes.yaml is about a venue that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.location import Geocode
from generator.model.problem import Problem, warning
from generator.model.registry import VENUE
from generator.rules.checks.references import Known
from generator.rules.suggestions import did_you_mean


def check_geocodes(geocodes: Iterable[Geocode], known: Known) -> Iterator[Problem]:
    """Yield each entry whose venue has no record; a draft's or an unreadable one's is kept."""
    venues = known.records.get(VENUE.name, frozenset())
    for geocode in geocodes:
        key = (VENUE.name, geocode.venue)
        if geocode.mark is not None and geocode.venue not in venues and key not in known.unread:
            near = did_you_mean(geocode.venue, venues)
            message = f'no venue "{geocode.venue}", so this entry is not used{near}'
            yield warning("geocode-unused", geocode.mark, message)
