"""What a pathway's steps must be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.pathway import Option, Pathway, Step
from generator.model.problem import Problem, error


def check_pathway(record: Pathway) -> Iterator[Problem]:
    """Yield what is wrong with a pathway on its own."""
    for index, step in enumerate(record.steps):
        mark = record.marks.at("steps", index)
        single = _given(step)
        if step.of:
            if single or step.url:
                yield error("step-unclear", mark, "a step is one thing, or a choice; not both")
            if step.choose is None or step.choose > len(step.of):
                message = f'"choose" must be between 1 and the {len(step.of)} things in "of"'
                yield error("choice-impossible", mark, message)
            for place, option in enumerate(step.of):
                if _given(option) != 1:
                    where = record.marks.at("steps", index, "of", place)
                    yield error("step-unclear", where, _EXPECTED)
        elif step.choose is not None:
            yield error("choice-impossible", mark, 'there is nothing to choose from; add "of"')
        elif single != 1:
            yield error("step-unclear", mark, _EXPECTED)


_EXPECTED = "expected one of: an opportunity, a badge, or text"


def _given(step: Step | Option) -> int:
    return sum(bool(value) for value in (step.opportunity, step.badge, step.text))
