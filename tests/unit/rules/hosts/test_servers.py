"""What nginx, Apache and IIS are given; tests/hosts has the first two read it themselves."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from generator.rules.hosts.apache import APACHE
from generator.rules.hosts.github import GITHUB
from generator.rules.hosts.iis import IIS
from generator.rules.hosts.nginx import NGINX
from tests.support.host_formats import a_policy

HOSTILE = ("a; } server {", 'a"b', "a\nreturn 200;", "$uri", "a%0Ab", "{", "#")


def test_no_id_becomes_a_directive_of_nginx() -> None:
    calm = a_policy(moved=[("old", "new")] * len(HOSTILE), gone=["lost"] * len(HOSTILE))
    policy = a_policy(moved=[(it, it) for it in HOSTILE], gone=HOSTILE)

    usual = NGINX.beside(calm).files["doorstep-site.conf"]
    text = NGINX.beside(policy).files["doorstep-site.conf"]

    for sign in "\n;{}\"'$#":
        assert text.count(sign) == usual.count(sign), sign


def test_no_id_becomes_a_directive_of_apache() -> None:
    calm = a_policy(moved=[("old", "new")] * len(HOSTILE), gone=["lost"] * len(HOSTILE))
    policy = a_policy(moved=[(it, it) for it in HOSTILE], gone=HOSTILE)

    usual = APACHE.in_site(calm).files[".htaccess"]
    text = APACHE.in_site(policy).files[".htaccess"]

    for sign in '\n"<>{}#':
        assert text.count(sign) == usual.count(sign), sign


@pytest.mark.parametrize("value", ["a$uri", "a\nb", "a\x00b"])
def test_value_that_cannot_be_written_is_a_fault_and_not_another_value(value: str) -> None:
    policy = replace(a_policy(), everywhere=(("X-Name", value),))

    with pytest.raises(ValueError, match="cannot send"):
        NGINX.beside(policy)


def test_value_keeps_its_quotes_and_percent_signs() -> None:
    policy = replace(a_policy(), everywhere=(("X-Name", 'a "b" \\ 100%'),))

    assert 'add_header X-Name "a \\"b\\" \\\\ 100%" always;' in "".join(
        NGINX.beside(policy).files.values()
    )
    assert (
        'Header always set X-Name "a \\"b\\" \\\\ 100%%"'
        in APACHE.in_site(policy).files[".htaccess"]
    )


def test_names_of_two_sites_on_one_nginx_differ() -> None:
    maps = {
        NGINX.beside(a_policy(url=url)).files["doorstep-maps.conf"].split("$", 2)[2].split()[0]
        for url in ("https://a.example/", "https://a.example/map/", "https://b.example/")
    }

    assert len(maps) == 3


def test_apache_is_asked_for_nothing_that_fileinfo_does_not_allow() -> None:
    """Of the class FileInfo by httpd.apache.org/docs/2.4/mod/core.html#allowoverride."""
    lines = APACHE.in_site(a_policy()).files[".htaccess"].splitlines()
    allowed = (
        "ErrorDocument", "AddType", "AddCharset", "AddOutputFilterByType", "Header",
        "RedirectMatch", "<IfModule", "</IfModule>", "#",
    )  # fmt: skip

    assert [it for it in lines if it and not it.strip().startswith(allowed)] == []


def test_iis_is_told_types_headers_and_the_page_for_unknown_addresses() -> None:
    policy = a_policy(languages=("en", "cy"))

    root = ElementTree.fromstring(IIS.in_site(policy).files["web.config"].encode())  # noqa: S314 - it is our own
    sent = root.findall("./system.webServer/httpProtocol/customHeaders/add")
    types = root.findall("./system.webServer/staticContent/mimeMap")
    removed = [end for it in root.iter("remove") if (end := it.get("fileExtension"))]

    assert {it.get("name"): it.get("value") for it in sent} == dict(policy.everywhere)
    assert {it.get("fileExtension"): it.get("mimeType") for it in types} == dict(policy.types)
    assert sorted(removed) == sorted(policy.types)
    assert {it.get("path") for it in root.findall("location")} == {
        it.rstrip("/") for it in (*policy.lasting, *policy.for_anyone)
    }


def test_github_keeps_its_hands_off_the_files_and_has_a_workflow() -> None:
    assert GITHUB.in_site(a_policy()).files == {".nojekyll": ""}
    assert set(GITHUB.beside(a_policy()).files) == {".github/workflows/publish.yml"}
