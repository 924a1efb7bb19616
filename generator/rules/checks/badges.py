"""What a badge's fields must be together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.badge import Badge
from generator.model.problem import Problem, error, warning
from generator.rules.checks.opportunities import check_costs


def check_badge(record: Badge) -> Iterator[Problem]:
    """Yield what is wrong with a badge on its own."""
    yield from check_costs(record.cost, record.marks)
    yield from _criteria(record)
    needs = record.requires
    if needs and needs.of and (needs.some is None or needs.some > len(needs.of)):
        message = f'"some" must be between 1 and the {len(needs.of)} badges to choose from'
        yield error("choice-impossible", record.marks.at("requires"), message)
    if needs and needs.all_of and needs.of:
        message = "it needs all of its badges, or some of several; not both"
        yield error("choice-impossible", record.marks.at("requires"), message)
    if record.replaced_by and record.status != "retired":
        message = 'it names what replaces it, but its status is not "retired"'
        yield warning("status-unclear", record.marks.at("replaced_by"), message)
    for index, period in enumerate(record.issued):
        if period.from_ and period.to and period.to < period.from_:
            message = "the period ends before it begins"
            yield error("dates-out-of-order", record.marks.at("issued", index, "to"), message)


def _criteria(record: Badge) -> Iterator[Problem]:
    """Hold criteria to the programme's rule: what the earner has done, in the past tense."""
    for index, criterion in enumerate(record.criteria):
        language, words = criterion.spoken[0] if criterion.spoken else ("", "")
        if language == "en" and not words.lower().startswith(("earner has", "the earner has")):
            message = 'a criterion says what was done: "Earner has …"'
            yield warning("criterion-form", record.marks.at("criteria", index), message)
