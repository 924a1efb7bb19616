"""What the pipeline needs from outside, and nothing more. Adapters implement these.

Ports are passed as arguments, never looked up: a test hands in another one, and no module-level
setting has to be put back afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from generator.model.artifact import Artifact, File, Published
from generator.model.assets import Assets
from generator.model.calendar_event import CalendarEvent, CalendarFile
from generator.model.drawing import Drawing
from generator.model.folder_entry import Entry
from generator.model.history import History, Made
from generator.model.location import Bounds, Candidate, Location
from generator.model.node import Node
from generator.model.picture import Picture
from generator.model.problem import Problem
from generator.model.prose import Prose
from generator.model.recollection import Recollection
from generator.model.shell import MapParts, MapRequest
from generator.model.social_card import CardFace, CardPicture
from generator.model.wording import Wording

Given = TypeVar("Given")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]


def unchanged(result: Result) -> Result:
    """Keep a result as it came."""
    return result


class Folder(Protocol):
    """A folder that is read from. Symbolic links are listed and never followed."""

    def entries(self) -> tuple[Entry, ...]:
        """List everything below the folder, sorted by path."""

    def read(self, path: str, limit: int | None = None) -> bytes:
        """Return a file's bytes, at most ``limit`` of them; raise Fault where it cannot be read."""


class Publication(Protocol):
    """Where a build's artifacts go, all of them or none."""

    def publish(self, artifacts: Sequence[File]) -> Published:
        """Make the published folder hold exactly these files and those that are not ours.

        Raises Refused where the folder is not ours to write, Fault where the disk fails, Vanished
        where a file that is to stay as it is does not stand there; in each case what was published
        before is still there, whole.
        """


class Tray(Protocol):
    """Where finished files lie until all are published: so that memory need not hold them."""

    def lay(self, artifact: Artifact) -> File:
        """Return what is published for an artifact that has its digest; Fault where that fails."""


class Yaml(Protocol):
    """YAML, guarded before anything is constructed."""

    def read(
        self, path: str, text: str, first_line: int = 1
    ) -> tuple[Node | None, tuple[Problem, ...]]:
        """Return the text as nodes, or None where it is empty or cannot be read.

        ``first_line`` is the line of the file on which ``text`` begins, so that marks are right in
        front matter. Refused, each as a Problem: tags, anchors and aliases, nesting beyond 20,
        duplicate keys, keys that are not plain words.
        """

    def write(self, value: object) -> str:
        """Return dicts, lists and scalars as diff-friendly YAML that ``read`` gives back."""


class Markdown(Protocol):
    """Markdown to safe HTML."""

    def render(
        self, path: str, text: str, first_line: int = 1
    ) -> tuple[Prose, tuple[Problem, ...]]:
        """Return sanitised prose, with a warning for each thing that had to be removed."""


class UnreadableImage(Exception):
    """The bytes are not an image that we accept; the message says why."""


class Images(Protocol):
    """Images in, clean images out: nothing of the original file survives but its pixels."""

    def prepare(self, content: bytes, widths: tuple[int, ...]) -> Picture:
        """Return the picture at these widths, ascending; raise UnreadableImage if it is none.

        It is never enlarged: widths beyond its own give one rendition at its own.
        """


class Painter(Protocol):
    """Drawings for those who show no SVG: social networks, documents, messages."""

    def paint(self, drawing: Drawing, pixels: int) -> bytes:
        """Return the drawing as a square PNG, ``pixels`` wide."""

    def card(
        self, face: CardFace, picture: CardPicture | None = None, logo: CardPicture | None = None
    ) -> bytes:
        """Return a social card, with a picture of its own and the place's logo where given.

        A PNG; a JPEG where the picture is not ``whole``. At most ``MOST_CARD_BYTES``.
        """


class Gazetteer(Protocol):
    """Postcodes that are known without a network."""

    def knows(self, postcode: str) -> bool:
        """Say whether a postcode, in any spelling, exists. Some do that nobody can place."""

    def locate(self, postcode: str) -> Location | None:
        """Return the middle of a unit postcode in any spelling, or None where there is none."""

    def within(self, bounds: Bounds) -> Iterable[tuple[str, Location]]:
        """Yield every postcode in the box, in postcode order."""

    def nearest_names(self, postcode: str) -> tuple[str, ...]:
        """Return existing postcodes one slip of the finger from this one, likeliest first."""


class ReplacedFile(Protocol):
    """One text file that is replaced as a whole: whoever reads it sees the old text or the new."""

    @property
    def path(self) -> str:
        """Its path, as messages name it."""

    def read(self) -> str:
        """Return its text, or "" where there is no such file; raise Fault if it is unreadable."""

    def replace(self, text: str) -> None:
        """Put this text in its place; raise Fault where that fails, the old text being kept."""


