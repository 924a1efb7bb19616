"""The sea, from the coastlines of an extract.

OpenStreetMap has no sea: it has coastlines, with land on their left and water on their right
(wiki.openstreetmap.org/wiki/Tag:natural=coastline). Map makers take the sea from a file of the
whole planet's water, 800 MB of it. A place needs a corner of that: the coastlines of its extract,
closed along the edges of a box.

An extract's coastlines seldom end at the box's edge. One that ends within it is followed on in its
own direction, which is what a coast mostly does; but where the other bank of a tidal river is near,
the two are joined, for there the coastline has ended and the river goes on as a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from math import cos, hypot, radians

Point = tuple[float, float]
"""Longitude and latitude."""
Line = tuple[Point, ...]

WIDEST_RIVER = 0.008
"""Degrees of latitude, some 900 metres: banks nearer than this are one river's."""
DIRECTION_LENGTH = 0.02
"""Degrees: how much of a coast's end says where it goes on. Shorter, and a groyne decides."""
NEAR = 1e-9
"""Degrees: closer is the same."""


@dataclass(frozen=True, slots=True)
class Box:
    """The edges of what is drawn, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def corners(self) -> Line:
        """The four corners clockwise, from the south-west."""
        return (
            (self.west, self.south),
            (self.west, self.north),
            (self.east, self.north),
            (self.east, self.south),
        )

    def holds(self, point: Point) -> bool:
        """Say whether a point is inside or on the edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def along(self, point: Point) -> float:
        """Return how far along the edge a point on it is, clockwise from the south-west: 0 to 4."""
        across = (point[0] - self.west) / (self.east - self.west)
        up = (point[1] - self.south) / (self.north - self.south)
        sides = (
            (abs(across), up),
            (abs(up - 1), 1 + across),
            (abs(across - 1), 3 - up),
            (abs(up), 4 - across),
        )
        return min(sides)[1]

    def leaving(self, inside: Point, outside: Point) -> Point:
        """Return where the way from a point inside to one outside crosses the edge."""
        shares = [1.0]
        for axis, low, high in ((0, self.west, self.east), (1, self.south, self.north)):
            step = outside[axis] - inside[axis]
            if outside[axis] > high:
                shares.append((high - inside[axis]) / step)
            elif outside[axis] < low:
                shares.append((low - inside[axis]) / step)
        share = min(shares)
        return (
            inside[0] + share * (outside[0] - inside[0]),
            inside[1] + share * (outside[1] - inside[1]),
        )


@dataclass(frozen=True, slots=True)
class Sea:
    """Rings of water, and the islands in it."""

    waters: tuple[Line, ...] = ()
    islands: tuple[Line, ...] = ()


def sea(coastlines: Iterable[Line], box: Box) -> Sea:
    """Return the sea within the box; without coastlines there is none."""
    chains = joined(coastlines)
    rings = [chain for chain in chains if chain[0] == chain[-1] and all(map(box.holds, chain))]
    open_chains = [chain for chain in chains if chain not in rings]
    pieces = [piece for chain in open_chains for piece in clipped(chain, box)]
    pieces = [_reaching(piece, box) for piece in banks_joined(pieces, box)]
    waters = closed(pieces, box)
    islands = tuple(ring for ring in rings if not _clockwise(ring))
    lagoons = tuple(ring for ring in rings if _clockwise(ring))
    if islands and not waters:
        waters = ((*box.corners, box.corners[0]),)
    return Sea((*waters, *lagoons), islands)


