"""``_headers`` and ``_redirects``, as Netlify's own parsers and Cloudflare's rules read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.hosting import HostPolicy
from generator.rules.hosts.cloudflare import CLOUDFLARE
from generator.rules.hosts.netlify import NETLIFY
from tests.support.host_formats import (
    a_policy,
    by_netlify,
    cloudflare_headers,
    cloudflare_redirects,
)
from tests.support.sites import ROOT

HOSTILE = ("a\nb /badges/ 200", "a b", "*", ":splat", "a#b", "é", "..", "x 301!\n/* /evil 200!")


def rules(policy: HostPolicy) -> dict[str, dict[str, str]]:
    """Return what each folder of a site should be sent with, as both hosts match addresses."""
    anyone = {"Access-Control-Allow-Origin": "*"}
    return {
        "/*": dict(policy.everywhere),
        **{f"/{it}*": anyone for it in policy.for_anyone},
        **{f"/{it}*": {"Cache-Control": policy.kept} for it in policy.lasting},
    }


def test_netlify_reads_every_header_and_redirect(tmp_path: Path) -> None:
    policy = a_policy(languages=("en", "cy"))

    read = by_netlify(NETLIFY.in_site(policy).files, tmp_path)

    assert read["errors"] == []
    assert {it["for"]: it["values"] for it in read["headers"]} == rules(policy)
    assert [(it["from"], it["to"], it["status"], it["force"]) for it in read["redirects"]] == [
        ("/badges/old-robot/", "/badges/robot/", 301, True),
        ("/cy/badges/old-robot/", "/cy/badges/robot/", 301, True),
        ("/opportunities/lost/", "/opportunities/lost/index.html", 410, True),
        ("/cy/opportunities/lost/", "/cy/opportunities/lost/index.html", 410, True),
    ]


def test_cloudflare_reads_every_header_and_redirect() -> None:
    policy = a_policy()
    files = CLOUDFLARE.in_site(policy).files

    assert cloudflare_headers(files["_headers"]) == rules(policy)
    assert cloudflare_redirects(files["_redirects"]) == [
        ("/badges/old-robot/", "/badges/robot/", 301)
    ]


def test_no_record_s_id_makes_a_rule_of_its_own(tmp_path: Path) -> None:
    policy = a_policy(moved=[(it, f"new{it}") for it in HOSTILE], gone=HOSTILE)

    read = by_netlify(NETLIFY.in_site(policy).files, tmp_path)
    files = CLOUDFLARE.in_site(policy).files

    assert read["errors"] == []
    assert len(read["redirects"]) == 2 * len(HOSTILE)
    assert all(it["from"].startswith(("/badges/", "/opportunities/")) for it in read["redirects"])
    assert all(it["to"].startswith(("/badges/new", "/opportunities/")) for it in read["redirects"])
    assert {it["status"] for it in read["redirects"]} == {301, 410}
    assert len(cloudflare_redirects(files["_redirects"])) == len(HOSTILE)


@pytest.mark.parametrize(("count", "told"), [(2000, ""), (2031, "31 of 2031 old addresses")])
def test_cloudflare_is_given_as_many_redirects_as_it_takes(count: int, told: str) -> None:
    policy = a_policy(moved=[(f"old-{number}", "robot") for number in range(count)])

    written = CLOUDFLARE.in_site(policy)

    assert len(cloudflare_redirects(written.files["_redirects"])) == 2000
    assert written.left_out == told


@pytest.mark.parametrize("file", ["netlify.toml", "generator/data/starter/netlify.toml"])
def test_netlify_toml_takes_nothing_from_what_the_build_writes(file: str) -> None:
    """A header or redirect there would be used instead of the policy's."""
    text = (ROOT / file).read_text("utf-8")

    assert "[[headers]]" not in text
    assert "[[redirects]]" not in text
    assert 'publish = "site"' in text


def test_new_place_has_the_file_that_the_command_writes() -> None:
    starter = (ROOT / "generator/data/starter/netlify.toml").read_text("utf-8")

    assert NETLIFY.beside(a_policy()).files == {"netlify.toml": starter}
    assert "host: netlify" in (ROOT / "generator/data/starter/place.yaml").read_text("utf-8")
    assert "host: netlify" in (ROOT / "content/place.yaml").read_text("utf-8")
