"""A value for whatever a field declares, as an author would type it: new fields come by themselves.

What several fields must be together is mended in ``random_records``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from generator.model import shapes
from generator.model.declaration import Declaration, declarations
from generator.model.location import Location
from generator.model.shapes import Shape
from tests.support.sayings import Sayings

TODAY = date(2026, 11, 23)

_NAMES = ("title", "label", "name")
_TOKENS = {
    r"(SC0?\d{5}|\d{6,7})(-\d+)?": "1234567",
    r"[A-Z]{0,2}\d{6,8}[A-Z]?": "01234567",
    r"\d{8}": "10001234",
    r"\d{1,12}": "100100000000",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that records may use, and how often what may be left out is there."""

    records: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[str, ...]]
    neighbourhoods: tuple[str, ...]
    images: tuple[str, ...]
    languages: tuple[str, ...]
    points: tuple[Location, ...]
    chance: float = 0.4


@dataclass(frozen=True, slots=True)
class Drawing:
    """What values are drawn from: chance, words, and the names there are.

    ``here`` is the id of the record that is drawn: nothing names itself.
    """

    random: Random
    sayings: Sayings
    known: Known
    here: str = ""

    def chance(self) -> bool:
        """Say whether something that may be left out is there."""
        return self.random.random() < self.known.chance

    def fields(self, record_type: type, leave_out: Sequence[str] = ()) -> dict[str, object]:
        """Return a value for each required field and for some of the others."""
        given: dict[str, object] = {}
        for declaration in declarations(record_type):
            if declaration.name in leave_out:
                continue
            if declaration.required or self.chance():
                value = self.value(declaration.shape, declaration)
                if value is not None:
                    given[declaration.name] = value
        return given

    def value(  # noqa: C901, PLR0911, PLR0912 - one arm a shape
        self, shape: Shape, field: Declaration
    ) -> object:
        """Return a value of this shape, or None where nothing that it could name exists."""
        random = self.random
        match shape:
            case shapes.Words(longest=longest) | shapes.Labels(longest=longest):
                return self.words(field, longest)
            case shapes.WordLists():
                return [self.sayings.words(40) for _ in range(random.randint(1, 2))]
            case shapes.Token(pattern=pattern) if pattern:
                return _TOKENS.get(pattern)
            case shapes.Token(longest=longest):
                return self.words(field, longest)
            case shapes.Choice(values=choices):
                return str(random.choice(choices))
            case shapes.Term(schemes=schemes, also=also):
                return self.one_of(
                    [*(one for each in schemes for one in self.known.terms[each]), *also]
                )
            case shapes.Ref(kinds=kinds):
                return self.one_of(
                    [one for kind in kinds for one in self.known.records.get(kind, ())]
                )
            case shapes.Neighbourhood(or_words=or_words):
                if or_words and random.random() < 0.3:
                    return self.sayings.words(60)
                return self.one_of(self.known.neighbourhoods)
            case shapes.ImagePath():
                return self.one_of(self.known.images)
            case shapes.Language():
                return random.choice(("en", "cy", "bfi", "pl", "ar", "zh-Hant"))
            case shapes.Day():
                return self.day()
            case shapes.Whole(least=least, most=most):
                return random.randint(least, min(most, max(least, 40)))
            case shapes.Amount(least=least):
                return Decimal(least) + Decimal(random.randint(1, 4000)).scaleb(-2)
            case shapes.Flag():
                return random.random() < 0.5
            case shapes.Point():
                point = random.choice(self.known.points)
                return [point.latitude, point.longitude]
            case shapes.Many(of=item, least=least):
                return self._many(item, least, field)
            case shapes.Group(type=group):
                return self.fields(group)
            case _:
                return self.sayings.address(self._address(shape))

    def words(self, field: Declaration, longest: int) -> str:
        """Return words that suit a field: names are told apart from whatever else is said."""
        if field.name in _NAMES:
            return self.sayings.title(longest)
        return self.sayings.words(longest)

    def one_of(self, names: Sequence[str]) -> str | None:
        """Return one of these, but never the record itself; None where there is nothing else."""
        others = [name for name in names if name != self.here]
        return self.random.choice(others) if others else None

    def day(self, first: date = TODAY - timedelta(300), days: int = 700) -> date:
        """Return a day from ``first`` on, at most so many days later."""
        return first + timedelta(days=self.random.randint(0, days))

    def clock(self, day: date) -> datetime:
        """Return a moment of a day at a full quarter of an hour, when no clock is changed."""
        minutes = 15 * self.random.randint(6 * 4, 20 * 4)
        return datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)

    def _many(self, item: Shape, least: int, field: Declaration) -> list[object]:
        count = self.random.randint(max(least, 1), max(least, 1) + 2)
        made: list[object] = []
        for _ in range(count):
            value = self.value(item, field)
            # A list that names the same thing twice is warned of; groups are never empty.
            if value not in (None, {}) and value not in made:
                made.append(value)
        return made

    def _address(self, shape: Shape) -> str:
        match shape:
            case shapes.Link():
                return f"https://elsewhere.example/{self.random.randint(1, 999)}?a=b&c=d#e"
            case shapes.Email():
                return f"team-{self.random.randint(1, 99)}@elsewhere.example"
            case shapes.Phone():
                return "01632 960" + f"{self.random.randint(0, 999):03d}"
            case shapes.Colour():
                return self.random.choice(("#00563f", "#7a1f5c", "#1d4ed8"))
            case _:
                raise TypeError(f"no random value for {shape!r}")
