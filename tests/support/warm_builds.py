"""One place built over and over into one folder with one cache, and beside it each time anew."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest.mock import patch

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator import app
from generator.adapters import receipts, rendering_jinja
from generator.adapters.console import NullReporter
from generator.adapters.publication import FolderPublication
from generator.adapters.rendering_jinja import JinjaRenderer
from generator.adapters.rendering_jinja import environment as make_environment
from generator.model.artifact import File, Kept, Published
from generator.model.asked import Asked
from generator.model.digest import sha256
from generator.model.drawing import Drawing
from generator.model.fault import Fault, Refused
from generator.model.social_card import CardFace, CardPicture
from generator.model.source import Source
from generator.model.wording import Wording
from generator.stages import parse
from tests.support.place_edits import THEME, Edited
from tests.support.random_folders import Files
from tests.support.sites import tree


class TellingPainter:
    """Port Painter that tells all that it was given instead of painting it, which takes longest of
    all that a small place needs."""

    def __init__(self, _typeface: Path) -> None:
        """As PillowPainter is made."""

    def paint(self, drawing: Drawing, pixels: int) -> bytes:
        return f"{drawing} {pixels}".encode()

    def card(
        self, face: CardFace, picture: CardPicture | None = None, logo: CardPicture | None = None
    ) -> bytes:
        sums = [sha256(it.content) + str(it.whole) if it else "" for it in (picture, logo)]
        return f"{face} {sums}".encode()


@dataclass
class Calls:
    """What a build did, as seen from outside: records read, pages drawn, by digest, files kept."""

    read: int = 0
    drawn: list[str] = field(default_factory=list)
    kept: int = 0
    written: int = 0
    at_once: bool = True
    """Whether it was over before anything was published: nothing had changed."""


@dataclass(frozen=True)
class Came:
    """What came of a build: the site, or why there is none, and the problems that were told."""

    site: Files | None
    problems: str
    refused: str = ""
    calls: Calls = field(default_factory=Calls, compare=False)


@contextmanager
def watched(calls: Calls, fails_at: int = 0) -> Iterator[None]:
    """Count what builds in this process do; let the drawing of page ``fails_at`` fail."""
    render, publish = JinjaRenderer.render, FolderPublication.publish
    read = parse.parse_record

    def reading(source: Source, reading: parse.Reading) -> parse.ReadRecord:
        calls.read += 1
        return read(source, reading)

    def counting(self: JinjaRenderer, template: str, view: object, language: str) -> str:
        if len(calls.drawn) + 1 == fails_at:
            raise Fault("the drawing was told to fail")
        text = render(self, template, view, language)
        calls.drawn.append(sha256(text.encode()))
        return text

    def published(self: FolderPublication, artifacts: Sequence[File]) -> Published:
        calls.at_once = False
        calls.kept += sum(isinstance(it, Kept) for it in artifacts)
        done = publish(self, artifacts)
        calls.written += len(done.written)
        return done

    with (
        patch.object(parse, "parse_record", reading),
        patch.object(JinjaRenderer, "render", counting),
        patch.object(FolderPublication, "publish", published),
    ):
        yield


class _Compiled(BytecodeCache):
    """Compiled templates by name and source: compiling is half of what a small place takes."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@contextmanager
def quickly() -> Iterator[None]:
    """Put the telling painter in the place of the real one, and compile each template once."""

    def environment(
        themes: tuple[Path, ...], wording: Wording, names: Mapping[str, str]
    ) -> Environment:
        made = make_environment(themes, wording, names)
        made.bytecode_cache = _COMPILED
        return made

    with (
        patch("generator.wiring.PillowPainter", TellingPainter),
        patch.object(rendering_jinja, "environment", environment),
    ):
        yield


@contextmanager
def long_ago() -> Iterator[None]:
    """Let every file seem to have been changed a while ago, so that receipts are kept at once.

    Between two edits of a test lies a whole build, so that no two bear the same time.
    """
    later = SimpleNamespace(time_ns=lambda: time.time_ns() + 10_000_000_000)
    with patch.object(receipts, "time", later):
        yield


@dataclass
class Workshop:
    """A folder with a place's content, its theme, its cache, and the site that is built warm."""

    root: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.root / "content"

    @property
    def site(self) -> Path:
        """The site that is built over and over."""
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """The cache."""
        return Asked(content=self.content).cache

    def lay_out(self, place: Edited) -> None:
        """Write what differs from what is there, and remove what is gone, as an editor would."""
        _brought_up_to_date(self.content, place.content)
        _brought_up_to_date(self.root / "themes" / THEME, place.theme)

    def asked(self, place: Edited, out: Path, jobs: int = 1) -> Asked:
        """Return what is asked for."""
        return Asked(
            content=self.content,
            out=out,
            base_url=place.base_url,
            theme=THEME if place.themed else "",
            today=place.today,
            drafts=place.drafts,
            jobs=jobs,
        )

    def warm(self, place: Edited, fails_at: int = 0) -> Came:
        """Build over what is there, with all that is remembered."""
        return self._built(place, self.site, fails_at)

    def page(self, random: Random) -> Path:
        """Return a page of the site that is built over and over."""
        return random.choice(sorted(self.site.rglob("index.html")))

    def cold(self, place: Edited) -> Came:
        """Build into a new folder, with an empty cache."""
        aside = self.root / "cache-aside"
        if self.cache.exists():
            self.cache.rename(aside)
        try:
            return self._built(place, self.root / "anew")
        finally:
            for made in (self.cache, self.root / "anew", self.root / ".anew.doorstep"):
                shutil.rmtree(made, ignore_errors=True)
            if aside.exists():
                aside.rename(self.cache)

    def _built(self, place: Edited, out: Path, fails_at: int = 0) -> Came:
        calls = Calls()
        try:
            with quickly(), long_ago(), watched(calls, fails_at):
                outcome = app.build(self.asked(place, out), NullReporter())
        except (Fault, Refused) as reason:
            return Came(None, "", str(reason), calls)
        problems = app.in_words(outcome.problems, "json")
        return Came(tree(out) if outcome.published else None, problems, "", calls)


def _brought_up_to_date(folder: Path, files: Files) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there = tree(folder)
    for name in there.keys() - files.keys():
        (folder / name).unlink()
    for name, content in files.items():
        if there.get(name) != content:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def damage(cache: Path, random: Random) -> str:
    """Damage a cache as disks and people do; return what was done."""
    files = [path for path in sorted(cache.rglob("*")) if path.is_file()]
    if not files:
        return "there was no cache"
    path = random.choice(files)
    content = path.read_bytes()
    path.chmod(0o600)
    match random.randrange(5):
        case 0:
            at = random.randrange(len(content) or 1)
            flipped = bytes(~byte & 255 for byte in content[at : at + 64])
            path.write_bytes(content[:at] + flipped + content[at + 64 :])
            what = "bytes flipped in"
        case 1:
            path.write_bytes(content[: random.randrange(len(content) + 1)])
            what = "cut:"
        case 2:
            path.unlink()
            what = "removed:"
        case 3:
            path.write_bytes(content + random.randbytes(100))
            what = "longer:"
        case _:
            path = cache / "key"
            path.unlink(missing_ok=True)
            path.write_bytes(random.randbytes(32))
            path.chmod(0o400)
            what = "somebody else's:"
    if path.name == "key" and path.exists():
        path.chmod(0o400)
    return f"{what} {path.name}"