def joined(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines with each that begins where another ends put behind it."""
    starting = {line[0]: line for line in sorted(lines) if len(line) > 1}
    chains: list[Line] = []
    ends = {line[-1] for line in starting.values()}
    # from those that follow no other; what then is left goes round in rings
    for first in [*sorted(starting.keys() - ends), *sorted(starting)]:
        chain: list[Point] = []
        while (line := starting.pop(chain[-1] if chain else first, None)) is not None:
            chain.extend(line if not chain else line[1:])
        if chain:
            chains.append(tuple(chain))
    return tuple(chains)


def clipped(chain: Line, box: Box) -> tuple[Line, ...]:
    """Return the parts of a chain that lie within the box."""
    pieces: list[Line] = []
    piece: list[Point] = []
    for at, point in enumerate(chain):
        if box.holds(point):
            if not piece and at > 0:
                piece.append(box.leaving(point, chain[at - 1]))
            piece.append(point)
        elif piece:
            pieces.append((*piece, box.leaving(piece[-1], point)))
            piece = []
    if piece:
        pieces.append(tuple(piece))
    return tuple(piece for piece in pieces if len(piece) > 1)


def banks_joined(pieces: Sequence[Line], box: Box) -> tuple[Line, ...]:
    """Return the pieces with the two banks of each tidal river joined where one of them ends."""
    waiting = list(pieces)
    for down, up in permutations(pieces, 2):
        if down in waiting and up in waiting and (whole := _one_river(down, up, box)):
            waiting = [whole, *(piece for piece in waiting if piece not in (down, up))]
    return tuple(waiting)


def _one_river(one: Line, other: Line, box: Box) -> Line | None:
    """Return both banks as one line, from one to the other, where the longer faces the shorter."""
    if _on_edge(one[-1], box) or _on_edge(other[0], box):
        return None
    there, after = _nearest(other, one[-1])
    here, before = _nearest(one, other[0])
    if min(there, here) > WIDEST_RIVER:
        return None
    return (*one, *other[after:]) if there < here else (*one[: before + 1], *other)


def closed(pieces: Sequence[Line], box: Box) -> tuple[Line, ...]:
    """Return rings: each piece ends at the edge, and the edge leads clockwise to the next start."""
    waiting = list(pieces)
    rings: list[Line] = []
    while waiting:
        first = waiting.pop(0)
        ring = list(first)
        while True:
            end = box.along(ring[-1])
            following = min([first, *waiting], key=lambda piece: (box.along(piece[0]) - end) % 4)
            ring.extend(_corners_between(end, box.along(following[0]), box))
            if following is first:
                break
            waiting.remove(following)
            ring.extend(following)
        rings.append((*ring, ring[0]))
    return tuple(rings)


def _corners_between(start: float, end: float, box: Box) -> list[Point]:
    """Return the corners that one passes going clockwise; they lie at 0, 1, 2 and 3."""
    passed = [
        ((corner - start) % 4, point)
        for corner, point in enumerate(box.corners)
        if (corner - start) % 4 < (end - start) % 4
    ]
    return [point for _, point in sorted(passed)]


def _reaching(piece: Line, box: Box) -> Line:
    """Return a piece that goes from edge to edge: each end within the box is followed on."""
    if not _on_edge(piece[-1], box):
        piece = (*piece, _followed_on(piece, box))
    if not _on_edge(piece[0], box):
        piece = (_followed_on(piece[::-1], box), *piece)
    return piece


def _followed_on(piece: Line, box: Box) -> Point:
    end = piece[-1]
    before = next((one for one in reversed(piece) if _apart(one, end) > DIRECTION_LENGTH), piece[0])
    far = 10 / (_apart(before, end) or 1)
    beyond = (end[0] + far * (end[0] - before[0]), end[1] + far * (end[1] - before[1]))
    return box.leaving(end, beyond)


def _nearest(line: Line, point: Point) -> tuple[float, int]:
    """Return the distance to the nearest point of a line, and which it is."""
    return min((_apart(one, point), at) for at, one in enumerate(line))


def _apart(one: Point, other: Point) -> float:
    """Return a distance in degrees of latitude."""
    return hypot((one[0] - other[0]) * cos(radians(one[1])), one[1] - other[1])


def _on_edge(point: Point, box: Box) -> bool:
    west_or_east = min(abs(point[0] - box.west), abs(point[0] - box.east))
    return min(west_or_east, abs(point[1] - box.south), abs(point[1] - box.north)) < NEAR


def _clockwise(ring: Line) -> bool:
    """Say which way a ring goes round: its area by the shoelace formula is negative clockwise."""
    pairs = pairwise(ring)
    return sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs) < 0
