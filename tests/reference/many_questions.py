"""Many questions about one world: each filter is asked once by itself, and what several leave is
what each of them leaves. The meaning of a filter is that of ``finder``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model.finding import Findable
from tests.reference import finder
from tests.reference.finder import Asked, World

Counts = dict[tuple[str, str], int]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TIMES = ("morning", "afternoon", "evening")
PERIODS = ("today", "weekend", "holidays")


@dataclass(frozen=True, slots=True)
class Reference:
    """What the finder should answer in one world."""

    world: World
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def found(self, asked: Asked) -> frozenset[str]:
        """Return the ids of the rows that answer."""
        left = self._alone(Asked())
        for part in _parts(asked):
            left &= self._alone(part)
        return left

    def ranks(self, asked: Asked, rows: Sequence[Findable]) -> list[finder.Rank]:
        """Return what rows are ordered by."""
        return [finder.rank(self.world, row, asked) for row in rows]

    def counts(self, asked: Asked, facets: Mapping[str, Sequence[str]]) -> Counts:
        """Return what each choice would find: of these facets, of days, times and periods."""
        totals: Counts = {}
        for facet, values in facets.items():
            both = facet in self.world.all_of
            beside = asked.facets.get(facet, frozenset()) if both else frozenset()
            for value in values:
                chosen = {**asked.facets, facet: beside | {value}}
                totals[facet, value] = len(self.found(replace(asked, facets=chosen)))
        for at, day in enumerate(WEEKDAYS):
            totals["day", day] = len(self.found(replace(asked, days=frozenset((at,)))))
        for at, time in enumerate(TIMES):
            totals["time", time] = len(self.found(replace(asked, times=frozenset((at,)))))
        for period in PERIODS:
            alone = replace(asked, period=period, first=None, last=None)
            none = period == "holidays" and not finder.stretches(self.world, alone)
            totals["when", period] = 0 if none else len(self.found(alone))
        return totals

    def missed_by(self, asked: Asked, identifier: str) -> int:
        """Return how many of a question's filters keep a row out."""
        return sum(identifier not in self._alone(part) for part in _parts(asked))

    def _alone(self, part: Asked) -> frozenset[str]:
        key = repr(part)
        if key not in self.known:
            rows = self.world.rows
            self.known[key] = frozenset(
                row.id for row in rows if finder.answers(self.world, row, part)
            )
        return self.known[key]


def _parts(asked: Asked) -> Iterator[Asked]:
    """Yield a question for each filter of a question; all that is said of dates is one filter."""
    if asked.words:
        yield Asked(words=asked.words)
    for facet, values in asked.facets.items():
        if values:
            yield Asked(facets={facet: values})
    if asked.age is not None:
        yield Asked(age=asked.age)
    if asked.most is not None:
        yield Asked(most=asked.most)
    if asked.reach is not None:
        yield Asked(reach=asked.reach)
    if asked.box is not None:
        yield Asked(box=asked.box)
    if asked.days or asked.times or asked.period or asked.first or asked.last:
        yield Asked(
            days=asked.days,
            times=asked.times,
            period=asked.period,
            first=asked.first,
            last=asked.last,
        )
