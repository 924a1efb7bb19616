"""A place in which each of some strings stands in every field of a record of every type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from generator.model.location import Location
from generator.model.registry import KINDS
from generator.model.shapes import LINE
from generator.model.taxonomy import SCHEMES
from generator.rules.decoding import FORBIDDEN
from generator.rules.scalars import words
from generator.rules.unreadable import Unreadable
from tests.support import random_records
from tests.support.random_folders import Files, Wanted, seeded_folder
from tests.support.random_values import Drawing, Known
from tests.support.record_text import record_file
from tests.support.sayings import Tried

SEED = 4
PLAIN = Wanted(size=6, chance=1.0, hidden_from_readers=False, bodies=False)

# Where a string stands in a text decides what a browser could make of it.
BODIES = {
    "opportunity": "{0}\n",
    "badge": "[x]({0})\n\n[x](<{0}>)\n\n[{0}](https://elsewhere.example/)\n\n![{0}]({0})\n",
    "organisation": '<p title="{0}">{0}</p>\n\n<a href="{0}">x</a>\n\n<b {0}>x</b>\n\n<{0}>\n',
    "venue": "| {0} |\n|---|\n| {0} |\n\n- {0}\n\n> {0}\n\n`{0}`\n\n    {0}\n",
    "pathway": '[r]: {0} "{0}"\n\n[r]\n\n<{0}>\n\n## {0}\n\n**{0}** _{0}_\n',
    "page": "Before {0} after\n{0}\n===\n\n1. {0}\n",
}


@dataclass
class Only:
    """The same words for every field; where a list would hold them twice, with a number behind."""

    text: str
    said: int = 0

    def title(self, longest: int) -> str:
        """Return the words as they are."""
        return self.text[:longest]

    def words(self, longest: int) -> str:
        """Return the words; every other time with a number."""
        self.said += 1
        return f"{self.text[: longest - 6]} {self.said}" if self.said % 2 else self.text[:longest]

    def address(self, usual: str) -> str:
        """Return the words as an address, and as each part of one in turn."""
        self.said += 1
        forms = (self.text, f"{usual}{self.text}", f"https://elsewhere.example/{self.text}",
                 f"https://{self.text}.example/", f"javascript:{self.text}")  # fmt: skip
        return forms[self.said % len(forms)]

    def body(self) -> str:
        """Say nothing: a record of each kind has a body of its own."""
        return ""


def hostile_place(strings: Sequence[str]) -> Files:
    """Return a place's files. Records are drafts, of which what is wrong stops nothing: a string
    that a field refuses is left out of that field alone, and all that is accepted is published."""
    readable = [said for text in strings if (said := as_words(text))]
    files = seeded_folder(SEED, PLAIN, Tried(readable))
    files |= dict(_records(strings))
    return files


def as_words(text: str) -> str:
    """Return a string as a title takes it, on one line; "" where it is refused."""
    if FORBIDDEN.search(text):
        return ""
    try:
        return words(" ".join(text.split())[:LINE], LINE)
    except Unreadable:
        return ""


def record_of(number: int) -> str:
    """Return the id of the records that hold the string of this number."""
    return f"tried-{number}"


def _records(strings: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(strings):
        for kind in KINDS:
            random = Random(number)  # noqa: S311 - the same each time
            drawing = Drawing(random, Only(" ".join(text.split())), _known(), record_of(number))
            fields = random_records.record(kind.name, drawing)
            if kind.name == "venue":  # else every other record would give its address away
                fields["location_shown"] = "exact"
            body = BODIES[kind.name].replace("{0}", text)
            content = record_file({**fields, "draft": True}, body)
            yield f"{kind.folder}/{record_of(number)}.md", content.encode("utf-8", "surrogatepass")


def _known() -> Known:
    return Known(
        records={kind.name: (f"{kind.name}-1",) for kind in KINDS if kind.name != "page"}
        | {"page": ("about",)},
        terms={scheme: (f"{scheme}-1",) for scheme in (*SCHEMES, "layers")},
        neighbourhoods=("ward-1",),
        images=("images/one.png",),
        languages=("en",),
        points=(Location(54.45, -0.6),),
        chance=1.0,
    )
