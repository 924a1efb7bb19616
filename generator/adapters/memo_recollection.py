"""Recollection between builds: of what is dear to make again, as data in a Memo.

Values that cost less to make than to take apart and put together stay out of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.adapters.values_as_data import ValuesAsData
from generator.model.digest import digest
from generator.ports import Memo

Given = TypeVar("Given")
Key = TypeVar("Key")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class MemoRecollection:
    """Port Recollection. ``kinds`` has, for each ``what`` that is kept, what takes results apart.

    ``program`` is a digest of all that results depend on besides what they are made from.
    """

    memo: Memo
    program: str
    kinds: Mapping[str, ValuesAsData]

    def all(
        self,
        what: str,
        given: Mapping[Key, Given],
        around: object,
        work: Callable[[Sequence[Given]], Sequence[Result]],
    ) -> Sequence[Result]:
        """Return what comes of each; only of what is not known it is made."""
        values = self.kinds.get(what)
        if values is None:
            return work([*given.values()])
        # Frozen values of text, numbers and dates: they say all of themselves, and say it alike.
        circumstances = digest(what, self.program, repr(around))
        names = [digest(circumstances, repr(value)) for value in given.values()]
        known = [self.memo.recall(name) for name in names]
        missing = [it for it, kept in zip(given.values(), known, strict=True) if kept is None]
        made = iter(work(missing) if missing else ())
        results = []
        for name, kept in zip(names, known, strict=True):
            if kept is None:
                results.append(next(made))
                spelt = json.dumps(values.apart(results[-1]), separators=(",", ":"))
                self.memo.remember(name, spelt.encode())
            else:
                results.append(values.together(json.loads(kept)))
        return results

    def one(self, what: str, given: Given, work: Callable[[Given], Result]) -> Result:  # noqa: ARG002 - the protocol's argument
        """Return what comes of it."""
        return work(given)
