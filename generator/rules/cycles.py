"""Rings in what leads to what, found without recursion: a chain of ten thousand is allowed."""

from __future__ import annotations

from collections.abc import Mapping


def rings(leads_to: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return each ring once, beginning with its smallest name, in order of that name.

    Depth-first search that remembers the way it came by. Of the rings that share an edge back only
    the one that is met first is told: mending it shows the next.
    """
    done: set[str] = set()
    found: set[tuple[str, ...]] = set()
    for start in sorted(leads_to):
        if start in done:
            continue
        way: list[str] = [start]
        on_way = {start: 0}
        ahead = [iter(leads_to.get(start, ()))]
        while ahead:
            following = next(ahead[-1], None)
            if following is None:
                ahead.pop()
                left = way.pop()
                del on_way[left]
                done.add(left)
            elif following in on_way:
                found.add(_from_smallest(tuple(way[on_way[following] :])))
            elif following not in done:
                on_way[following] = len(way)
                way.append(following)
                ahead.append(iter(leads_to.get(following, ())))
    return tuple(sorted(found))


def _from_smallest(ring: tuple[str, ...]) -> tuple[str, ...]:
    first = ring.index(min(ring))
    return ring[first:] + ring[:first]
