"""Long lists cut into pages, with the way from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.views.frame import Frame
from generator.views.here import Here
from generator.views.links import Link

PER_PAGE = 40
"""Cards of opportunities: what one reads before one would rather choose something narrower."""

MOST_SHORT_PAGES = 10
PER_LONG_PAGE = 100
"""Of a list with more than so many pages: still small to load, and ten thousand opportunities do
not make five thousand pages that nobody turns to."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is in a list of several pages."""

    words: str
    """“Page 2 of 5”; "" where there is only one, and nothing is to be shown."""
    previous: str
    """The page before; "" on the first."""
    next: str
    """The page after; "" on the last."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list: its number from 1, of how many, and how much stands on each."""

    number: int
    last: int
    size: int

    @property
    def first(self) -> bool:
        """Whether the page is the first, at the list's own address."""
        return self.number == 1

    def address(self, of_list: str) -> str:
        """Return the page's address: ``topics/music/``, ``topics/music/page/2/``."""
        return page_address(of_list, self.number)

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return what of the list stands on the page."""
        return items[(self.number - 1) * self.size : self.number * self.size]


def page_address(of_list: str, number: int) -> str:
    """Return the address of one page of a list; the first has the list's own."""
    return of_list if number == 1 else f"{of_list}page/{number}/"


def parts(count: int) -> Iterator[Part]:
    """Yield the pages that so many take; one where there is nothing."""
    return _parts(count, PER_PAGE if count <= MOST_SHORT_PAGES * PER_PAGE else PER_LONG_PAGE)


def short_parts(count: int) -> Iterator[Part]:
    """Yield the same in short pages, however many: of a list whose first page everybody loads."""
    return _parts(count, PER_PAGE)


def first_part(count: int) -> Part:
    """Return the first of the pages that so many take."""
    return next(parts(count))


def _parts(count: int, size: int) -> Iterator[Part]:
    last = max(1, -(-count // size))
    return (Part(number, last, size) for number in range(1, last + 1))


def pager(here: Here, of_list: str, part: Part) -> Pager:
    """Return where a page stands among those of the list at this address."""
    if part.last == 1:
        return Pager("", "", "")
    number = here.wording.number
    before, after = part.number - 1, part.number + 1
    return Pager(
        here.say("Page {number} of {last}", number=number(part.number), last=number(part.last)),
        here.page(page_address(of_list, before)) if before else "",
        here.page(page_address(of_list, after)) if part.number < part.last else "",
    )


def numbered_frame(here: Here, around: Frame, of_list: str, part: Part) -> Frame:
    """Return the frame of a further page: it says its number, and the way leads by the first."""
    if part.first:
        return around
    title = here.say(
        "{title}, page {number}", title=around.title, number=here.wording.number(part.number)
    )
    first = Link(here.own(around.title), here.page(of_list))
    return replace(around, title=title, trail=(*around.trail, first))
