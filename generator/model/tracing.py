"""Saying what is read of a place, so that what was made from it need not be made again.

A traced place is a Place like any other whose mappings note what is asked of them. Whoever reads it
need not know; whoever keeps what has been read of it for later (a card that is put on many pages)
notes it again for each that it is given to, with ``noting`` and ``noted_again``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from generator.model.place import Backlinks, Links, Place

Read = tuple[str, str | tuple[str, str] | None]
"""What was read: the mapping's name and the key. None stands for all of the mapping, and
``ANYTHING`` for whether it holds something."""

ANYTHING = "\0anything"

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(slots=True)
class Reads:
    """What has been read; the one thing about a traced place that changes."""

    noted: dict[Read, None] = field(default_factory=dict)

    def begin(self) -> None:
        """Forget what was read until now."""
        self.noted = {}

    def so_far(self) -> tuple[Read, ...]:
        """Return what has been read since, each once, in the order of the first time."""
        return tuple(self.noted)


class Noted(Mapping[Key, Value]):
    """A mapping that notes what is asked of it."""

    __slots__ = ("_held", "_name", "_reads")

    def __init__(self, held: Mapping[Key, Value], name: str, reads: Reads) -> None:
        self._held = held
        self._name = name
        self._reads = reads

    def __getitem__(self, key: Key) -> Value:
        self._reads.noted[self._name, key] = None  # type: ignore[index] # keys are ids, or pairs
        return self._held[key]

    def get(self, key: Key, default: Value | None = None) -> Value | None:  # type: ignore[override] # Mapping's is overloaded
        """Return what is held under a key, or the default."""
        self._reads.noted[self._name, key] = None  # type: ignore[index] # as above
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reads.noted[self._name, key] = None  # type: ignore[index] # as above
        return key in self._held

    def __bool__(self) -> bool:
        self._reads.noted[self._name, ANYTHING] = None
        return bool(self._held)

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Key]:
        return iter(self._all())

    def keys(self):  # type: ignore[no-untyped-def] # noqa: ANN201, D102 - a mapping's, and quicker
        return self._all().keys()

    def values(self):  # type: ignore[no-untyped-def] # noqa: ANN201, D102 - as above
        return self._all().values()

    def items(self):  # type: ignore[no-untyped-def] # noqa: ANN201, D102 - as above
        return self._all().items()

    def __eq__(self, other: object) -> bool:
        return self._all() == other

    __hash__ = None  # type: ignore[assignment] # as any mapping

    def _all(self) -> Mapping[Key, Value]:
        self._reads.noted[self._name, None] = None
        return self._held


class _Schemes(Mapping[str, Backlinks]):
    """Backlinks by scheme: of one that holds nothing yet it is noted too what is asked of it."""

    def __init__(self, held: Mapping[str, Backlinks], name: str, reads: Reads) -> None:
        self._held = held
        self._name = name
        self._reads = reads

    def get(self, scheme: str, default: object = None) -> Backlinks:  # noqa: ARG002 - never wanted
        """Return the backlinks of a scheme."""
        return self[scheme]

    def __getitem__(self, scheme: str) -> Backlinks:
        return Noted(self._held.get(scheme, {}), f"{self._name}/{scheme}", self._reads)

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)


@dataclass(frozen=True, slots=True)
class TracedPlace(Place):
    """A place whose mappings note what is asked of them in ``reads``."""

    reads: Reads = field(default_factory=Reads)


def traced(place: Place) -> TracedPlace:
    """Return a place that notes what is read of its mappings.

    What is no mapping (settings, taxonomy, street map, redirects, what is gone) is not noted: it
    stands behind every page, and ``untraced`` gives it.
    """
    reads = Reads()
    held = {item.name: getattr(place, item.name) for item in fields(Place)}
    for name, value in held.items():
        if isinstance(value, Mapping):
            held[name] = Noted(value, name, reads)
    held["links"] = _links(place.links, reads)
    return TracedPlace(**held, reads=reads)


def _links(links: Links, reads: Reads) -> Links:
    noted: dict[str, Any] = {}
    for item in fields(Links):
        value = getattr(links, item.name)
        if item.name.endswith("_by_term"):
            noted[item.name] = _Schemes(value, item.name, reads)
        else:
            noted[item.name] = Noted(value, item.name, reads)
    return replace(links, **noted)


def untraced(place: Place) -> tuple[object, ...]:
    """Return all of a place that is not noted when it is read."""
    return tuple(
        value
        for item in fields(Place)
        if not isinstance(value := getattr(place, item.name), Mapping | Links)
    )


def mapping_named(place: Place, name: str) -> Mapping[object, object]:
    """Return the mapping that a Read names, of a place that is not traced."""
    outer, _, scheme = name.partition("/")
    if scheme:
        return getattr(place.links, outer).get(scheme, {})  # type: ignore[no-any-return] # by name
    return getattr(place if hasattr(place, outer) else place.links, outer)  # type: ignore[no-any-return] # as above


@contextmanager
def noting(place: Place) -> Iterator[dict[Read, None]]:
    """Collect what is read of a place within; nothing where it is not traced."""
    if not isinstance(place, TracedPlace):
        yield {}
        return
    before, place.reads.noted = place.reads.noted, {}
    try:
        yield place.reads.noted
    finally:
        before.update(place.reads.noted)
        place.reads.noted = before


def noted_again(place: Place, reads: Iterable[Read]) -> None:
    """Note what was read of a place when something was made that is now put to use again."""
    if isinstance(place, TracedPlace):
        place.reads.noted.update(dict.fromkeys(reads))
