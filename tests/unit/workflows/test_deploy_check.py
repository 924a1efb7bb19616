from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.deployment import Answer, Finding, State
from generator.model.settings import HOSTS
from generator.workflows.deploy_check import Checked, deploy_check, wanted
from tests.support.hosted_place import BELOW_URL, ROOT_URL, HostedPlace, hosted
from tests.support.ideal_host import IdealHost, Spoil, with_header, without

WRONG, LESSER, RIGHT = State.WRONG, State.LESSER, State.RIGHT


def checked(spoil: Spoil | None = None, *, host: str = "", url: str = ROOT_URL) -> Checked:
    """Check an ideal host, but for what is spoilt, as the host that place.yaml names."""
    place = hosted("nginx", url)
    return check(place, IdealHost(place, url, spoil) if spoil else IdealHost(place, url), host)


def check(place: HostedPlace, online: IdealHost, host: str = "") -> Checked:
    named = replace(place.place, settings=replace(place.place.settings, host=host))
    built = {it: place.files[it] for it in wanted(named, place.files)}
    return deploy_check(named, online.address, built, online.ask)


def amiss(done: Checked) -> list[tuple[State, str]]:
    return [(it.state, it.what) for it in done.findings if it.state is not RIGHT]


def the(done: Checked, what: str) -> Finding:
    (found,) = (it for it in done.findings if it.what == what)
    return found


@pytest.mark.parametrize("url", [ROOT_URL, BELOW_URL])
@pytest.mark.parametrize("host", ["", *HOSTS])
def test_host_that_does_all_has_nothing_to_mend(host: str, url: str) -> None:
    assert amiss(checked(host=host, url=url)) == []


def test_site_is_asked_for_few_addresses() -> None:
    online = IdealHost(hosted("nginx", ROOT_URL), ROOT_URL)

    check(hosted("nginx", ROOT_URL), online)

    assert 15 < online.asked <= 45


def status(number: int, path: str = "") -> Spoil:
    return lambda at, it: replace(it, status=number) if at == path else it


LAX = "default-src *"
POLICY, HTTPS = "Content-Security-Policy", "Strict-Transport-Security"
NO_SLASH = "an address without its last slash (badges)"
GONE = "the withdrawn address opportunities/reading-at-home/"
AMISS: dict[str, tuple[Spoil, State, str]] = {
    "no policy": (without(POLICY), WRONG, f"header {POLICY}"),
    "lax policy": (with_header(POLICY, LAX), WRONG, f"header {POLICY}"),
    "any type": (without("X-Content-Type-Options"), WRONG, "header X-Content-Type-Options"),
    "no referrer policy": (without("Referrer-Policy"), LESSER, "header Referrer-Policy"),
    "https for a minute": (with_header(HTTPS, "max-age=60"), WRONG, f"header {HTTPS}"),
    "a cookie": (with_header("Set-Cookie", "id=1; Path=/"), WRONG, "cookies"),
    "200 for anything": (status(200, "no-such-page-3f9a1c/"), WRONG, "an unknown address"),
    "200 for gone": (status(200, "opportunities/reading-at-home/"), LESSER, GONE),
    "packed map": (with_header("Content-Encoding", "gzip", ".pmtiles"), WRONG, "the street map"),
    "http stays": (status(200, "http:"), WRONG, "http://"),
    "no slash": (status(404, "badges"), LESSER, NO_SLASH),
}


@pytest.mark.parametrize(("spoil", "state", "what"), AMISS.values(), ids=AMISS)
def test_what_is_amiss_is_told(spoil: Spoil, state: State, what: str) -> None:
    done = checked(spoil)

    found = the(done, what)
    assert found.state is state
    assert found.remedy


@pytest.mark.parametrize(
    ("ending", "value", "state"),
    [
        (".css", "text/plain", WRONG),
        (".js", "application/javascript", RIGHT),
        (".js", "text/plain", WRONG),
        (".geojson", "application/json", RIGHT),
        (".geojson", "text/plain; charset=utf-8", WRONG),
        (".ics", "text/plain", WRONG),
        (".ics", "text/calendar; charset=iso-8859-1", WRONG),
        (".csv", "text/plain", LESSER),
        (".pmtiles", "text/html", WRONG),
    ],
)
def test_wrong_type_is_told_by_what_it_does(ending: str, value: str, state: State) -> None:
    done = checked(with_header("Content-Type", value, ending))

    states = {it.state for it in done.findings if it.what.startswith("type of ")}
    assert states == ({state} if state is not RIGHT else set())


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("no-cache", RIGHT), ("max-age=600", RIGHT), ("max-age=3600", LESSER),
        ("public, max-age=604800", WRONG), ("max-age=x", LESSER),
    ],
)  # fmt: skip
def test_page_that_is_kept_too_long_is_told(value: str, state: State) -> None:
    done = checked(with_header("Cache-Control", value, ".html"))

    states = {it.state for it in done.findings if ".html is kept" in it.what}
    assert states == ({state} if state is not RIGHT else set())


