"""What would serve readers better in a record's fields. Advice: it stops nothing, strict or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.problem import Mark, Problem, note
from generator.model.record import Record
from generator.rules.checks.pictures import images_of
from generator.rules.personal import is_mobile, is_personal_address

PERSON_S_ADDRESS = "this looks like one person's address; give one that a team reads"
PERSON_S_NUMBER = "this is a mobile number; give one that a team answers"

_BEGINS_IDLY = re.compile(
    r"(?:(?:an?|the)\s+)?(?:image|picture|photo|photograph|pic|graphic|llun|ffotograff)\s+(?:of|o)\b",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|webp|gif|svg)|(?:img|dsc|image|photo)[_ -]?\d+", re.IGNORECASE
)


def check_advice(record: Record) -> Iterator[Problem]:
    """Yield what a record's fields could say better."""
    yield from _pictures(record)
    for field in ("contact", "book"):
        reached = getattr(record, field, None)
        email, phone = getattr(reached, "email", ""), getattr(reached, "phone", "")
        if email and is_personal_address(email):
            yield note("personal-address", record.marks.at(field, "email"), PERSON_S_ADDRESS)
        if phone and is_mobile(phone):
            yield note("personal-number", record.marks.at(field, "phone"), PERSON_S_NUMBER)


def _pictures(record: Record) -> Iterator[Problem]:
    for name, image in images_of(record):
        mark = record.marks.at(name, "alt")
        for language, words in image.alt.spoken:
            if advice := _weakness(words, record.title.words(language)):
                yield note("weak-alt", mark, advice)
                break


def _weakness(words: str, title: str) -> str:
    said = words.strip()
    if _FILE_NAME.fullmatch(said):
        return "this is a file's name; say what the picture shows"
    if _BEGINS_IDLY.match(said):
        return "a screen reader says already that it is a picture; begin with what it shows"
    if said.casefold() == title.strip().casefold():
        return "this repeats the title; say what the picture shows besides"
    return ""


def found_in(text: str, start: Mark, wanted: str, after: int = 0) -> tuple[Mark, int]:
    """Return where words stand in a body that begins at ``start``, and the offset behind them.

    Where they do not stand as they are, since Markdown lies between, the body's beginning.
    """
    at = text.find(wanted, after)
    if at < 0 or not wanted:
        return start, after
    before = text[:at]
    line = start.line + before.count("\n")
    return Mark(start.path, line, at - before.rfind("\n")), at + len(wanted)
