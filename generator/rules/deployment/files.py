"""Files of each sort: their type, how long they are kept, whether they come compressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from posixpath import splitext
from types import MappingProxyType

from generator.model.deployment import Answer, Deployment, Finding, State

Answers = Mapping[str, Answer]

ALSO_RIGHT = MappingProxyType({
    ".atom": ("application/xml", "text/xml"),
    ".geojson": ("application/json", "application/vnd.geo+json"),
    ".js": ("application/javascript",),
    ".json": ("application/ld+json",),
    ".pmtiles": ("application/vnd.pmtiles",),
    ".xml": ("text/xml",),
})  # fmt: skip
HARMLESS = frozenset({".atom", ".csv", ".txt", ".xml"})
"""A browser shows them one way or the other; of all others it runs, draws or keeps none."""

SHORT = 600
"""Seconds that a page may be out of date without anybody minding; what GitHub Pages sends."""
A_DAY = 86_400
A_MONTH = 30 * A_DAY
WORTH_COMPRESSING = 2048


def files(site: Deployment) -> Iterator[Finding]:
    """Ask for each of the files that were chosen, once, and look at what comes."""
    answers = {path: site.get(path, Accept_Encoding="gzip") for path in site.shown}
    missing = {path: it for path, it in answers.items() if it.status != 200}  # noqa: PLR2004 - the number says it best
    there = {path: it for path, it in answers.items() if path not in missing}
    yield from _together("files are there", [_missing(site, *it) for it in missing.items()], there)
    looks: tuple[tuple[str, Callable[[Deployment, str, Answer], Finding | None]], ...] = (
        ("types of files", _type),
        ("how long files are kept", _kept),
        ("text is compressed", _compressed),
        ("files are as they were built", _same),
    )
    for what, look in looks:
        found = [finding for it in there.items() if (finding := look(site, *it))]
        yield from _together(what, found, there)
    open_to_all = {
        path: it for path, it in there.items() if path.startswith(site.policy.for_anyone)
    }
    found = [it for pair in open_to_all.items() if (it := _for_anyone(site, *pair))]
    yield from _together("other sites may read data and badges", found, open_to_all)


def _together(what: str, found: Sequence[Finding], looked_at: Answers) -> Iterator[Finding]:
    """Yield what was found, or one line that says of how many nothing was."""
    if found:
        yield from found
    elif looked_at:
        yield Finding(State.RIGHT, what, "all", f"all of {len(looked_at)} looked at")


def _missing(site: Deployment, path: str, answer: Answer) -> Finding:
    found = answer.failure or f"status {answer.status}"
    remedy = (
        f"publish the whole folder; some hosts refuse types they do not know ({site.host.remedy})"
    )
    return Finding(State.WRONG, path, "status 200", found, remedy)


def _type(site: Deployment, path: str, answer: Answer) -> Finding | None:
    end = splitext(path)[1]
    expected = site.policy.types[end]
    found, _, letters = answer.header("content-type").lower().partition(";")
    utf8 = letters.strip() in ("", "charset=utf-8", 'charset="utf-8"')
    if utf8 and found.strip() in (expected.partition(";")[0], *ALSO_RIGHT.get(end, ())):
        return None
    state = State.LESSER if end in HARMLESS else State.WRONG
    remedy = f"give files that end with {end} this type ({site.host.remedy})"
    return Finding(
        state, f"type of {path}", expected, answer.header("content-type") or "none", remedy
    )


def _kept(site: Deployment, path: str, answer: Answer) -> Finding | None:
    given = answer.header("cache-control").lower()
    seconds = _max_age(given)
    again = "no-cache" in given or "no-store" in given
    what, found = f"how long {path} is kept", given or "it does not say"
    if path.startswith(site.policy.lasting):
        if seconds is not None and seconds >= A_MONTH and not again:
            return None
        remedy = (
            f"its name changes with its content, so it may be kept for a year ({site.host.remedy})"
        )
        return Finding(State.LESSER, what, site.policy.kept, found, remedy)
    if again or (seconds is not None and seconds <= SHORT):
        return None
    remedy = f"people would see an old page beside a new one ({site.host.remedy})"
    state = State.WRONG if seconds is not None and seconds > A_DAY else State.LESSER
    return Finding(state, what, site.policy.asked_again, found, remedy)


def _max_age(given: str) -> int | None:
    for part in given.split(","):
        name, _, number = part.strip().partition("=")
        if name == "max-age" and number.isascii() and number.isdigit():
            return int(number[:12])
    return None


def _compressed(site: Deployment, path: str, answer: Answer) -> Finding | None:
    kind = site.policy.types[splitext(path)[1]].partition(";")[0]
    wanted = kind in site.policy.compressed and len(answer.content) >= WORTH_COMPRESSING
    if not wanted or answer.header("content-encoding"):
        return None
    remedy = f"on a slow line this is the difference between 1 s and 4 ({site.host.remedy})"
    return Finding(State.LESSER, f"{path} is compressed", "gzip or Brotli", "it is not", remedy)


def _same(site: Deployment, path: str, answer: Answer) -> Finding | None:
    built = site.built.get(path)
    if built is None or not answer.whole or built == answer.content:
        return None
    remedy = "publish the folder, and clear the cache of what stands between"
    return Finding(State.LESSER, f"{path} is as it was built", "the same", "another", remedy)


def _for_anyone(site: Deployment, path: str, answer: Answer) -> Finding | None:
    found = answer.header("access-control-allow-origin")
    if found == "*":
        return None
    remedy = f"pages of partners cannot read it ({site.host.remedy})"
    return Finding(
        State.LESSER, f"{path} is for other sites too", "Access-Control-Allow-Origin: *",
        found or "none", remedy,
    )  # fmt: skip


def street_map(site: Deployment, path: str, size: int) -> Iterator[Finding]:
    """Look whether the street map comes in pieces, and never compressed."""
    last = min(126, size - 1)
    answer = site.get(path, Range=f"bytes=0-{last}", Accept_Encoding="gzip")
    what, expected = "the street map", "comes in pieces (206)"
    if answer.header("content-encoding"):
        yield Finding(
            State.WRONG, what, "not compressed", answer.header("content-encoding"),
            f"its pieces are no pieces of the file when it is compressed ({site.host.remedy})",
        )  # fmt: skip
    elif (
        answer.status == 206  # noqa: PLR2004 - as above
        and answer.header("content-range").startswith(f"bytes 0-{last}/")
        and len(answer.content) == last + 1
    ):
        yield Finding(State.RIGHT, what, expected, "it does")
    elif answer.status == 200:  # noqa: PLR2004 - as above
        small = size <= WHOLE_AT_MOST
        remedy = "each visitor fetches all of it" if small else "maps show outlines instead of it"
        able = site.host.sends_pieces and not small
        yield site.without(able, what, expected, "comes whole", remedy)
    else:
        found = answer.failure or f"status {answer.status}"
        yield Finding(State.WRONG, what, expected, found, "publish that file")
        return
    if wrong := _type(site, path, answer):
        yield wrong


WHOLE_AT_MOST = 4 * 1024**2
"""Bytes up to which a page fetches all of the map where it cannot have pieces (docs/basemap.md)."""