@pytest.mark.parametrize(
    ("value", "state"), [("max-age=31536000", RIGHT), ("no-cache", LESSER), ("max-age=600", LESSER)]
)
def test_style_sheet_that_is_asked_for_again_is_told(value: str, state: State) -> None:
    done = checked(with_header("Cache-Control", value, ".css"))

    states = {it.state for it in done.findings if ".css is kept" in it.what}
    assert states == ({state} if state is not RIGHT else set())


def test_text_that_comes_unpacked_and_data_for_nobody_else_are_told_file_by_file() -> None:
    plain = checked(without("Content-Encoding"))
    closed = checked(without("Access-Control-Allow-Origin"))

    assert {it.state for it in plain.findings if "is compressed" in it.what} == {LESSER}
    assert {it.state for it in closed.findings if "is for other sites too" in it.what} == {LESSER}
    assert closed.count(WRONG) == 0


def whole(path: str, answer: Answer) -> Answer:
    return replace(answer, status=200) if path.endswith(".pmtiles") else answer


def test_small_map_may_come_whole_and_a_large_one_may_not() -> None:
    place = hosted("nginx", ROOT_URL)
    assert place.place.street_map
    large = replace(place.place.street_map, content=bytes(5 * 1024**2))
    with_large = replace(place, place=replace(place.place, street_map=large))

    small = the(check(place, IdealHost(place, ROOT_URL, whole)), "the street map")
    much = the(check(with_large, IdealHost(with_large, ROOT_URL, whole)), "the street map")

    assert (small.state, much.state) == (LESSER, WRONG)


def led_on(path: str, answer: Answer) -> Answer:
    if answer.status == 301 and path.startswith("opportunities/"):
        page = hosted("nginx", ROOT_URL).files[f"{path}index.html"]
        return Answer(200, {}, page)
    return answer


def test_old_address_that_leads_on_by_its_page_is_lesser_and_one_that_is_lost_is_wrong() -> None:
    what = "the old address opportunities/shore-count/"

    by_page = the(checked(led_on), what)
    lost = the(checked(lambda at, it: Answer(404) if "shore-count" in at else it), what)

    assert (by_page.state, lost.state) == (LESSER, WRONG)


def test_withdrawn_record_that_is_still_online_is_wrong() -> None:
    def old_build(path: str, it: Answer) -> Answer:
        return replace(it, status=200, content=b"Reading at home") if "reading-at" in path else it

    found = the(checked(old_build), "the withdrawn address opportunities/reading-at-home/")

    assert found.state is WRONG


def test_what_a_host_cannot_do_is_no_reason_to_fail() -> None:
    def github(path: str, it: Answer) -> Answer:
        kept = ("content-type", "content-encoding", "content-range", "location")
        headers = {name: value for name, value in it.headers.items() if name in kept}
        headers |= {"cache-control": "max-age=600", "access-control-allow-origin": "*"}
        return led_on(
            path, replace(it, headers=headers, status=200 if it.status == 410 else it.status)
        )

    done = checked(github, host="github")

    assert done.count(WRONG) == 0
    assert done.count(LESSER) > 5
    assert checked(github).count(WRONG) > 0


@pytest.mark.parametrize(
    "front",
    [
        Answer(failure="no answer in time"),
        Answer(404),
        Answer(301, {"location": "https://b.example/"}),
    ],
)
def test_site_that_does_not_answer_is_told_at_once(front: Answer) -> None:
    done = checked(lambda _path, _it: front)

    assert [(it.state, it.what) for it in done.findings] == [(WRONG, "the front page")]


@pytest.mark.parametrize(
    ("address", "wrong"),
    [("http://learning.example.org/", ["https"]), ("http://127.0.0.1:8000/", [])],
)
def test_site_without_https_is_wrong_but_for_one_on_this_machine(
    address: str, wrong: list[str]
) -> None:
    done = checked(url=address)

    assert [it.what for it in done.findings if it.state is WRONG] == wrong


def test_another_site_at_the_address_is_told() -> None:
    done = checked(lambda at, it: replace(it, content=b"<h1>It works!</h1>") if at == "" else it)

    assert the(done, "the front page").state is WRONG


def test_older_build_online_is_lesser() -> None:
    def older(path: str, it: Answer) -> Answer:
        return replace(it, content=it.content + b"\n") if path == "" else it

    assert the(checked(older), "the front page").state is LESSER


def test_without_a_built_folder_the_files_that_every_site_has_are_asked_for() -> None:
    place = hosted("nginx", ROOT_URL)

    done = deploy_check(place.place, ROOT_URL, {}, IdealHost(place, ROOT_URL).ask)

    assert amiss(done) == []
    assert the(done, "files are there").found == "all of 4 looked at"
