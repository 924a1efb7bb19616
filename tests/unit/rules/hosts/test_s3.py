from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.model.hosting import HostPolicy
from generator.rules.hosts.s3 import LARGEST_FUNCTION, S3
from tests.support.host_formats import a_policy, by_cloudfront

BELOW = "https://www.example.org/learning/"
HOSTILE = ('";throw 1//', "${x}", "</script>", "a\nb", "__proto__")


def files(policy: HostPolicy) -> dict[str, str]:
    return dict(S3.beside(policy).files)


def event(uri: str) -> dict[str, Any]:
    """Return the event of a request, and of its answer, with what a function may count on.

    https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
    """
    return {
        "version": "1.0",
        "context": {"eventType": "viewer-request"},
        "viewer": {"ip": "198.51.100.1"},
        "request": {"method": "GET", "uri": uri, "querystring": {}, "headers": {}, "cookies": {}},
        "response": {
            "statusCode": 200, "statusDescription": "OK", "headers": {}, "cookies": {},
        },
    }  # fmt: skip


def asked(policy: HostPolicy, folder: Path, *uris: str) -> list[Any]:
    found: list[Any] = by_cloudfront(files(policy)["request.js"], list(map(event, uris)), folder)
    return found


def answered(policy: HostPolicy, folder: Path, *uris: str) -> list[Any]:
    found: list[Any] = by_cloudfront(files(policy)["response.js"], list(map(event, uris)), folder)
    return found


def test_address_becomes_its_file_and_a_forgotten_slash_is_added(tmp_path: Path) -> None:
    page, file, short = asked(a_policy(), tmp_path, "/badges/", "/data/feed.atom", "/badges")

    assert page["uri"] == "/badges/index.html"
    assert file["uri"] == "/data/feed.atom"
    assert (short["statusCode"], short["headers"]["location"]["value"]) == (301, "/badges/")


@pytest.mark.parametrize(
    ("url", "base"), [("https://learning.example.org/", "/"), (BELOW, "/learning/")]
)
def test_old_address_leads_to_the_new_one(url: str, base: str, tmp_path: Path) -> None:
    (led,) = asked(a_policy(url=url), tmp_path, f"{base}badges/old-robot/")

    assert led["statusCode"] == 301
    assert led["headers"] == {"location": {"value": f"{base}badges/robot/"}}


def test_answer_has_its_type_its_time_and_whether_it_is_gone(tmp_path: Path) -> None:
    policy = a_policy(url=BELOW)
    page, kept, data, lost = answered(
        policy, tmp_path, "/learning/index.html", "/learning/images/a-1f3a9c0d.webp",
        "/learning/data/venues.geojson", "/learning/opportunities/lost/index.html",
    )  # fmt: skip

    assert page["headers"] == {
        "content-type": {"value": "text/html; charset=utf-8"},
        "cache-control": {"value": policy.asked_again},
    }
    assert kept["headers"]["cache-control"] == {"value": policy.kept}
    assert data["headers"]["content-type"] == {"value": "application/geo+json"}
    assert data["headers"]["access-control-allow-origin"] == {"value": "*"}
    assert (lost["statusCode"], page["statusCode"]) == (410, 200)


def test_ids_stay_strings(tmp_path: Path) -> None:
    policy = a_policy(moved=[(it, "robot") for it in HOSTILE], gone=HOSTILE)

    (asked_for,) = asked(policy, tmp_path, "/badges/")
    (answer,) = answered(policy, tmp_path, "/badges/")

    assert asked_for["uri"] == "/badges/index.html"
    assert answer["statusCode"] == 200


def test_functions_never_grow_beyond_what_cloudfront_takes() -> None:
    moved = [(f"an-old-robot-{number}", "robot") for number in range(300)]
    gone = [f"a-lost-opportunity-{number}" for number in range(300)]

    written = S3.beside(a_policy(moved=moved, gone=gone))

    for name in ("request.js", "response.js"):
        size = len(written.files[name].encode())
        assert LARGEST_FUNCTION - 100 < size <= LARGEST_FUNCTION
    assert written.left_out.endswith(" of 600 addresses that moved or are gone")


def test_headers_are_in_the_form_that_the_service_takes() -> None:
    """As `aws cloudfront create-response-headers-policy` documents its configuration."""
    policy = a_policy()

    config = json.loads(files(policy)["response-headers.json"])
    security, custom = config["SecurityHeadersConfig"], config["CustomHeadersConfig"]

    assert set(config) == {"Name", "Comment", "SecurityHeadersConfig", "CustomHeadersConfig"}
    assert len(config["Name"]) <= 128
    assert custom["Quantity"] == len(custom["Items"]) == 1
    assert {
        "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "X-Content-Type-Options": "nosniff" if security["ContentTypeOptions"]["Override"] else "",
        "Strict-Transport-Security": "max-age="
        + str(security["StrictTransportSecurity"]["AccessControlMaxAgeSec"]),
        **{it["Header"]: it["Value"] for it in custom["Items"]},
    } == dict(policy.everywhere)
    assert all(it["Override"] is True for it in [*security.values(), *custom["Items"]])
