"""What an opportunity's fields must be together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.ages import AgeRange, SchoolYears
from generator.model.entries import CostEntry
from generator.model.opportunity import Opportunity
from generator.model.problem import Problem, error, warning
from generator.model.record import Marks
from generator.rules.ages import range_mistake

_NEEDS_A_WAY = ("book", "apply")
_IN_PERSON = ("in-person", "hybrid", "outreach")
_WHERE = ("venue", "url", "area", "words")


def check_opportunity(record: Opportunity) -> Iterator[Problem]:
    """Yield what is wrong with an opportunity on its own."""
    yield from _where(record)
    yield from check_costs(record.cost, record.marks)
    yield from _ages(record.ages, record.school_years, record.marks)
    yield from _joining(record)
    if record.replaced_by and record.status not in ("ended", "withdrawn", "cancelled"):
        message = 'it names what replaces it, but its status is not "ended"'
        yield warning("status-unclear", record.marks.at("replaced_by"), message)
    if record.ended_on and record.status not in ("ended", "withdrawn"):
        message = 'it has a day on which it ended, but its status is not "ended"'
        yield warning("status-unclear", record.marks.at("ended_on"), message)
    if record.checked_on and record.review_by and record.review_by < record.checked_on:
        message = "it would have to be checked again before the day on which it was checked"
        yield error("dates-out-of-order", record.marks.at("review_by"), message)


def check_costs(costs: tuple[CostEntry, ...], marks: Marks) -> Iterator[Problem]:
    """Yield each price that is neither free nor an amount, or both."""
    for index, entry in enumerate(costs):
        if entry.free and entry.amount:
            mark = marks.at("cost", index)
            yield error("cost-unclear", mark, "it is free, or it has an amount; not both")
        elif not (entry.free or entry.amount is not None or marks.has("cost", index, "amount")):
            mark = marks.at("cost", index)
            yield error("cost-unclear", mark, "expected `free`, or an amount such as 4.50")


def _where(record: Opportunity) -> Iterator[Problem]:
    for index, entry in enumerate(record.where):
        given = [name for name in _WHERE if record.marks.has("where", index, name)]
        told = [value for value in (entry.venue, entry.url, entry.area, entry.words) if value]
        if max(len(given), len(told)) != 1:
            message = "expected one of: a venue, a web address, an area, or words"
            yield error("where-unclear", record.marks.at("where", index), message)
    in_person = [mode for mode in record.mode if mode in _IN_PERSON]
    if in_person and record.where and all(entry.url for entry in record.where):
        message = f"it is {in_person[0]}, but only a web address says where"
        yield warning("where-unclear", record.marks.at("where"), message)


def _ages(ages: AgeRange | None, years: SchoolYears | None, marks: Marks) -> Iterator[Problem]:
    if ages and (mistake := range_mistake(ages)):
        yield error("ages-out-of-order", marks.at("ages"), mistake)
    if years and (mistake := range_mistake(years)):
        yield error("ages-out-of-order", marks.at("school_years"), mistake)


def _joining(record: Opportunity) -> Iterator[Problem]:
    how = next((way for way in record.join if way in _NEEDS_A_WAY), "")
    ways = (record.book, record.contact, record.marks.has("book"), record.marks.has("contact"))
    if how and not any(ways):
        message = f'one has to {how}, but neither "book" nor "contact" says where'
        yield error("join-unclear", record.marks.at("join"), message)
    if "referral" in record.join and not record.referral_by:
        message = 'it takes a referral; say under "referral_by" who can give one'
        yield warning("join-unclear", record.marks.at("join"), message)
