"""Ports that remember: each asks the one it wraps only for what it has not been asked before.

What is remembered is a pure function of what it was given and of the program and its libraries, and
both are in the key. ``program`` is a digest of the latter. Values are JSON and bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from generator.model.calendar_event import CalendarEvent, CalendarFile
from generator.model.digest import digest
from generator.model.drawing import Drawing
from generator.model.picture import Picture, Rendition
from generator.model.problem import Mark, Problem, Severity
from generator.model.prose import InternalLink, Prose
from generator.model.shell import MapParts, MapRequest
from generator.model.social_card import CardFace, CardPicture
from generator.ports import CalendarWriter, Images, MapShell, Markdown, Memo, Painter


@dataclass(frozen=True, slots=True)
class RememberedMarkdown:
    """Port Markdown."""

    markdown: Markdown
    memo: Memo
    program: str

    def render(
        self, path: str, text: str, first_line: int = 1
    ) -> tuple[Prose, tuple[Problem, ...]]:
        """Return sanitised prose. Its marks depend on path and line, so both are in the key."""
        if not text.strip():
            return Prose(), ()
        key = digest("markdown", self.program, path, str(first_line), text)
        known = self.memo.recall(key)
        if known is not None:
            return _prose(json.loads(known))
        prose, problems = self.markdown.render(path, text, first_line)
        value = {"prose": asdict(prose), "problems": [asdict(problem) for problem in problems]}
        self.memo.remember(key, json.dumps(value).encode())
        return prose, problems


@dataclass(frozen=True, slots=True)
class RememberedImages:
    """Port Images. An image that cannot be read is not remembered: it is rare, and quick to say."""

    images: Images
    memo: Memo
    program: str

    def prepare(self, content: bytes, widths: tuple[int, ...]) -> Picture:
        """Return the picture at these widths, ascending; raise UnreadableImage if it is none."""
        key = digest("image", self.program, json.dumps(widths), content)
        known = self.memo.recall(key)
        if known is not None:
            return _picture(known)
        picture = self.images.prepare(content, widths)
        self.memo.remember(key, _as_bytes(picture))
        return picture


@dataclass(frozen=True, slots=True)
class RememberedPainter:
    """Port Painter, with a typeface that is the program's own."""

    painter: Painter
    memo: Memo
    program: str

    def paint(self, drawing: Drawing, pixels: int) -> bytes:
        """Return the drawing as a square PNG, ``pixels`` wide."""
        asked = json.dumps(asdict(drawing), sort_keys=True)
        key = digest("painting", self.program, str(pixels), asked)
        known = self.memo.recall(key)
        if known is not None:
            return known
        painted = self.painter.paint(drawing, pixels)
        self.memo.remember(key, painted)
        return painted

    def card(
        self, face: CardFace, picture: CardPicture | None = None, logo: CardPicture | None = None
    ) -> bytes:
        """Return a social card."""
        pictures = [part for it in (picture, logo) for part in _parts(it)]
        asked = json.dumps(asdict(face), sort_keys=True)
        key = digest("card", self.program, asked, *pictures)
        known = self.memo.recall(key)
        if known is not None:
            return known
        painted = self.painter.card(face, picture, logo)
        self.memo.remember(key, painted)
        return painted


def _parts(picture: CardPicture | None) -> tuple[str, bytes]:
    return ("", b"") if picture is None else (f"whole={picture.whole}", picture.content)


@dataclass(frozen=True, slots=True)
class RememberedCalendars:
    """Port CalendarWriter. A file around events that are known is quickly written again."""

    writer: CalendarWriter
    memo: Memo
    program: str

    def events(self, events: tuple[CalendarEvent, ...], zone: str) -> bytes:
        """Return events, their times in a zone, as they stand in any file; equal ones equally."""
        # Frozen values of text, numbers and dates: they say all of themselves, and say it alike.
        key = digest("calendar events", self.program, zone, repr(events))
        known = self.memo.recall(key)
        if known is not None:
            return known
        written = self.writer.events(events, zone)
        self.memo.remember(key, written)
        return written

    def file(self, calendar: CalendarFile) -> bytes:
        """Return the file's bytes; equal calendars give equal bytes."""
        return self.writer.file(calendar)


@dataclass(frozen=True, slots=True)
class RememberedShell:
    """Port MapShell. A shell that is known saves importing folium, half a second."""

    maps: MapShell
    memo: Memo
    program: str

    def shell(self, request: MapRequest) -> MapParts:
        """Return the parts of a map."""
        asked = json.dumps(asdict(request), sort_keys=True)
        key = digest("map shell", self.program, asked)
        known = self.memo.recall(key)
        if known is not None:
            return MapParts(**json.loads(known))
        parts = self.maps.shell(request)
        self.memo.remember(key, json.dumps(asdict(parts)).encode())
        return parts


def _as_bytes(picture: Picture) -> bytes:
    """Return a line of JSON that says how long each part is, then the parts one after another."""
    facts = {
        "suffix": picture.suffix,
        "width": picture.width,
        "height": picture.height,
        "length": len(picture.content),
        "renditions": [(each.width, len(each.content)) for each in picture.renditions],
    }
    parts = (picture.content, *(each.content for each in picture.renditions))
    return json.dumps(facts).encode() + b"\n" + b"".join(parts)


def _picture(known: bytes) -> Picture:
    head, _, parts = known.partition(b"\n")
    facts = json.loads(head)
    begin = facts["length"]
    renditions = []
    for width, length in facts["renditions"]:
        renditions.append(Rendition(parts[begin : begin + length], width))
        begin += length
    return Picture(
        parts[: facts["length"]],
        facts["suffix"],
        facts["width"],
        facts["height"],
        tuple(renditions),
    )


def _prose(value: dict) -> tuple[Prose, tuple[Problem, ...]]:  # type: ignore[type-arg] # JSON of our own
    prose, problems = value["prose"], value["problems"]
    links = tuple(InternalLink(link["target"], Mark(**link["mark"])) for link in prose["links"])
    return Prose(tuple(prose["pieces"]), links, prose["text"]), tuple(
        Problem(
            **{
                **problem,
                "severity": Severity(problem["severity"]),
                "mark": Mark(**problem["mark"]),
            }
        )
        for problem in problems
    )
