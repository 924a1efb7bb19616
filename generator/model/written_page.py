"""A page of the team's own words: about, how it works, how to add an opportunity."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.declaration import declared
from generator.model.record import Record
from generator.model.shapes import Words
from generator.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage(Record):
    """A page that is only a title and a body, at ``/<id>/``."""

    summary: Text = declared(Words(longest=400), "What the page is about, in a line.")
