"""What docs/first-hour.md asks its reader to do, for those who follow it without hands.

Commands and the line about safeguarding are read from the page, so that it cannot say one thing
and a picture or a test show another.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "first-hour.md"

VENUE = "content/venues/central-library.md"
ORGANISATION = "content/organisations/library-makers.md"
OPPORTUNITY = "content/opportunities/try-clay.md"
BADGE = "content/badges/first-pot.md"

Run = Callable[[list[str], Path], object]
"""Runs ``doorstep`` with these words in this folder."""


def edit(record: Path, *, draft: bool = False, **fields: str) -> None:
    """Write fields into a record, also where they have a # in front; take the draft's mark away."""
    text = record.read_text("utf-8")
    if not draft:
        text = re.sub(r"^draft:.*\n", "", text, flags=re.MULTILINE)
    for name, value in fields.items():
        line = rf"^(?:# )?( *){name}:.*$"
        text, done = re.subn(line, rf"\g<1>{name}: {value}", text, flags=re.MULTILINE)
        if done != 1:
            raise ValueError(f"{record.name} has {done} lines for {name}")
    record.write_text(text, encoding="utf-8")


def describe(record: Path, words: str) -> None:
    """Put a description below the second --- of a record, instead of the one that was there."""
    fields, end, _ = record.read_text("utf-8").partition("\n---\n")
    record.write_text(f"{fields}{end}\n{words}\n", encoding="utf-8")


def start(folder: Path, run: Run) -> Path:
    """Start the place (step 2), and return its folder."""
    (told,) = _commands("init")
    run(told, folder)
    return folder / told[1]


def write_records(town: Path, run: Run) -> None:
    """Write the first venue, who runs it, and the first opportunity, still a draft (5 to 7)."""
    for told in _commands("new"):
        if told[1] != "badge":
            run(told, town)
    edit(town / VENUE, postcode="NP20 1PA", checked_by="Learning coordinator")
    edit(
        town / ORGANISATION,
        summary="We make things together in the library.",
        email="makers@our-town.example",
        role="Workshop coordinator",
        checked_by="Learning coordinator",
    )
    describe(town / ORGANISATION, "Anybody may come, and nobody has to be good at it.")
    edit(
        town / OPPORTUNITY,
        draft=True,
        summary="An evening with clay, from a lump to a cup. For beginners.",
        organisation="library-makers",
        where="[central-library]",
        email="makers@our-town.example",
        role="Workshop coordinator",
        checked_by="Learning coordinator",
    )
    describe(town / OPPORTUNITY, "Wear something that may get dirty. You take home what you make.")


def make_a_mistake(town: Path) -> None:
    """Offer the opportunity, with a kind that there is not (8)."""
    edit(town / OPPORTUNITY, kind="class")


def mend_the_mistake(town: Path) -> None:
    """Put the kind right, and say whom to tell about a worry (8)."""
    edit(town / OPPORTUNITY, kind="workshop")
    (told,) = re.findall(r"^safeguarding: (.*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    edit(town / ORGANISATION, safeguarding=told)


def write_badge(town: Path, run: Run) -> None:
    """Write a badge, and name it in the opportunity (9)."""
    (told,) = [each for each in _commands("new") if each[1] == "badge"]
    run(told, town)
    criteria = "\n  - Earner has made a pot.\n  - Earner has said how it was made."
    text = (town / BADGE).read_text("utf-8")
    text = re.sub(
        r"^criteria:.*\n(?:  - .*\n)+", f"criteria:{criteria}\n", text, flags=re.MULTILINE
    )
    (town / BADGE).write_text(text, encoding="utf-8")
    edit(
        town / BADGE,
        summary="For somebody who has made a first pot out of clay.",
        issuer="library-makers",
        checked_by="Learning coordinator",
    )
    describe(town / BADGE, "A first pot is never straight. That is the point of it.")
    edit(town / OPPORTUNITY, badges="[first-pot]")


def take_examples_away(town: Path) -> None:
    """Delete the records that came with the place (10)."""
    removed = re.findall(r"^rm (content/.*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    for name in " ".join(removed).split():
        (town / name).unlink()


def _commands(name: str) -> list[list[str]]:
    """Return each line of the page that runs this command, as words after ``doorstep``."""
    found = re.findall(rf"^doorstep ({name} .*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [shlex.split(line) for line in found]
