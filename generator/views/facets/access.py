"""What makes it possible to come: access, support, and the language it is held in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from types import MappingProxyType

from generator.model.opportunity import Opportunity
from generator.model.place import Place
from generator.rules.access import access_given
from generator.views.facets.facet import Facet, Group, Named, Read, called, terms
from generator.views.here import Here
from generator.views.labels import marked


def access_reader(place: Place) -> Read:
    """Return what reads the access that an opportunity gives, its venues' included."""
    venues = MappingProxyType({it.id: frozenset(it.access) for it in place.venues.values()})
    return lambda opportunity: access_given(opportunity, venues)


ACCESS = Facet(
    name="access",
    words=called(marked("Access")),
    group=Group.ACCESS,
    reader=access_reader,
    choices=terms("access"),
    all_of=True,
)


def _support_words(here: Here) -> str:
    return here.say("Support ({label})", label=here.settings.support_label.words(here.language))


SUPPORT = Facet(
    name="support",
    words=_support_words,
    group=Group.ACCESS,
    reader=lambda _: lambda opportunity: opportunity.support,
    choices=terms("support"),
    all_of=True,
)


def _languages(place: Place) -> Read:
    usual = (place.settings.language,)

    def read(opportunity: Opportunity) -> tuple[str, ...]:
        return tuple(dict.fromkeys(opportunity.languages)) or usual

    return read


def _tongues(here: Here) -> Named:
    return tongues(here, (it.languages for it in here.place.opportunities.values()))


def tongues(here: Here, spoken: Iterable[Iterable[str]]) -> Named:
    """Return the place's own languages, then the others that records name, by name."""
    own = here.settings.languages
    foreign = set(chain.from_iterable(spoken)).difference(own)
    others = [(tag, here.own(here.wording.language_name(tag))) for tag in foreign]
    return [
        *((tag, here.own(here.wording.language_name(tag))) for tag in own),
        *sorted(others, key=lambda it: (here.order(it[1].words), it[0])),
    ]


LANGUAGE = Facet(
    name="language",
    words=called(marked("Language")),
    group=Group.ACCESS,
    reader=_languages,
    choices=_tongues,
)
