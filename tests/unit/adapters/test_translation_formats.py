from __future__ import annotations

import json

from generator.adapters.translation_formats import checked
from generator.model.interface import Interface, Translated, Untranslated
from generator.model.problem import Mark, error

WRONG = error("missing-field", Mark("content/a.md", 2), '"title" is missing')
BEHIND = Untranslated(
    "content/b.md",
    "content/b.cy.md",
    (("title", Mark("content/b.md", 2, 8)), ("cost.0.note", Mark("content/b.md", 9, 3))),
    nothing=True,
)
WELSH = (Translated("cy", 8, 6, 3, 2, (BEHIND,)), Interface("cy", 700, 690, 4))


def test_text_lists_what_is_missing_and_ends_with_how_far_it_has_come() -> None:
    told = checked((), "text", (WELSH,))

    assert told == (
        "no problems\n"
        "cy: content/b.md into content/b.cy.md: nothing of it is there yet\n"
        "    content/b.md:2:8: title\n"
        "    content/b.md:9:3: cost.0.note\n"
        "cy: 75% of the texts (6 of 8), 2 of 3 files whole; "
        "98% of the interface (690 of 700, 4 fuzzy)\n"
    )


def test_json_is_one_object_with_both() -> None:
    found = json.loads(checked((WRONG,), "json", (WELSH,)))

    assert [it["code"] for it in found["problems"]] == ["missing-field"]
    (welsh,) = found["translations"]
    assert (welsh["language"], welsh["percentage"]) == ("cy", 75)
    assert welsh["interface"] == {
        "percentage": 98, "strings": 700, "translated": 690, "fuzzy": 4,
    }  # fmt: skip
    assert welsh["missing"][0]["fields"][1] == {"field": "cost.0.note", "line": 9, "column": 3}


def test_a_code_host_is_given_an_annotation_for_each_file() -> None:
    told = checked((WRONG,), "github", (WELSH,)).splitlines()

    assert told[1] == (
        "::notice file=content/b.md,line=2,col=8,title=untranslated::"
        "not in cy yet: title, cost.0.note"
    )


def test_without_being_asked_nothing_is_said_of_translations() -> None:
    assert checked((), "text", None) == "no problems\n"
    assert "translations" not in json.loads(checked((), "json", None))
    assert checked((), "text", ()).endswith("there is no other language in place.yaml\n")
