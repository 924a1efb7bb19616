"""Translations that their originals have left behind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Problem, warning
from generator.model.record import Record
from generator.rules.spoken import original_day


def check_translations(record: Record) -> Iterator[Problem]:
    """Yield the translations that are older than what they translate.

    Never more than a warning, and as passing time: whoever mends a price must be able to publish
    it before somebody is found who speaks Welsh.
    """
    newest = original_day(record)
    for translation in record.translations:
        if newest and translation.on and translation.on < newest:
            what = "changed" if record.changed_on else "was checked"
            message = (
                f"older than the record, which {what} on {newest}; compare the two, then bring "
                "`translated_on` up to date"
            )
            yield warning("translation-older", translation.mark, message, passing=True)
