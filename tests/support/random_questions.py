"""Questions to a finder at random: about what its rows hold, so that most find something."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from urllib.parse import urlencode

from tests.reference.finder import Asked, World, all_words, common
from tests.reference.many_questions import PERIODS, TIMES, WEEKDAYS

MILE = 1609.344
SORTS = ("best", "near", "soonest", "newest", "checked")
MILES = (1, 2, 3, 5, 10)
BOX_DECIMALS = 4
FIRST_DAY = date(2026, 11, 16)
MOST_AT_ONCE = 3


def address(asked: Asked, near: str = "") -> str:
    """Return the query of a question, as the finder's page writes it into its address."""
    pairs: list[tuple[str, object]] = [("q", asked.words), ("near", near)]
    pairs += [(facet, value) for facet, values in asked.facets.items() for value in sorted(values)]
    pairs += [("day", WEEKDAYS[day]) for day in sorted(asked.days)]
    pairs += [("time", TIMES[time]) for time in sorted(asked.times)]
    pairs += [
        ("when", asked.period),
        ("age", asked.age),
        ("from", asked.first),
        ("to", asked.last),
        ("most", asked.most),
        ("within", asked.reach and round(asked.reach / MILE)),
        ("box", asked.box and ",".join(map(str, asked.box))),
        ("sort", asked.sort),
    ]
    return urlencode([(name, value) for name, value in pairs if value not in (None, "")])


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody may ask of a world: its words, and the values of its facets."""

    world: World
    facets: Mapping[str, Sequence[str]]

    def question(self, chance: Random) -> Asked:
        """Return a question with none to a few filters: with all of them nothing is ever found."""
        makers = self._makers()
        used = set(chance.sample(sorted(makers), chance.randint(0, MOST_AT_ONCE)))
        used |= set(chance.choice(((), ("words",), ("facets",), ("sort",))))
        asked = replace(Asked(), **{name: makers[name](chance) for name in sorted(used)})
        # a period stands before a range of one's own, as the form has it
        return replace(asked, first=None, last=None) if asked.period else asked

    def _makers(self) -> dict[str, Callable[[Random], Any]]:
        return {
            "words": self._words,
            "facets": self._values,
            "age": lambda chance: chance.randint(0, 70),
            "days": lambda chance: frozenset(chance.sample(range(7), chance.randint(1, 3))),
            "times": lambda chance: frozenset(chance.sample(range(3), chance.randint(1, 2))),
            "period": lambda chance: chance.choice(PERIODS),
            "first": lambda chance: FIRST_DAY + timedelta(days=chance.randint(0, 40)),
            "last": lambda chance: FIRST_DAY + timedelta(days=chance.randint(0, 90)),
            "most": lambda chance: chance.choice((0, 20, 50, 99)),
            "reach": lambda chance: round(chance.choice(MILES) * MILE),
            "box": self._box,
            "sort": lambda chance: chance.choice(SORTS),
        }

    def _values(self, chance: Random) -> dict[str, frozenset[str]]:
        facets = chance.sample(sorted(self.facets), chance.randint(1, 2))
        return {
            facet: frozenset(
                chance.sample(
                    self.facets[facet], min(len(self.facets[facet]), chance.randint(1, 3))
                )
            )
            for facet in facets
        }

    def _box(self, chance: Random) -> tuple[float, float, float, float]:
        """Return the part of the map around two venues."""
        one, other = (venue.location for venue in chance.sample(self.world.venues, 2))
        south, north = sorted((one.latitude, other.latitude))
        west, east = sorted((one.longitude, other.longitude))
        rim = 0.0037
        box = (west - rim, south - rim, east + rim, north + rim)
        return tuple(round(at, BOX_DECIMALS) for at in box)  # type: ignore[return-value] # four

    def _words(self, chance: Random) -> str:
        """Return one or two words, or a phrase, out of one row's texts; some of them mistyped."""
        row = chance.choice(self.world.rows)
        words = all_words(chance.choice([text for _, text in row.words if text]))
        at = chance.randrange(len(words))
        if chance.random() < 0.2:
            pair = words[at : at + 2]
            if not set(pair) & common(self.world):
                return f'"{" ".join(pair)}"'
        some = [words[at], *([chance.choice(words)] if chance.random() < 0.3 else [])]
        return " ".join(_said(word, chance) for word in some)


def _said(word: str, chance: Random) -> str:
    """Return a word as somebody may type it."""
    at = chance.randrange(len(word))
    return chance.choice((
        word,
        word.upper(),
        word[:3],
        word[: max(2, len(word) - 2)],
        f"{word}s",
        word[:at] + word[at + 1 :],
        word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :] if at else word,
        f"{word[:at]}e{word[at:]}",
    ))  # fmt: skip
