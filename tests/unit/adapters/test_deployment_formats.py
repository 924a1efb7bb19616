from __future__ import annotations

import json

from generator.adapters.deployment_formats import as_json, as_text
from generator.model.deployment import Finding, State

ADDRESS = "https://learning.example.org/"
FINDINGS = (
    Finding(State.RIGHT, "cookies", "none", "none"),
    Finding(State.LESSER, "the street map", "comes in pieces (206)", "comes whole", "have it so"),
    Finding(State.WRONG, "an unknown address", "status 404", "status 200", "answer with 404"),
)


def test_what_harms_comes_first_with_what_to_do_about_it() -> None:
    assert as_text(ADDRESS, "nginx", FINDINGS) == (
        "https://learning.example.org/ (nginx)\n"
        "\n"
        "WRONG   an unknown address\n"
        "          expected  status 404\n"
        "          found     status 200\n"
        "          mend      answer with 404\n"
        "lesser  the street map\n"
        "          expected  comes in pieces (206)\n"
        "          found     comes whole\n"
        "          mend      have it so\n"
        "ok      cookies\n"
        "\n"
        "1 wrong, 1 lesser, 1 as they should be\n"
    )


def test_programs_are_told_all_of_it() -> None:
    told = json.loads(as_json(ADDRESS, "nginx", FINDINGS))

    assert (told["format"], told["address"], told["host"]) == (1, ADDRESS, "nginx")
    assert told["findings"][2] == {
        "state": "wrong", "what": "an unknown address", "expected": "status 404",
        "found": "status 200", "remedy": "answer with 404",
    }  # fmt: skip
