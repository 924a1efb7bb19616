"""What a fair person expects of the finder over the demonstration, asked of the real page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits
from tests.support.served import ServedSite
from tests.support.visits import Visit

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "relevance" / "newport.yaml").read_text("utf-8")
)
NOON = datetime(2026, 11, 23, 12, 0)
FIRST_FEW = 5
LONGEST = 200  # what the field takes
IN_WELSH = ("Welsh", "mutation")
"""Kinds of questions that are asked of the Welsh page."""

# Nothing of the last answer may be taken for the next one; what the page then says is new.
FORGET = """() => {
  document.querySelector("[data-finder-list]").replaceChildren();
  document.querySelector("[data-finder-chosen]").replaceChildren();
  document.querySelector("[data-finder-status]").textContent = "";
}"""
ANSWERED = """() => {
  const words = document.querySelector("[data-finder-status]").textContent;
  const chosen = document.querySelector("[data-finder-chosen]");
  return /^\\d/u.test(words) && (chosen.hidden || chosen.children.length > 0);
}"""
ANSWER = """() => ({
  found: Number(document.querySelector("[data-finder-status]").textContent.match(/^\\d+/u)[0]),
  links: [...document.querySelectorAll("[data-finder-list] [data-card-link]")].map(({ href }) => href),
  field: document.querySelector("#finder-q").value,
  chosen: [...document.querySelectorAll("[data-finder-chosen] .chosen-one")].map((it) => it.textContent),
  markup: document.querySelectorAll("[data-finder] :is(script:not([type]), img, b, iframe)").length,
})"""  # noqa: E501  one value a line


@dataclass(frozen=True)
class Answer:
    """What the page shows for a question. ``ids`` are empty where it finds nothing."""

    ids: list[str]
    field: str
    chosen: list[str]
    markup: int


@pytest.fixture
def window(visit: Visits, newport_served: ServedSite) -> Visit:
    window = visit(f"{newport_served.root}about/")
    window.page.clock.set_fixed_time(NOON)
    return window


def test_questions_find_first_what_a_fair_person_expects(
    window: Visit, newport_served: ServedSite
) -> None:
    answers: dict[str, Answer] = {}
    for prefix in ("", "cy/"):
        window.goto(f"{newport_served.root}{prefix}explore/")
        expect(window.page.locator("[data-finder][data-ready]")).to_be_visible()
        asked = [it for it in QUESTIONS if (it["why"] in IN_WELSH) == (prefix == "cy/")]
        answers |= {question["query"]: ask(window.page, question) for question in asked}

    wrong = [fault for it in QUESTIONS for fault in faults(it, answers[it["query"]])]
    assert not wrong, "\n" + "\n".join(wrong)
    assert window.faults() == []


def ask(page: Page, question: dict[str, Any]) -> Answer:
    """Type a question. What is only begun is not sent: the page answers while one types."""
    page.locator("[data-finder-panel] [type=reset]").click()
    page.evaluate(FORGET)
    page.fill("#finder-q", question["query"])
    if question["why"] != "prefix":
        page.press("#finder-q", "Enter")
        expect(page.locator("[data-finder-heading]")).to_be_focused()
    page.wait_for_function(ANSWERED)
    shown = page.evaluate(ANSWER)
    ids = [re.sub(r".*/([^/]+)/$", r"\1", link) for link in shown["links"]]
    return Answer(ids if shown["found"] else [], shown["field"], shown["chosen"], shown["markup"])


def faults(question: dict[str, Any], answer: Answer) -> Iterator[str]:
    """Yield what is not as the question expects."""
    typed = question["query"][:LONGEST]
    asked = f"{typed!r} ({question['why']})"
    first, within = question.get("expect_first"), set(question.get("expect_within", ()))
    few = answer.ids[:FIRST_FEW]
    if first and (not few or few[0] not in first):
        yield f"{asked}: expected first one of {first}, got {few}"
    if not within <= set(few):
        yield f"{asked}: expected among the first {FIRST_FEW} {sorted(within)}, got {few}"
    if question.get("expect_none") and few:
        yield f"{asked}: expected nothing, got {few}"
    if question.get("harmless") and (answer.field, *answer.chosen) != (typed, f"“{typed.strip()}”"):
        yield f"{asked}: expected the words as typed, got {answer.field!r}, {answer.chosen}"
    if answer.markup:
        yield f"{asked}: became {answer.markup} elements"
