"""/badges/ and /pathways/ in a real browser: words, filters, and what is there without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Serve, Visits
from tests.support.axe import axe_messages
from tests.support.random_folders import write_folder
from tests.support.saltmarsh import RECORDS, place_files, record
from tests.support.served import ServedSite
from tests.support.settling import settled
from tests.support.sites import build_site
from tests.support.visits import PHONE, WITHOUT_SCRIPT, Viewer, Visit

NUMBER = re.compile(r"^(\d+) ")
CATALOGUES = ("badges/", "pathways/")
READY = "[data-finder][data-ready]"


class Catalogue:
    """/badges/ or /pathways/ as somebody uses it."""

    def __init__(self, window: Visit, base: str) -> None:
        self.window = window
        self.page: Page = window.page
        self.base = base

    def open(self, address: str) -> Catalogue:
        self.window.forget()
        self.window.goto(self.base + address)
        expect(self.page.locator(READY)).to_be_visible()
        return self

    def settle(self) -> None:
        """Wait until what was asked has been answered: typing waits 150 ms for the next letter."""
        settled(self.page)

    def total(self) -> int:
        status = self.page.locator("[data-finder-status]")
        expect(status).to_have_text(NUMBER)
        found = NUMBER.match(status.inner_text())
        assert found is not None
        return int(found[1])

    def titles(self) -> list[str]:
        return self.page.locator("[data-finder-list] [data-card-title]").all_text_contents()

    def type(self, words: str) -> None:
        self.page.fill("#finder-q", words)
        self.settle()

    def choose(self, name: str, value: str) -> int:
        """Tick a choice; return the count that stood beside it."""
        box = self.page.locator(f'input[name="{name}"][value="{value}"]')
        asked = self.page.locator(f'[data-facet="{name}"]').or_(box).first
        for folded in asked.locator("xpath=ancestor::details[not(@open)]").all():
            folded.locator("summary").first.click()
        choice = box.locator("xpath=ancestor::li")
        count = int(choice.locator("[data-count]").inner_text())
        choice.locator("label").click()
        self.settle()
        return count


@pytest.fixture
def catalogue(visit: Visits, newport_served: ServedSite) -> Catalogue:
    base = newport_served.sub_path
    return Catalogue(visit(f"{base}about/"), base)


@pytest.mark.parametrize("address", CATALOGUES)
def test_everything_is_there_before_anything_is_asked_and_stands_by_title(
    catalogue: Catalogue, address: str
) -> None:
    catalogue.open(address)

    titles = catalogue.titles()
    assert len(titles) == min(20, catalogue.total()) > 8
    assert titles == sorted(titles, key=str.casefold)
    assert not catalogue.page.locator("[data-finder-plain]").is_visible()
    assert catalogue.window.faults() == []


def test_a_badge_is_found_by_the_beginning_of_a_word_by_a_slip_and_by_a_phrase(
    catalogue: Catalogue,
) -> None:
    catalogue.open("badges/")
    everything = catalogue.total()
    found = {}

    for typed in ("robo", "robto", '"first aid"'):
        catalogue.type(typed)
        found[typed] = catalogue.titles()

    assert "robot" in found["robo"][0].lower()
    assert 0 < len(found["robo"]) < everything
    assert "Robot" in found["robto"][0]
    assert found['"first aid"'][0] == "First Aider"


def test_a_pathway_is_found_by_what_is_at_its_end(catalogue: Catalogue) -> None:
    catalogue.open("pathways/")

    catalogue.type("mechanic")

    assert catalogue.titles()[0] == "From flat tyre to apprentice"


def test_a_count_says_what_choosing_it_finds(catalogue: Catalogue) -> None:
    catalogue.open("badges/")

    for name, value in (("cost", "free"), ("layer", "lead"), ("hours", "20")):
        count = catalogue.choose(name, value)

        assert catalogue.total() == count > 0
    assert catalogue.page.url.endswith("badges/?layer=lead&hours=20&cost=free")


def test_a_shared_address_shows_the_same_list_and_back_undoes_one_choice(
    catalogue: Catalogue,
) -> None:
    catalogue.open("pathways/")
    jobs = catalogue.choose("destination", "job")
    catalogue.choose("steps", "6")
    both, address = catalogue.titles(), catalogue.page.url.removeprefix(catalogue.base)

    catalogue.page.go_back()
    catalogue.settle()
    after_back = catalogue.total()
    catalogue.open(address)

    assert after_back == jobs
    assert catalogue.titles() == both
    tags = catalogue.page.locator("[data-finder-chosen] .chosen-one").all_inner_texts()
    assert tags == ["A job", "Up to 6 steps"]


def test_all_that_is_chosen_goes_at_once(catalogue: Catalogue) -> None:
    catalogue.open("badges/?layer=lead&cost=free")
    few = catalogue.total()

    catalogue.page.get_by_role("button", name="Clear all").last.click()
    catalogue.settle()

    assert catalogue.total() > few
    assert catalogue.page.url.endswith("badges/")


def test_what_a_catalogue_does_not_ask_cannot_be_asked_by_address(catalogue: Catalogue) -> None:
    everything = catalogue.open("badges/").total()

    catalogue.open("badges/?day=sat&when=today&near=stow-hill&within=1&age=3&sort=soonest")

    assert catalogue.total() == everything
    assert catalogue.page.locator("[data-finder-chosen] button").count() == 0
    assert catalogue.page.input_value("#finder-sort") == ""


def test_when_nothing_is_found_it_says_what_to_let_go_of(catalogue: Catalogue) -> None:
    catalogue.open("badges/?q=robot&topic=music")
    expect(catalogue.page.locator("[data-finder-empty]")).to_be_visible()

    catalogue.page.locator("[data-finder-loosen] button").first.click()
    catalogue.settle()

    assert catalogue.total() > 0
    expect(catalogue.page.locator("[data-finder-empty]")).to_be_hidden()


def test_more_badges_take_the_focus_along(catalogue: Catalogue) -> None:
    catalogue.open("badges/")

    catalogue.page.locator("[data-finder-more]").press("Enter")
    catalogue.settle()

    focused = catalogue.page.evaluate("document.activeElement.textContent")
    assert len(catalogue.titles()) == 40
    assert focused == catalogue.titles()[20]


def test_a_badge_can_be_saved_from_its_result(catalogue: Catalogue) -> None:
    catalogue.open("badges/?q=robot")

    catalogue.page.locator("[data-finder-list] .save").first.click()

    expect(catalogue.page.locator(".save").first).to_have_attribute("aria-pressed", "true")
    catalogue.window.goto(f"{catalogue.base}saved/")
    expect(catalogue.page.locator("[data-saved=list] h3")).to_contain_text("Robot")


def test_a_badge_that_is_no_longer_awarded_stands_apart_and_is_suggested(
    catalogue: Catalogue,
) -> None:
    catalogue.open("badges/")
    page = catalogue.page
    title = page.locator(".retired .card h3 bdi, .retired .card h3 a").first.text_content() or ""

    page.locator("#finder-q").press_sequentially(title[:8])
    catalogue.settle()

    assert title not in catalogue.titles()
    expect(page.get_by_role("option", name=title)).to_contain_text("No longer awarded")


def test_it_is_asked_and_read_by_keyboard_alone(catalogue: Catalogue) -> None:
    catalogue.open("badges/")
    page = catalogue.page
    page.locator("#finder-q").focus()

    page.keyboard.type("robot")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    catalogue.settle()
    heading = page.evaluate("document.activeElement.matches('[data-finder-heading]')")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-card-link]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/badges/*/")

    assert heading
    assert "obot" in page.locator("h1").inner_text()


@pytest.mark.parametrize("address", CATALOGUES)
def test_an_index_that_cannot_be_had_leaves_the_whole_list(
    visit: Visits, newport_served: ServedSite, address: str
) -> None:
    window = visit(f"{newport_served.root}about/")
    window.page.route("**/assets/search/**", lambda route: route.abort())

    window.goto(newport_served.root + address)

    assert window.page.locator("[data-finder-plain] .card:visible").count() > 8
    assert not window.page.locator("[data-finder]").is_visible()


@pytest.mark.parametrize("address", CATALOGUES)
def test_without_script_everything_is_listed(
    visit: Visits, newport_served: ServedSite, address: str
) -> None:
    listed = Catalogue(visit(f"{newport_served.root}about/"), newport_served.root)
    everything = listed.open(address).total()

    window = visit(newport_served.root + address, WITHOUT_SCRIPT)

    assert window.page.locator("[data-finder-plain] .card:visible").count() == everything
    assert not window.page.locator("[data-finder]").is_visible()
    assert window.faults() == []


@pytest.mark.parametrize("address", [*CATALOGUES, "badges/?q=robot", "badges/?q=qqqqzz"])
@pytest.mark.parametrize("viewer", [PHONE, Viewer()], ids=["phone", "desktop"])
def test_it_fits_and_axe_finds_nothing(
    visit: Visits, newport_served: ServedSite, viewer: Viewer, address: str
) -> None:
    window = visit(newport_served.root + address, viewer)
    page = window.page
    expect(page.locator(READY)).to_be_visible()
    page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true; })")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe_messages(page) == []
    assert window.faults() == []


@pytest.fixture(scope="module")
def welsh_served(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> ServedSite:
    """Saltmarsh in two languages, with enough badges to be asked for."""
    usual = RECORDS["badges/robot-builder.md"].partition("summary:")[2]
    files = place_files()
    for at in range(9):
        files[f"badges/b{at}.md"] = record(f"title: Badge {at}\nsummary:{usual}")
    files["badges/football.md"] = record(f"title: Football\nsummary:{usual}")
    files["badges/football.cy.md"] = record("title: Pêl-droed\nsummary: Wedi chwarae.\n", "")
    folder = tmp_path_factory.mktemp("welsh")
    content = {name: it.encode() if isinstance(it, str) else it for name, it in files.items()}
    return serve(build_site(write_folder(folder / "content", content), folder / "site"))


def test_a_welsh_page_finds_welsh_titles_without_accents_and_mutated(
    visit: Visits, welsh_served: ServedSite
) -> None:
    base = f"{welsh_served.root}cy/"
    page = Catalogue(visit(f"{base}about/"), base).open("badges/")

    for typed in ("pel-droed", "mhêl-droed", "football"):
        page.type(typed)

        assert page.titles() == ["Pêl-droed"]
    page.page.locator("[data-card-link]").first.click()
    page.page.wait_for_url("**/cy/badges/football/")
    assert page.window.faults() == []


def test_few_pathways_stay_a_list(visit: Visits, welsh_served: ServedSite) -> None:
    window = visit(f"{welsh_served.root}pathways/")

    assert window.page.locator(".card:visible").count() == 1
    assert window.page.locator("[data-finder]").count() == 0
    assert window.faults() == []
