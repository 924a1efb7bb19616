"""place.yaml and taxonomy.yaml: what their nodes say."""

from __future__ import annotations

from dataclasses import replace

from generator.model.node import Mapping, Node, Scalar, Sequence
from generator.model.problem import Mark, Problem, error
from generator.model.record import Marks
from generator.model.settings import Settings
from generator.model.taxonomy import Taxonomy
from generator.rules.checks.settings import check_settings
from generator.rules.findings import Findings
from generator.rules.licences import licensed
from generator.rules.reading import read_fields

ENGLISH = "en"
NO_SETTINGS = Settings(languages=(ENGLISH,), timezone="UTC")
"""What records are read by where place.yaml cannot be, so that their mistakes are told as well."""


def read_settings(path: str, node: Node | None) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings and what is wrong with them; without a node, enough to go on with."""
    if not isinstance(node, Mapping):
        mark = node.mark if node else Mark(path)
        message = "expected fields such as `name: Newport`"
        return NO_SETTINGS, (error("wrong-shape", mark, message),)
    findings = Findings(_main_language(node))
    fields = read_fields(Settings, node, findings)
    settings = Settings(**fields, marks=findings.marks(Mark(path)))
    settings = replace(
        settings,
        languages=settings.languages or NO_SETTINGS.languages,
        timezone=settings.timezone or NO_SETTINGS.timezone,
    )
    return licensed(settings), (*findings.problems, *check_settings(settings))


def read_taxonomy(
    path: str, node: Node | None, language: str
) -> tuple[Taxonomy | None, tuple[Problem, ...]]:
    """Return the taxonomy, None where it is no such thing; an empty file is an empty taxonomy."""
    if node is None or (isinstance(node, Scalar) and node.empty):
        return Taxonomy(marks=Marks(Mark(path))), ()
    if not isinstance(node, Mapping):
        return None, (error("wrong-shape", node.mark, "expected schemes, such as topics"),)
    findings = Findings(language)
    fields = read_fields(Taxonomy, node, findings)
    taxonomy = Taxonomy(**fields, marks=findings.marks(Mark(path)))
    return taxonomy, tuple(findings.problems)


def _main_language(node: Mapping) -> str:
    """Return the first of the languages, which is needed before any words can be read."""
    languages = node.get("languages")
    if isinstance(languages, Sequence) and languages.items:
        languages = languages.items[0]
    return languages.value if isinstance(languages, Scalar) else ENGLISH
