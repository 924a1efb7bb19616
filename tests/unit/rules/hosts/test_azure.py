from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from generator.model.hosting import HostFiles, HostPolicy
from generator.rules.hosts.azure import AZURE, LARGEST_CONFIG
from tests.support.host_formats import AZURE_SCHEMA, a_policy

FILE = "staticwebapp.config.json"


def config(policy: HostPolicy) -> Any:  # noqa: ANN401 - JSON
    written = AZURE.in_site(policy).files[FILE]
    assert len(written.encode()) <= LARGEST_CONFIG
    return json.loads(written)


def routes(policy: HostPolicy) -> dict[str, dict[str, Any]]:
    """Return the rules by their route, of which each has one at most: a second is never met."""
    found = config(policy)["routes"]
    assert len({it["route"] for it in found}) == len(found)
    return {it["route"]: it for it in found}


@pytest.mark.parametrize("gone", [(), ("lost", 'a"},{"route":"/*"', "a\nb")])
def test_file_is_what_azure_s_own_schema_takes(gone: tuple[str, ...]) -> None:
    value = config(a_policy(gone=gone, languages=("en", "cy")))

    jsonschema.Draft4Validator(AZURE_SCHEMA).validate(value)
    assert len(value["routes"]) == 2 + 2 * len(gone) + 4 + 4


def test_everything_of_the_policy_is_in_it() -> None:
    policy = a_policy()

    value = config(policy)

    assert value["globalHeaders"] == {
        **dict(policy.everywhere), "Cache-Control": policy.asked_again,
    }  # fmt: skip
    assert value["responseOverrides"]["404"] == {"rewrite": "/404.html"}
    assert value["mimeTypes"][".geojson"] == "application/geo+json"
    assert routes(policy)["/images/*"]["headers"] == {"Cache-Control": policy.kept}
    assert routes(policy)["/data/*"]["headers"] == {"Access-Control-Allow-Origin": "*"}


def test_rules_of_single_addresses_stand_before_those_of_folders_and_name_files() -> None:
    """A rule for a folder would come first otherwise; one for a file holds for its address too."""
    found = config(a_policy())["routes"]

    assert found[0] == {
        "route": "/badges/old-robot/index.html", "redirect": "/badges/robot/", "statusCode": 301,
    }  # fmt: skip
    assert found[1]["route"] == "/opportunities/lost/index.html"
    assert found[1]["statusCode"] == 410
    assert all(it["route"].endswith("/*") for it in found[2:])


def test_file_never_grows_beyond_what_azure_takes() -> None:
    moved = [(f"robot-{number}", "robot") for number in range(400)]

    written = AZURE.in_site(a_policy(moved=moved))
    kept = sum("redirect" in it for it in json.loads(written.files[FILE])["routes"])

    assert len(written.files[FILE].encode()) <= LARGEST_CONFIG
    assert len(written.files[FILE].encode()) > LARGEST_CONFIG - 200
    assert written.left_out == f"{401 - kept} of 401 addresses that moved or are gone"


def test_workflow_uploads_what_was_built_and_builds_nothing_itself() -> None:
    written: HostFiles = AZURE.beside(a_policy())

    assert "skip_app_build: true" in written.files[".github/workflows/publish.yml"]
