"""A host that does all that the policy asks, without a socket; tests spoil one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from posixpath import splitext

from generator.model.deployment import Answer
from generator.rules.hosting import expected_headers
from tests.support.hosted_place import HostedPlace

Spoil = Callable[[str, Answer], Answer]


def _as_it_is(_path: str, answer: Answer) -> Answer:
    return answer


@dataclass
class IdealHost:
    """Answers as a host should; ``spoil`` is given each path and answer, and says what is sent."""

    hosted: HostedPlace
    address: str
    spoil: Spoil = _as_it_is
    asked: int = 0

    def ask(self, address: str, headers: Mapping[str, str]) -> Answer:
        self.asked += 1
        if self.address.startswith("https:") and address.startswith("http:"):
            return self.spoil("http:", Answer(301, {"location": self.address}))
        assert address.startswith(self.address), f"{address} is another site"
        path = address.removeprefix(self.address)
        return self.spoil(path, self._answer(path, headers))

    def _answer(self, path: str, headers: Mapping[str, str]) -> Answer:
        policy, files = self.hosted.policy, self.hosted.files
        for moved in policy.moved:
            if path == moved.old:
                return Answer(301, {"location": policy.path(moved.new)})
        name = f"{path}index.html" if path in ("", *policy.gone) or path.endswith("/") else path
        if name not in files and f"{name}/index.html" in files:
            return Answer(301, {"location": policy.path(f"{name}/")})
        if name not in files:
            return Answer(404, dict(policy.everywhere), files[policy.not_found])
        status = 410 if path in policy.gone else 200
        return self._file(status, name, headers)

    def _file(self, status: int, name: str, headers: Mapping[str, str]) -> Answer:
        policy, content = self.hosted.policy, self.hosted.files[name]
        kind = policy.types[splitext(name)[1]]
        sent = {key.lower(): value for key, value in expected_headers(policy, name)}
        sent["content-type"] = kind
        if "Range" in headers:
            first, last = map(int, headers["Range"].removeprefix("bytes=").split("-"))
            sent["content-range"] = f"bytes {first}-{last}/{len(content)}"
            return Answer(206, sent, content[first : last + 1])
        if kind.partition(";")[0] in policy.compressed and "gzip" in str(headers):
            sent["content-encoding"] = "gzip"
        return Answer(status, sent, content)


def without(name: str) -> Spoil:
    """Leave a header out of every answer."""
    return lambda _path, it: replace(
        it, headers={key: value for key, value in it.headers.items() if key != name.lower()}
    )


def with_header(name: str, value: str, only: str = "") -> Spoil:
    """Send a header with another value, with paths that end so."""

    def change(path: str, it: Answer) -> Answer:
        if not path.endswith(only):
            return it
        return replace(it, headers={**it.headers, name.lower(): value})

    return change
