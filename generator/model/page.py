"""Pages that templates draw, and what a build learns of each as it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # an edition's outputs plan pages, and a page is of an edition
    from generator.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a template will draw: path in the site, template name, what makes its view.

    ``path`` is a relative POSIX path such as ``opportunities/robotics/index.html``. ``source``
    is the record it came from, or "" for a page that sums up many. The view is
    ``make(edition, *given)``: it is made when somebody asks for it and not kept, because ten
    thousand views at once are gigabytes, and each worker makes those of the pages that it draws.
    """

    path: str
    template: str
    edition: Edition
    make: Callable[..., object]
    given: tuple[object, ...] = ()
    source: str = ""

    @property
    def language(self) -> str:
        """The language that it is in."""
        return self.edition.language

    @property
    def view(self) -> object:
        """What its template is given; made anew at each asking."""
        return self.make(self.edition, *self.given)


@dataclass(frozen=True, slots=True)
class Listing:
    """A page as search engines are told of it; only of those that they may list.

    ``alternates`` are its other languages: tag and full address.
    """

    canonical: str
    language: str
    alternates: tuple[tuple[str, str], ...] = ()
    source: str = ""
