"""geopy, and the only file that knows it: the gazetteer as a geopy Geocoder, and the network's.

Importing this takes most of the time to the first answer, because geopy loads all its forty
services at once: import it where it is needed, not where a program starts.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Callable, Iterable, Mapping
from email.message import Message
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.adapters.gazetteer_file import GazetteerFile
from generator.adapters.lean_import import absent
from generator.adapters.patient_finder import Trouble
from generator.model.location import Bounds, Candidate, Level, Location

# folium brings ``requests``, so it is there, and geopy would load it: 40 ms for an adapter that we
# must not use, because it retries underneath and one question could become nine.
with absent("requests", "aiohttp"):
    from geopy import exc  # type: ignore[import-untyped]  # geopy ships no types
    from geopy.adapters import (  # type: ignore[import-untyped]  # as above
        AdapterHTTPError,
        BaseSyncAdapter,
        URLLibAdapter,
    )
    from geopy.geocoders import Nominatim, Photon  # type: ignore[import-untyped]  # as above
    from geopy.geocoders.base import Geocoder  # type: ignore[import-untyped]  # as above
    from geopy.location import Location as Found  # type: ignore[import-untyped]  # as above

LARGEST_REPLY = 256 * 1024
LONGEST_REPLY = 10.0
_MOST_CANDIDATES = 10
_LONGEST_LABEL = 200
_NO_ANSWER = "its reply is not an answer"
_ATTRIBUTION = "OS Code-Point Open"


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Every postcode of Great Britain as a geopy geocoder, and as the port Gazetteer.

    ``normalise`` and ``slips`` are the rules of spelling (generator.rules.postcodes).
    """

    def __init__(
        self,
        file: GazetteerFile,
        normalise: Callable[[str], str | None],
        slips: Callable[[str], Iterable[str]],
    ) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._file = file
        self._normalise = normalise
        self._slips = slips

    def geocode(self, query: str, *, exactly_one: bool = True) -> Found | list[Found] | None:
        """Return geopy's Location of a postcode, a list of one, or None where there is none."""
        postcode = self._normalise(query)
        location = self._file.locate(postcode) if postcode else None
        if location is None:
            return None
        raw = {"postcode": postcode, "attribution": _ATTRIBUTION}
        found = Found(postcode, (location.latitude, location.longitude), raw)
        return found if exactly_one else [found]

    def knows(self, postcode: str) -> bool:
        """Say whether the postcode exists."""
        normal = self._normalise(postcode)
        return normal is not None and self._file.knows(normal)

    def locate(self, postcode: str) -> Location | None:
        """Return the middle of a postcode in any spelling, or None where it is unknown."""
        found = self.geocode(postcode)
        return Location(found.latitude, found.longitude) if isinstance(found, Found) else None

    def within(self, bounds: Bounds) -> Iterable[tuple[str, Location]]:
        """Yield every postcode in the box, in postcode order."""
        return self._file.within(bounds)

    def nearest_names(self, postcode: str) -> tuple[str, ...]:
        """Return existing postcodes one slip of the finger from this one, likeliest first."""
        return tuple(meant for meant in self._slips(postcode) if self._file.knows(meant))


class NetworkService:
    """Nominatim or Photon: one question, one request. Use it through PatientFinder.

    ``contact`` is an address that the service can write to; both refuse the nameless.
    """

    def __init__(self, kind: str, domain: str, scheme: str, version: str, contact: str) -> None:
        self._kind = kind
        self._domain = domain
        settings = {
            "domain": domain,
            "scheme": scheme,
            "timeout": LONGEST_REPLY,
            "user_agent": f"Doorstep/{version} ({contact})",
        }
        self._nominatim = kind == "nominatim"
        if self._nominatim:
            self._geocoder = Nominatim(adapter_factory=_believing(_nominatim_positions), **settings)
        else:
            self._geocoder = Photon(adapter_factory=_believing(_photon_positions), **settings)

    @property
    def name(self) -> str:
        """The kind of service and its host."""
        return f"{self._kind} ({self._domain})"

    def ask(self, question: str, bounds: Bounds) -> tuple[Candidate, ...]:
        """Return what was found, best first, or raise Trouble."""
        box = ((bounds.south, bounds.west), (bounds.north, bounds.east))
        options: dict[str, object] = {"exactly_one": False, "limit": _MOST_CANDIDATES}
        options |= {"viewbox": box, "bounded": True} if self._nominatim else {"bbox": box}
        try:
            found = self._geocoder.geocode(question, **options) or []
            return tuple(self._candidate(one) for one in found)
        except exc.GeocoderServiceError as error:
            raise _trouble(error) from None
        except (LookupError, TypeError, ValueError, AttributeError):
            raise Trouble(_NO_ANSWER) from None

    def _candidate(self, found: Found) -> Candidate:
        level = _nominatim_level(found.raw) if self._nominatim else _photon_level(found.raw)
        return Candidate(Location(found.latitude, found.longitude), level, _label(found.address))


def _nominatim_level(raw: Mapping[str, Any]) -> Level:
    """Return what a Nominatim result is, by its place rank: 30 a building, 26 and 27 a street.

    https://nominatim.org/release-docs/latest/customize/Ranking/
    """
    rank = int(raw["place_rank"])
    if raw.get("class") == "highway":
        return Level.STREET  # a bus stop has rank 30 and the name of the library across the road
    if raw.get("type") == "postcode":
        return Level.POSTCODE
    if rank >= 30:  # noqa: PLR2004  named above
        return Level.BUILDING
    return Level.STREET if rank >= 26 else Level.AREA  # noqa: PLR2004  named above


