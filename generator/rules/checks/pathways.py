"""What a pathway's steps must be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.pathway import Option, Pathway, Step
from generator.model.problem import Problem, error
from generator.model.record import Marks


def check_pathway(record: Pathway) -> Iterator[Problem]:
    """Yield what is wrong with a pathway on its own."""
    for index, step in enumerate(record.steps):
        mark = record.marks.at("steps", index)
        single = _given(step, record.marks, index)
        if step.of:
            if single or step.url:
                yield error("step-unclear", mark, "a step is one thing, or a choice; not both")
            if step.choose is None and not record.marks.has("steps", index, "choose"):
                message = f'say under "choose" how many of the {len(step.of)} things to do'
                yield error("choice-impossible", mark, message)
            elif step.choose is not None and step.choose > len(step.of):
                message = f'"choose" must be between 1 and the {len(step.of)} things in "of"'
                where = record.marks.at("steps", index, "choose")
                yield error("choice-impossible", where, message)
            for place, option in enumerate(step.of):
                if _given(option, record.marks, index, "of", place) != 1:
                    where = record.marks.at("steps", index, "of", place)
                    yield error("step-unclear", where, _EXPECTED)
        elif step.choose is not None:
            yield error("choice-impossible", mark, 'there is nothing to choose from; add "of"')
        elif single != 1:
            yield error("step-unclear", mark, _EXPECTED)


_EXPECTED = "expected one of: an opportunity, a badge, or text"


def _given(step: Step | Option, marks: Marks, *at: str | int) -> int:
    """Return how many things it names; what could not be read has been told already, and counts."""
    written = sum(marks.has("steps", *at, name) for name in ("opportunity", "badge", "text"))
    return max(written, sum(bool(value) for value in (step.opportunity, step.badge, step.text)))
