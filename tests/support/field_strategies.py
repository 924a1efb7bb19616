"""Hypothesis strategies for whatever a field declares: a new field is tested from its first day.

Values are what the parse stage lets through, and no tamer: words hold markup, quotes, formulas and
letters of many scripts, but neither control characters nor line ends, which are refused there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from generator.model import shapes
from generator.model.declaration import Declaration, declarations
from generator.model.location import Location
from generator.model.shapes import Shape, nothing
from generator.model.text import Text

LANGUAGES = ("en", "cy")
FIRST_DAY = date(2026, 1, 1)
LAST_DAY = date(2027, 12, 31)

HOSTILE = (
    "</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "&", "{{ 7 * 7 }}", "{% raw %}",
    '"', "'", "`", "\\", "\\n", ";", ",", ":", "|", "* _a_ [b](c) #", "1. x", "+ x", "- x",
    "=1+1", "@SUM(A1)", "+44 1633", "-5", "END:VCALENDAR", "BEGIN:VEVENT", "ż\u0301", "Tŷ",
    "日本語", "👩\u200d🔬", "شمس", "%0A", "\u00a0",
)  # fmt: skip

LINKS = (
    "https://makers.example", "http://b.example:8080/a;b,c(d)'e'?f=g&h=i%0A#j", "https://c.example/ŷ",
)  # fmt: skip

_LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))


def tidy(text: str) -> str:
    return " ".join(text.split())


words = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join),
    st.text(_LETTERS, min_size=1, max_size=40),
).map(tidy).filter(bool)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a reference may name."""

    records: tuple[tuple[str, tuple[str, ...]], ...] = ()
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    neighbourhoods: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> tuple[str, ...]:
        return dict(self.records).get(kind, ())

    def of_scheme(self, scheme: str) -> tuple[str, ...]:
        return dict(self.terms).get(scheme, ())


@cache
def texts() -> st.SearchStrategy[Text]:
    """Words in the main language, sometimes in the second too."""
    return st.builds(
        lambda main, other: Text(((LANGUAGES[0], main), *([(LANGUAGES[1], other)] * bool(other)))),
        words,
        st.one_of(st.just(""), words),
    )


# Making a strategy costs far more than drawing from it, and there are hundreds to a place.
@cache
def fields(record_type: type, known: Known) -> Mapping[str, st.SearchStrategy[object]]:
    """Return a strategy for each declared field; what need not be there sometimes is not."""
    return {
        declaration.attribute: _field(declaration, known)
        for declaration in declarations(record_type)
    }


def _field(declaration: Declaration, known: Known) -> st.SearchStrategy[object]:
    given = values(declaration.shape, known)
    if declaration.required:
        return given
    return st.one_of(st.just(declaration.default), given)


def values(  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    shape: Shape, known: Known
) -> st.SearchStrategy[object]:
    """Return what a field of this shape may hold."""
    match shape:
        case shapes.Words() | shapes.Labels():
            return texts()
        case shapes.WordLists():
            return st.lists(words, max_size=2).map(lambda many: ((LANGUAGES[0], tuple(many)),))
        case shapes.Token(pattern=pattern) if pattern:
            return st.from_regex(f"\\A(?:{pattern})\\Z")
        case shapes.Token():
            return words
        case shapes.Slug():
            return st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}\Z")
        case shapes.Choice(values=choices):
            return st.sampled_from(choices)
        case shapes.Term(schemes=schemes, also=also):
            ids = [term for scheme in schemes for term in known.of_scheme(scheme)]
            return _one_of([*ids, *also], shape)
        case shapes.Ref(kinds=kinds):
            return _one_of([one for kind in kinds for one in known.of_kind(kind)], shape)
        case shapes.Neighbourhood(or_words=True):
            named = [Text.plain(LANGUAGES[0], one) for one in known.neighbourhoods]
            return st.one_of(*([st.sampled_from(named)] if named else []), texts())
        case shapes.Neighbourhood():
            return _one_of(list(known.neighbourhoods), shape)
        case shapes.Link():
            return st.sampled_from(LINKS)
        case shapes.Email():
            return st.sampled_from(("a@b.example", "o'neill+=x@makers.example"))
        case shapes.Phone():
            return st.sampled_from(("01633 000000", "+44 (0)1633 000-000"))
        case shapes.Colour():
            return st.sampled_from(("#00aa55", "#ffffff"))
        case shapes.Language():
            return st.sampled_from(("en", "cy", "bfi", "zh-Hant", "en-GB"))
        case shapes.Zone():
            return st.sampled_from(("Europe/London", "America/Santiago", "Asia/Kolkata", "UTC"))
        case shapes.Day():
            return st.dates(FIRST_DAY, LAST_DAY)
        case shapes.Moment():
            return st.datetimes(
                datetime.combine(FIRST_DAY, datetime.min.time()),
                datetime.combine(LAST_DAY, datetime.min.time()),
            ).map(lambda moment: moment.replace(second=0, microsecond=0))
        case shapes.Whole(least=least, most=most):
            return st.integers(least, min(most, 2000))
        case shapes.Amount(least=least, most=most, places=places):
            return st.decimals(
                Decimal(least), min(Decimal(most), Decimal(5000)), places=min(places, 2)
            )
        case shapes.Flag():
            return st.booleans()
        case shapes.Point():
            return st.builds(Location, st.floats(51.0, 51.9), st.floats(-3.4, -2.1))
        case shapes.ImagePath():
            return st.sampled_from(("images/a.png", "images/b/a.jpg", "images/A.webp"))
        case shapes.Many(of=item, least=least):
            return st.lists(values(item, known), min_size=least, max_size=least + 2).map(
                lambda many: tuple(one for one in many if one not in ("", None))
            )
        case shapes.Group(type=group):
            return st.builds(group, **fields(group, known))


def _one_of(ids: list[str], shape: Shape) -> st.SearchStrategy[object]:
    return st.sampled_from(ids) if ids else st.just(nothing(shape))
