"""What every record has, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.declaration import declared
from generator.model.problem import Mark
from generator.model.prose import Prose
from generator.model.shapes import (
    Choice,
    Day,
    Email,
    Flag,
    ImagePath,
    Link,
    Many,
    Phone,
    Ref,
    Slug,
    Token,
    Words,
)
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each value of a record stands, by its path: ``("cost", "1", "note")``.

    One text, a line for each value: a record has some forty of them, which as values of their own
    would be two thirds of all that is made, kept and sent from process to process for a place,
    while hardly any is ever asked for.
    """

    start: Mark
    written: str = ""
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, start: Mark, places: Iterable[tuple[str, Mark]]) -> Marks:
        """Return the marks of these values; what is not one of them stands at ``start``."""
        files: dict[str, int] = {}
        lines = (
            f"{name}\t{it.line}\t{it.column}\t{files.setdefault(it.path, len(files))}\n"
            for name, it in places
        )
        return cls(start, "\n" + "".join(lines), tuple(files))

    def has(self, *path: str | int) -> bool:
        """Say whether an author wrote something at ``path``, whether or not it could be read.

        What was written and could not be read has been told already: a check that finds it missing
        says nothing.
        """
        return self._place(".".join(str(part) for part in path)) >= 0

    def at(self, *path: str | int) -> Mark:
        """Return the mark of the value at ``path``, else of the nearest thing around it."""
        wanted = [str(part) for part in path]
        while wanted:
            found = self._place(".".join(wanted))
            if found >= 0:
                line = self.written[found + 1 : self.written.index("\n", found + 1)]
                _, row, column, file = line.split("\t", 3)
                return Mark(self.files[int(file)], int(row), int(column))
            wanted.pop()
        return self.start

    def _place(self, name: str) -> int:
        """Return where the line of a value begins, of several the last; -1 where there is none."""
        return self.written.rfind(f"\n{name}\t")


NOWHERE = Mark("")


@dataclass(frozen=True, slots=True)
class Translation:
    """Who put a record into another language, and when; ``mark`` is where the day stands."""

    language: str
    by: str = ""
    on: date | None = None
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all kinds share. ``id`` is the file's stem and, for ever, the record's address."""

    id: str
    path: str = ""
    marks: Marks = Marks(Mark(""))
    body: tuple[tuple[str, Prose], ...] = ()
    translations: tuple[Translation, ...] = ()

    title: Text = declared(Words(), "What it is called.", required=True)
    aliases: tuple[str, ...] = declared(
        Many(Slug()), "Ids this record used to have; their addresses lead here."
    )
    draft: bool = declared(Flag(), "Not ready: left out of the site, and its problems stop nobody.")
    changed_on: date | None = declared(
        Day(),
        "When its words last changed, where that was before `checked_on`: its translations must be "
        "as new.",
    )

    def chosen_body(self, language: str) -> tuple[str, Prose]:
        """Return ``(language, prose)`` in ``language``, else in what the author wrote first."""
        for tag, prose in self.body:
            if tag == language:
                return tag, prose
        return self.body[0] if self.body else (language, Prose())


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Record):
    """A record that somebody keeps checked, so that a learner can see how fresh it is."""

    owner: str = declared(
        Ref(("organisation",)), "The organisation that keeps this record up to date."
    )
    checked_on: date | None = declared(Day(), "When somebody last made sure that this is right.")
    checked_by: Text = declared(Words(minor=True), "Who did: a role, not a person's name.")
    review_by: date | None = declared(
        Day(), "When it must be checked again; else place.yaml's `review_every` days on."
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask."""

    role: Text = declared(Words(), "A role, such as “course tutor”; not a person's name.")
    name: Text = declared(Words(), "The name of a team or organisation.")
    email: str = declared(Email(), "An e-mail address that a team reads.")
    phone: str = declared(Phone(), "A telephone number.")
    url: str = declared(Link(), "A page with a form or more ways to ask.")

    def __bool__(self) -> bool:
        return bool(self.email or self.phone or self.url or self.role or self.name)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, and what must be known before it is shown."""

    file: str = declared(ImagePath(), "The picture, under content/images/.", required=True)
    alt: Text = declared(
        Words(),
        "What the picture shows, for those who cannot see it: who does what, and where, in a "
        "sentence that could stand in its place. Leave out “picture of”.",
        required=True,
    )
    credit: Text = declared(Words(minor=True), "Who made it.")
    people: str = declared(
        Choice(("none", "adults", "children")), "Who can be recognised in it.", default="none"
    )
    consent_until: date | None = declared(
        Day(), "Until when the people in it have agreed to its use."
    )


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record came from, when it was not written for this site."""

    url: str = declared(Link(), "The page or item it was taken from.")
    id: str = declared(Token(), "Its id there.")
    licence: str = declared(Token(), "The licence it came under, such as OGL-UK-3.0.")


@dataclass(frozen=True, slots=True)
class Level:
    """How advanced, on a named scale."""

    name: Text = declared(Words(), "The level, such as “Entry 3”.", required=True)
    framework: str = declared(Token(), "The scale it is on, such as CQFW or RQF.")
