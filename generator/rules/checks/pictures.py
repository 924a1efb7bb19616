"""What must be known of a picture before it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from generator.model.problem import Problem, warning
from generator.model.record import Image, Record

Kind = TypeVar("Kind", bound=Record)


def images_of(record: Record) -> Iterator[tuple[str, Image]]:
    """Yield each picture of a record with the field it stands in."""
    for name in ("image", "logo"):
        image = getattr(record, name, None)
        if isinstance(image, Image):
            yield name, image


def check_pictures(record: Record) -> Iterator[Problem]:
    """Yield what is missing about the people in a picture."""
    for name, image in images_of(record):
        if image.people == "children" and image.consent_until is None:
            message = 'children can be recognised in it; say under "consent_until" how long for'
            yield warning("consent-unknown", record.marks.at(name, "people"), message)


def consent_over(record: Record, today: date) -> Iterator[Problem]:
    """Yield a picture whose people have no longer agreed to its use; it is not shown any more."""
    for name, image in images_of(record):
        if image.consent_until and image.consent_until < today:
            message = f"consent ended on {image.consent_until}; the picture is no longer shown"
            mark = record.marks.at(name, "consent_until")
            yield warning("consent-over", mark, message, passing=True)


def without_stale_pictures(record: Kind, today: date) -> Kind:
    """Return the record without pictures whose people have no longer agreed to their use."""
    changes: dict[str, Any] = {
        name: None
        for name, image in images_of(record)
        if image.consent_until and image.consent_until < today
    }
    return replace(record, **changes) if changes else record
