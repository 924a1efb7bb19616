"""Workflows that build what strangers send: parsed, and held to what the documents promise."""

from __future__ import annotations

from typing import Any

import yaml

from tests.support.sites import ROOT

ON = True
"""YAML 1.1, which PyYAML reads, takes the key ``on`` for true."""


def workflow(text: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(text)
    return loaded


def weaknesses(text: str) -> list[str]:
    """Return what a stranger's pull request could use in a workflow, each in a few words."""
    recipe = workflow(text)
    found = []
    if "pull_request" not in recipe[ON]:
        found.append("it does not build pull requests")
    # runs with the secrets of the repository and what the stranger wrote
    found += [each for each in ("pull_request_target", "workflow_run") if each in recipe[ON]]
    if "secrets." in text or "id-token" in text or "secrets: inherit" in text:
        found.append("secrets")
    permissions = [recipe.get("permissions"), *(
        job["permissions"] for job in recipe["jobs"].values() if "permissions" in job
    )]  # fmt: skip
    if any(each != {"contents": "read"} for each in permissions):
        found.append("permissions")
    for name, job in recipe["jobs"].items():
        if not 0 < job.get("timeout-minutes", 0) <= 30:
            found.append(f"{name} has no bound on its time")
        found += [
            f"{name} keeps the token of its checkout"
            for step in job["steps"]
            if str(step.get("uses", "")).startswith("actions/checkout@")
            and step.get("with", {}).get("persist-credentials") is not False
        ]
        # what a stranger chooses, put into a shell's own text
        found += [
            f"{name} puts words of the request into a command"
            for step in job["steps"]
            if "${{ github.event" in str(step.get("run", "")) or "${{ github.head" in str(step)
        ]
    return found


def test_our_own_checks_give_a_pull_request_nothing_to_take() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")

    assert weaknesses(text) == []