def _photon_level(raw: Mapping[str, Any]) -> Level:
    """Return what a Photon result is, by its type; a point of interest is a ``house`` too."""
    kind = str(raw["properties"]["type"])
    if raw["properties"].get("osm_key") == "highway":
        return Level.STREET
    levels = {"house": Level.BUILDING, "street": Level.STREET}
    return levels.get(kind, Level.AREA)


def _label(text: str) -> str:
    """Return a stranger's text as one short line of printable signs."""
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(line.split())[:_LONGEST_LABEL]


def _trouble(error: exc.GeocoderServiceError) -> Trouble:
    """Say what a geopy exception means for the next try."""
    if isinstance(error, exc.GeocoderRateLimited):
        return Trouble("too many requests", again=True, wait=error.retry_after)
    cause = error.__cause__
    status = cause.status_code if isinstance(cause, AdapterHTTPError) else None
    if status is not None:
        return _refusal(status)
    if isinstance(error, exc.GeocoderTimedOut):
        return Trouble("no reply in time", again=True)
    if isinstance(error, exc.GeocoderParseError):
        return Trouble(_NO_ANSWER)
    return Trouble(_label(str(error)) or "no connection")


def _refusal(status: int) -> Trouble:
    """Say what an HTTP status means for the next try."""
    if status == 403:  # noqa: PLR2004  the number says it best
        return Trouble("it refuses us (403): check the contact and its rules of use", stop=True)
    if 300 <= status < 400:  # noqa: PLR2004  as above
        return Trouble(f"it redirects elsewhere ({status}): check domain and scheme")
    return Trouble(f"it answers {status}", again=status >= 500)  # noqa: PLR2004  as above


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """The adapter that geopy insists on, for a geocoder that has all its answers at home."""

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        raise NotImplementedError(f"the gazetteer asks nobody: {url}, {timeout}, {headers}")

    get_text = get_json


Positions = Callable[[Any], Iterable[tuple[object, object]]]


def _nominatim_positions(reply: Any) -> Iterable[tuple[object, object]]:  # noqa: ANN401 - JSON
    if not isinstance(reply, list):
        raise TypeError
    return [(one["lat"], one["lon"]) for one in reply]


def _photon_positions(reply: Any) -> Iterable[tuple[object, object]]:  # noqa: ANN401 - JSON
    if not isinstance(reply["features"], list):
        raise TypeError
    pairs = [one["geometry"]["coordinates"] for one in reply["features"]]
    return [(latitude, longitude) for longitude, latitude in pairs]


def _believing(positions: Positions) -> Callable[..., _CarefulAdapter]:
    """Return the factory of adapters that believe only replies with such positions in them."""

    def make(*, proxies: object, ssl_context: object) -> _CarefulAdapter:
        return _CarefulAdapter(positions, proxies=proxies, ssl_context=ssl_context)

    return make


class _CarefulAdapter(URLLibAdapter):  # type: ignore[misc]  # geopy ships no types
    """geopy's urllib adapter with a short arm: no redirects, no large or endless replies.

    Chosen by hand, so that no other adapter of geopy's can be, whatever is installed.
    """

    def __init__(self, positions: Positions, *, proxies: object, ssl_context: object) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._positions = positions
        self._opener = build_opener(_NoRedirects())
        self.urlopen = self._open

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        """Return the reply, if it can be an answer.

        geopy takes ``null``, ``{}`` and ``0`` for "nothing found", a missing latitude for 0, and
        wraps a longitude of 357 round to -3.
        """
        try:
            reply = super().get_json(url, timeout=timeout, headers=headers)
            believable = all(_on_earth(*position) for position in self._positions(reply))
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
            believable = False
        if not believable:
            raise exc.GeocoderParseError(_NO_ANSWER)
        return reply

    def _open(self, request: Request, timeout: float) -> _Reply:
        deadline = time.monotonic() + timeout
        try:
            page = self._opener.open(request, timeout=timeout)
        except HTTPError as error:
            with error:
                # Without its body, which geopy would read to the end, however long.
                raise HTTPError(
                    error.url, error.code, error.msg, error.headers, io.BytesIO()
                ) from None
        with page:
            return _Reply(page.headers, page.status, _read(page, deadline))


def _on_earth(latitude: object, longitude: object) -> bool:
    """Say whether these are coordinates, which Nominatim sends as text. NaN never is."""
    return abs(_number(latitude)) <= 90 and abs(_number(longitude)) <= 180  # noqa: PLR2004  degrees


def _number(value: object) -> float:
    return float(value) if isinstance(value, str | int | float) else math.nan


class _Page(Protocol):
    def read1(self, size: int) -> bytes: ...


class _Reply:
    """As much of a response as geopy asks for, already read."""

    def __init__(self, headers: Message, status: int, content: bytes) -> None:
        self.headers = headers
        self._status = status
        self._content = content

    def read(self) -> bytes:
        return self._content

    def getcode(self) -> int:
        return self._status


def _read(page: _Page, deadline: float) -> bytes:
    """Read a body piece by piece: a socket's own timeout never ends a reply that drips."""
    content = b""
    while piece := page.read1(LARGEST_REPLY):
        content += piece
        if len(content) > LARGEST_REPLY:
            raise ValueError(f"the reply is larger than {LARGEST_REPLY // 1024} KB")
        if time.monotonic() > deadline:
            raise TimeoutError("timed out")
    return content


class _NoRedirects(HTTPRedirectHandler):
    """The service named in place.yaml is asked, and no other."""

    def redirect_request(self, *_details: object) -> None:
        return None
