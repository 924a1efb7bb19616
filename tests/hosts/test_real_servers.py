"""nginx and Apache, as Debian has them, do all that the policy asks, at a root and below a path."""

from __future__ import annotations

from posixpath import splitext
from urllib.parse import urlsplit

from generator.rules.deployment.sampling import chosen
from generator.rules.hosting import expected_headers
from tests.hosts.conftest import Online, on_apache
from tests.support.hosted_place import MANIFEST, ROOT_URL


def sample(online: Online) -> tuple[str, ...]:
    return (*chosen(online.hosted.files, online.hosted.policy), "app.webmanifest")


def differences(online: Online, path: str) -> list[str]:
    """Return in words how the answer for a file is not what the policy asks for."""
    policy = online.hosted.policy
    reply = online.get(path, Accept_Encoding="gzip")
    wanted = {
        "Content-Type": policy.types[splitext(path)[1]],
        **dict(expected_headers(policy, path)),
    }
    wrong = [
        f"{path}: {name} is {found!r}, not {value!r}"
        for name, value in wanted.items()
        if (found := reply.one(name)) != value
    ]
    if reply.status != 200:
        wrong.append(f"{path}: status {reply.status}")
    if reply.content != online.hosted.files.get(path, MANIFEST):
        wrong.append(f"{path}: another content")
    return wrong


def test_each_kind_of_file_has_its_type_its_headers_and_its_time(online: Online) -> None:
    paths = sample(online)
    ends = {splitext(path)[1] for path in paths}

    assert [line for path in paths for line in differences(online, path)] == []
    assert {".html", ".css", ".js", ".json", ".geojson", ".ics", ".atom", ".webmanifest"} <= ends


def test_other_sites_may_read_data_and_badges_and_nothing_else(online: Online) -> None:
    assert online.get("cy/badges/robot-builder/").one("Access-Control-Allow-Origin") == "*"
    assert online.get("data/opportunities.json").one("Access-Control-Allow-Origin") == "*"
    assert online.get("explore/").one("Access-Control-Allow-Origin") == ""


def test_text_is_sent_compressed_and_other_files_are_not(online: Online) -> None:
    packed = {
        path: online.get(path, Accept_Encoding="gzip").one("Content-Encoding")
        for path in sample(online)
        if len(online.hosted.files.get(path, MANIFEST)) > 1024
    }
    policy = online.hosted.policy

    assert packed == {
        path: "gzip"
        if policy.types[splitext(path)[1]].partition(";")[0] in policy.compressed
        else ""
        for path in packed
    }
    assert "gzip" in packed.values()


def test_unchanged_file_costs_no_second_transfer(online: Online) -> None:
    mark = online.get("explore/").one("ETag")

    assert mark
    assert online.get("explore/", If_None_Match=mark).status == 304


def test_street_map_comes_in_pieces_and_never_compressed(online: Online) -> None:
    (path,) = (it for it in online.hosted.files if it.endswith(".pmtiles"))
    content = online.hosted.files[path]

    reply = online.get(path, Range="bytes=0-126", Accept_Encoding="gzip")

    assert (reply.status, reply.sent) == (206, content[:127])
    assert reply.one("Content-Range") == f"bytes 0-126/{len(content)}"
    assert reply.one("Content-Encoding") == ""
    assert reply.one("Content-Type") == "application/octet-stream"
    assert online.get(path, Range="bytes=200-").sent == content[200:]


def test_old_address_leads_to_the_new_one_for_good(online: Online) -> None:
    policy = online.hosted.policy
    led = [
        (it.old, (reply := online.get(it.old)).status, reply.one("Location")) for it in policy.moved
    ]

    assert {it.old for it in policy.moved} == {
        "opportunities/shore-count/", "cy/opportunities/shore-count/",
    }  # fmt: skip
    assert [(old, status, urlsplit(where).path) for old, status, where in led] == [
        (it.old, 301, policy.path(it.new)) for it in policy.moved
    ]


def test_withdrawn_record_is_gone_and_its_page_says_so(online: Online) -> None:
    policy = online.hosted.policy

    replies = {it: online.get(it) for it in policy.gone}

    assert set(replies) == {
        "opportunities/reading-at-home/", "cy/opportunities/reading-at-home/",
    }  # fmt: skip
    for address, reply in replies.items():
        assert reply.status == 410
        assert reply.content == online.hosted.files[f"{address}index.html"]
        assert reply.one("Content-Type") == "text/html; charset=utf-8"
        assert (
            dict(policy.everywhere).items()
            <= {n: reply.one(n) for n, _ in policy.everywhere}.items()
        )


def test_unknown_address_has_our_page_with_status_404_and_nobody_keeps_it(online: Online) -> None:
    for path in (
        "no-such-page/",
        "data/none.json",
        "assets/search/en/none.json",
        "images/none.webp",
    ):
        reply = online.get(path)

        assert (path, reply.status) == (path, 404)
        assert reply.content == online.hosted.files["404.html"]
        assert reply.one("Cache-Control") == ""
        for name, value in online.hosted.policy.everywhere:
            assert reply.one(name) == value


def test_slash_that_was_forgotten_is_added(online: Online) -> None:
    reply = online.get("badges")

    assert reply.status == 301
    assert urlsplit(reply.one("Location")).path == online.hosted.policy.path("badges/")


def test_apache_without_its_modules_serves_the_site_without_what_they_do() -> None:
    with on_apache(ROOT_URL, modules=("mpm_event", "authz_core", "dir", "mime")) as plain:
        reply = plain.get("badges/")
        lost = plain.get("no-such-page/")

    assert reply.status == 200
    assert reply.one("Content-Type") == "text/html; charset=utf-8"
    assert reply.one("Content-Security-Policy") == ""
    assert (lost.status, lost.content) == (404, plain.hosted.files["404.html"])
