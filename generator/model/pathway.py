"""A pathway: ordered steps of opportunities and badges towards a destination."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.declaration import declared
from generator.model.record import Image, Kept
from generator.model.shapes import Choice, Flag, Group, Link, Many, Ref, Term, Whole, Words
from generator.model.text import Text

DESTINATIONS = ("job", "apprenticeship", "course", "volunteering")


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from within a step."""

    opportunity: str = declared(Ref(("opportunity",)), "An opportunity.")
    badge: str = declared(Ref(("badge",)), "A badge.")
    text: Text = declared(Words(), "Something that has no record here.")
    url: str = declared(Link(), "Where to read about it.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: an opportunity, a badge, words with a link, or a choice between several."""

    opportunity: str = declared(Ref(("opportunity",)), "An opportunity.")
    badge: str = declared(Ref(("badge",)), "A badge.")
    text: Text = declared(Words(), "Something that has no record here.")
    url: str = declared(Link(), "Where to read about it.")
    optional: bool = declared(Flag(), "It can be left out.")
    choose: int | None = declared(Whole(least=1, most=50), "How many of `of` to do.")
    of: tuple[Option, ...] = declared(Many(Group(Option)), "What to choose from.")

    def within_reach(self) -> Step | None:
        """Return the step asking for no more than it still offers, or None if that is nothing.

        Options that are not published are gone from it; the number to choose was the author's.
        """
        if not (self.opportunity or self.badge or self.text or self.of):
            return None
        if self.choose is None or self.choose <= len(self.of):
            return self
        return replace(self, choose=len(self.of) or None)

    @property
    def options(self) -> tuple[Option, ...]:
        """What the step offers: one thing, or several to choose from."""
        return self.of or (Option(self.opportunity, self.badge, self.text, self.url),)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a pathway leads."""

    kind: str = declared(Choice(DESTINATIONS), "Work, or what leads to it.", required=True)
    title: Text = declared(Words(), "What it is called.", required=True)
    url: str = declared(Link(), "Where to read about it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway(Kept):
    """A way through opportunities and badges towards work or further study."""

    summary: Text = declared(Words(longest=400), "Where it leads, in a line.", required=True)
    goal: Text = declared(Words(longest=400), "What somebody can do at the end.", required=True)
    steps: tuple[Step, ...] = declared(
        Many(Group(Step), least=1), "The steps, in order.", required=True
    )
    destination: Destination | None = declared(Group(Destination), "Where it leads.")
    audience: Text = declared(Words(), "Whom it is for.")
    image: Image | None = declared(Group(Image), "A picture.")
    skills: tuple[str, ...] = declared(Many(Term(("skills",))), "Skills it builds.")
    careers: tuple[str, ...] = declared(Many(Term(("careers",))), "Careers it leads to.")
    topics: tuple[str, ...] = declared(Many(Term(("topics",))), "What it is about.")
