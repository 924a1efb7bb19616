"""``doorstep deploy-check`` as somebody types it, against real servers, right and wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.adapters.web_urllib import UrllibWeb
from generator.model.deployment import State
from generator.workflows.deploy_check import deploy_check, wanted
from tests.hosts.conftest import Online, on_nginx
from tests.support.hosted_place import BELOW_URL
from tests.support.real_hosts import plain_server
from tests.support.sites import ROOT, TINY, copy_place, doorstep


def test_real_servers_with_our_files_have_nothing_to_mend(online: Online) -> None:
    place, files = online.hosted.place, online.hosted.files
    built = {it: files[it] for it in wanted(place, files)}

    done = deploy_check(place, online.address, built, UrllibWeb("tests").ask)

    # which they cannot be told over http, and the test's own have no certificate
    amiss = [it for it in done.findings if it.state is not State.RIGHT]
    assert [it.what for it in amiss if "Strict-Transport-Security" not in it.what] == []
    assert len(done.findings) > 12


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place's folder, as its team has it: content, and the site that was built of it."""
    folder = tmp_path_factory.mktemp("town")
    copy_place(TINY, folder)
    ended = doorstep("build", "--today", "2026-11-23", cwd=folder)
    assert ended.status == 0, ended.stderr
    return folder


def test_command_finds_nothing_wrong_with_nginx_as_it_is_told_to_be(
    town: Path, tmp_path: Path
) -> None:
    with on_nginx(BELOW_URL, tmp_path) as served:
        command = (
            "deploy-check",
            served.address,
            "--content",
            town / "content",
            "--today",
            "2026-11-23",
        )
        ended = doorstep(*command, "--out", tmp_path / "site", "--format", "json", cwd=town)

    told = json.loads(ended.stdout)
    assert [it["what"] for it in told["findings"] if it["state"] == "wrong"] == []
    assert ended.status == 0


def test_command_fails_and_says_what_to_do_where_a_host_sends_nothing(
    town: Path, tmp_path: Path
) -> None:
    with plain_server(town / "site", tmp_path) as origin:
        ended = doorstep("deploy-check", origin, "--today", "2026-11-23", cwd=town)

    assert ended.status == 1
    assert "WRONG   header Content-Security-Policy\n" in ended.stdout
    assert "lesser  the old address opportunities/shore-count/\n" in ended.stdout
    assert "ok      the front page\n" in ended.stdout
    assert ended.stdout.count("          mend      ") > 3


@pytest.mark.parametrize(
    "address", ["learning.example.org", "file:///etc/passwd", "ftp://a.example/"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    ended = doorstep("deploy-check", address, cwd=ROOT)

    assert ended.status == 2
    assert "is no address" in ended.stderr
