"""What a badge's fields must be together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.badge import Badge, Requirement
from generator.model.problem import Problem, error, warning
from generator.model.record import Marks
from generator.rules.checks.opportunities import check_costs


def check_badge(record: Badge) -> Iterator[Problem]:
    """Yield what is wrong with a badge on its own."""
    yield from check_costs(record.cost, record.marks)
    yield from _criteria(record)
    if record.requires is not None:
        yield from _requirement(record.requires, record.marks)
    if record.replaced_by and record.status != "retired":
        message = 'it names what replaces it, but its status is not "retired"'
        yield warning("status-unclear", record.marks.at("replaced_by"), message)
    for index, period in enumerate(record.issued):
        if period.from_ and period.to and period.to < period.from_:
            message = "the period ends before it begins"
            yield error("dates-out-of-order", record.marks.at("issued", index, "to"), message)


def _requirement(needs: Requirement, marks: Marks) -> Iterator[Problem]:
    mark = marks.at("requires")
    if needs.all_of and needs.of:
        message = "it needs all of its badges, or some of several; not both"
        yield error("choice-impossible", mark, message)
    if needs.some is not None and not needs.of:
        yield error("choice-impossible", mark, 'there is nothing to choose from; add "of"')
    if needs.of and needs.some is None and not marks.has("requires", "some"):
        message = f'say under "some" how many of the {len(needs.of)} badges are needed'
        yield error("choice-impossible", mark, message)
    elif needs.some is not None and needs.of and needs.some > len(needs.of):
        message = f'"some" must be between 1 and the {len(needs.of)} badges to choose from'
        yield error("choice-impossible", marks.at("requires", "some"), message)


def _criteria(record: Badge) -> Iterator[Problem]:
    """Hold criteria to the programme's rule: what the earner has done, in the past tense."""
    for index, criterion in enumerate(record.criteria):
        language, words = criterion.spoken[0] if criterion.spoken else ("", "")
        if language == "en" and not words.lower().startswith(("earner has", "the earner has")):
            message = 'a criterion says what was done: "Earner has …"'
            yield warning("criterion-form", record.marks.at("criteria", index), message)
