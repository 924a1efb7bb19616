"""Amazon S3 behind CloudFront: two functions and a response headers policy, for somebody to put in.

Nothing lies in the bucket but the site: S3 reads no file of rules. What a function may see and
change, and that it has at most 10 KB: https://docs.aws.amazon.com/AmazonCloudFront/latest/
DeveloperGuide/functions-event-structure.html and …/cloudfront-limits.html
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from generator.model.hosting import Host, HostFiles, HostPolicy

LARGEST_FUNCTION = 10_000

_REQUEST = """\
// Written by doorstep hosting s3: a CloudFront function (runtime 2.0) for viewer requests.
const moved = %(moved)s;

function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (moved[uri]) {
    return leadTo(moved[uri]);
  }
  if (uri.endsWith("/")) {
    request.uri = uri + "index.html";
  } else if (!uri.slice(uri.lastIndexOf("/")).includes(".")) {
    return leadTo(uri + "/");
  }
  return request;
}

function leadTo(address) {
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: { location: { value: address } },
  };
}
"""

_RESPONSE = """\
// Written by doorstep hosting s3: a CloudFront function (runtime 2.0) for viewer responses.
const types = %(types)s;
const lasting = %(lasting)s;
const forAnyone = %(for_anyone)s;
const gone = %(gone)s;

function handler(event) {
  const response = event.response;
  const uri = event.request.uri.replace(/index\\.html$/, "");
  const below = (folder) => uri.startsWith(folder);
  const type = types[uri.endsWith("/") ? ".html" : uri.slice(uri.lastIndexOf("."))];
  if (type) {
    response.headers["content-type"] = { value: type };
  }
  response.headers["cache-control"] = {
    value: lasting.some(below) ? %(kept)s : %(asked_again)s,
  };
  if (forAnyone.some(below)) {
    response.headers["access-control-allow-origin"] = { value: "*" };
  }
  if (gone.includes(uri)) {
    response.statusCode = 410;
    response.statusDescription = "Gone";
  }
  return response;
}
"""


def _beside(policy: HostPolicy) -> HostFiles:
    """Return the three files, each function with as many addresses as it can hold."""
    moved = [(policy.path(it.old), policy.path(it.new)) for it in policy.moved]
    gone = [policy.path(it) for it in policy.gone]
    leading = _most(len(moved), lambda number: _request(moved[:number]))
    ended = _most(len(gone), lambda number: _response(policy, gone[:number]))
    over = len(moved) - leading + len(gone) - ended
    every = len(moved) + len(gone)
    files = {
        "request.js": _request(moved[:leading]),
        "response.js": _response(policy, gone[:ended]),
        "response-headers.json": _headers(policy),
    }
    left = f"{over} of {every} addresses that moved or are gone" if over else ""
    return HostFiles(files, left)


def _most(count: int, written: Callable[[int], str]) -> int:
    """Return the largest number up to ``count`` of which what is written is not too large."""
    if len(written(count).encode()) <= LARGEST_FUNCTION:
        return count
    numbers = range(count)
    return bisect_right(numbers, LARGEST_FUNCTION, key=lambda it: len(written(it).encode())) - 1


def _request(moved: Iterable[tuple[str, str]]) -> str:
    return _REQUEST % {"moved": json.dumps(dict(moved), indent=0)}


def _response(policy: HostPolicy, gone: Sequence[str]) -> str:
    return _RESPONSE % {
        "types": json.dumps(dict(policy.types), indent=2),
        "lasting": json.dumps([policy.path(it) for it in policy.lasting]),
        "for_anyone": json.dumps([policy.path(it) for it in policy.for_anyone]),
        "gone": json.dumps(gone, indent=0),
        "kept": json.dumps(policy.kept),
        "asked_again": json.dumps(policy.asked_again),
    }


def _headers(policy: HostPolicy) -> str:
    """Return what ``aws cloudfront create-response-headers-policy`` takes.

    Headers that CloudFront knows have to be given by their own names there, and no others may.
    """
    headers = dict(policy.everywhere)
    always = {"Override": True}
    content = headers.pop("Content-Security-Policy")
    security: dict[str, object] = {
        "ContentSecurityPolicy": {**always, "ContentSecurityPolicy": content},
        "ContentTypeOptions": always,
        "ReferrerPolicy": {**always, "ReferrerPolicy": headers.pop("Referrer-Policy")},
    }
    del headers["X-Content-Type-Options"]
    if seconds := headers.pop("Strict-Transport-Security", "").removeprefix("max-age="):
        security["StrictTransportSecurity"] = {
            **always,
            "AccessControlMaxAgeSec": int(seconds),
            "IncludeSubdomains": False,
            "Preload": False,
        }
    others = [{"Header": name, "Value": value, **always} for name, value in headers.items()]
    config = {
        "Name": re.sub(r"[^A-Za-z0-9]+", "-", f"doorstep {policy.origin}{policy.base}").strip("-"),
        "Comment": "Written by doorstep hosting s3",
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(others), "Items": others},
    }
    return json.dumps(config, indent=2) + "\n"


S3 = Host(
    name="s3",
    title="Amazon S3 with CloudFront",
    remedy="run `doorstep hosting s3`, put its files into CloudFront again, and clear its cache",
    beside=_beside,
)