class NewFiles(Protocol):
    """A folder that files are added to, and in which none is ever replaced."""

    def empty(self) -> bool:
        """Say whether there is nothing yet; a folder that does not exist is empty."""

    def create(self, path: str, text: str) -> None:
        """Write a new file and the folders it lies in; raise Refused where there is one."""


class AddressFinder(Protocol):
    """A network geocoder. Only ``doorstep geocode`` ever holds one."""

    @property
    def source(self) -> str:
        """The service and its host, as ``geocodes.yaml`` names them."""

    def find(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        """Return what the service has in the box, best first; empty is its certain "nothing".

        Raises Fault for anything that is not an answer, so that a failure is never remembered as
        a miss, and Stopped where nothing more may be asked in this run.
        """


class MapShell(Protocol):
    """The frame of a map: view, bounds, layers, attribution, controls."""

    def shell(self, request: MapRequest) -> MapParts:
        """Return the parts of a map; equal requests give equal parts."""


class Renderer(Protocol):
    """Templates in, text out."""

    def render(self, template: str, view: object, language: str) -> str:
        """Draw one page. An undefined name or a missing template raises Fault, naming it."""

    def digest_of(self, template: str) -> str:
        """Return what stands for a template and all that drawing it may read of the themes."""

    def dressed(self, own: Mapping[str, bytes]) -> Renderer:
        """Return it for a place with files of its own, by path; the theme's come before them."""

    def assets(self) -> Assets:
        """Return the theme's files (styles, scripts, pictures) as they are to be published."""


class CalendarWriter(Protocol):
    """Calendar files as other programs read them (RFC 5545)."""

    def events(self, events: tuple[CalendarEvent, ...], zone: str) -> bytes:
        """Return events, their times in a zone, as they stand in any file; equal ones equally."""

    def file(self, calendar: CalendarFile) -> bytes:
        """Return the file's bytes; equal calendars give equal bytes."""


class Stemmer(Protocol):
    """Words to their stems, the same here and in the browser."""

    def stems(self, language: str, words: Sequence[str]) -> Sequence[str]:
        """Return the stem of each folded word: the word itself where none is known."""

    def browser_module(self, language: str) -> bytes:
        """Return the ES module that does the same, or b"" where words stay as they are."""

    def licence(self) -> bytes:
        """Return the licence text that has to lie beside published modules."""


class Memo(Protocol):
    """Results of pure functions, by a digest of everything they read. Losing it loses only time."""

    def recall(self, key: str) -> bytes | None:
        """Return what was remembered under the digest, or None."""

    def remember(self, key: str, value: bytes) -> None:
        """Keep a value under the digest. A memo that cannot keep it says nothing."""


class Archive(Protocol):
    """What the last build made of what. Losing it loses only time."""

    def recall(self) -> History:
        """Return what the published site was made of; an empty History where that is not known."""

    def keep(self, made: Sequence[Made], published: Published) -> None:
        """Keep what a site that has just been published was made of."""


class Workers(Protocol):
    """Where independent pieces of work are done."""

    def map(
        self,
        work: Callable[[Given], Result],
        items: Sequence[Given],
        *,
        single: bool = False,
        told: Progress | None = None,
        taken: Callable[[Result], Result] = unchanged,
    ) -> list[Result]:
        """Return ``work(item)`` for each item, in the items' order; what it returns is picklable.

        ``single`` items are large pieces of work of their own, and none is kept waiting behind
        another in the same hands. ``told`` hears how many are done, of how many. ``taken`` is given
        each result here as soon as it comes, in no fixed order, and gives back what is kept of it.
        """


class Reporter(Protocol):
    """What a person watching is told while it happens. Results do not go this way."""

    def stage(self, name: str) -> None:
        """Say that a stage has begun."""

    def progress(self, done: int, total: int) -> None:
        """Say how far long work has come."""

    def count(self, what: str, number: int) -> None:
        """Say how much the stage has had to do with, such as ``records``, 1,200."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Everything outside that one build holds.

    ``today`` gives the date in a time zone by its key, the same at every call: it is asked once,
    when the place's zone is known. ``wording`` gives the interface's words in a language.
    """

    folder: Folder
    yaml: Yaml
    markdown: Markdown
    images: Images
    gazetteer: Gazetteer
    wording: Callable[[str], Wording]
    maps: MapShell
    calendars: CalendarWriter
    painter: Painter
    stemmer: Stemmer
    renderer: Renderer
    workers: Workers
    publication: Publication
    tray: Tray
    archive: Archive
    recollection: Recollection
    reporter: Reporter
    today: Callable[[str], date]
