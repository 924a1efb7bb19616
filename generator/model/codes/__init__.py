"""Every code that a Problem can have, with what the reference page says of it."""

from __future__ import annotations

from generator.model.codes import advice, between, fields, files, place, records, theme
from generator.model.codes.code import Code

SUBJECTS: tuple[tuple[str, tuple[Code, ...]], ...] = (
    ("Files and their YAML", files.CODES),
    ("Fields and their values", fields.CODES),
    ("One record", records.CODES),
    ("Between records", between.CODES),
    ("The place, and the passing of time", place.CODES),
    ("Themes", theme.CODES),
    ("Advice, which stops nothing", advice.CODES),
)
"""The codes by subject, in the order in which a reader meets them."""

CODES: dict[str, Code] = {code.id: code for _, codes in SUBJECTS for code in codes}
