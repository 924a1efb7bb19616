"""What Open Badges documents must hold, in our own words.

The official schemas may be used but not published again, so they are read where a folder ``shared``
lies beside the repository or above it; what stands here is checked everywhere.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

_FOLDERS = [above / "shared" / "data" / "openbadges" for above in Path(__file__).resolve().parents]
OFFICIAL = next((folder for folder in _FOLDERS if folder.is_dir()), _FOLDERS[0])
ACHIEVEMENT_FILE = "ob_v3p0_achievementcredential_schema.json"
PROFILE_FILE = "ob_v3p0_profile_schema.json"

_TEXT = {"type": "string", "minLength": 1}
_URL = {"type": "string", "pattern": r"^https?://[^\s/]+(/\S*)?$"}


def _types(name: str) -> dict[str, Any]:
    return {"type": "array", "contains": {"const": name}}


_IMAGE = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {"id": _URL, "type": {"const": "Image"}, "caption": _TEXT},
    "additionalProperties": False,
}
_CONTEXTS = {
    "const": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
}
PROFILE: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "name", "url"],
    "properties": {
        "id": _URL,
        "type": _types("Profile"),
        "name": _TEXT,
        "url": _URL,
        "image": _IMAGE,
        "otherIdentifier": {
            "type": "array",
            "items": {
                "required": ["type", "identifier", "identifierType"],
                "properties": {
                    "type": {"const": "IdentifierEntry"},
                    "identifier": _TEXT,
                    "identifierType": {"pattern": "^ext:[A-Za-z0-9]+$"},
                },
                "additionalProperties": False,
            },
        },
    },
}
ACHIEVEMENT: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "name", "description", "criteria", "image", "creator"],
    "properties": {
        "id": _URL,
        "type": _types("Achievement"),
        "achievementType": {"const": "Badge"},
        "name": _TEXT,
        "description": _TEXT,
        "criteria": {
            "type": "object",
            "required": ["id", "narrative"],
            "properties": {"id": _URL, "narrative": _TEXT},
        },
        "image": _IMAGE,
        "creator": PROFILE,
        "alignment": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["type", "targetName", "targetUrl"],
                "properties": {
                    "type": _types("Alignment"),
                    "targetName": _TEXT,
                    "targetUrl": _URL,
                },
            },
        },
        "tag": {"type": "array", "items": _TEXT},
        "related": {
            "type": "array",
            "items": {"required": ["id", "type"], "properties": {"id": _URL}},
        },
    },
}
BADGE_CLASS: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "name", "description", "image", "criteria", "issuer"],
    "properties": {
        "@context": {"const": "https://w3id.org/openbadges/v2"},
        "id": _URL,
        "type": {"const": "BadgeClass"},
        "name": _TEXT,
        "description": _TEXT,
        "image": _URL,
        "criteria": {"required": ["id", "narrative"], "properties": {"id": _URL}},
        "issuer": _URL,
    },
}
ISSUER_2: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "name", "url", "email"],
    "properties": {
        "@context": {"const": "https://w3id.org/openbadges/v2"},
        "id": _URL,
        "type": {"const": "Issuer"},
        "name": _TEXT,
        "url": _URL,
    },
}


def check_achievement(document: Any) -> None:  # noqa: ANN401 - JSON
    """Raise ValidationError where a document is not a whole Achievement."""
    _check_document(document, ACHIEVEMENT)
    if (OFFICIAL / ACHIEVEMENT_FILE).exists():
        schema = json.loads((OFFICIAL / ACHIEVEMENT_FILE).read_text("utf-8"))
        _check(document, {"$ref": "#/$defs/Achievement", "$defs": schema["$defs"]})


def check_profile(document: Any) -> None:  # noqa: ANN401 - JSON
    """Raise ValidationError where a document is not a whole issuer Profile."""
    _check_document(document, PROFILE)
    if (OFFICIAL / PROFILE_FILE).exists():
        _check(document, json.loads((OFFICIAL / PROFILE_FILE).read_text("utf-8")))


def check_badge_class(document: Any) -> None:  # noqa: ANN401 - JSON
    """Raise ValidationError where a document is not a whole 2.0 BadgeClass."""
    _check(document, BADGE_CLASS)


def check_issuer_2(document: Any) -> None:  # noqa: ANN401 - JSON
    """Raise ValidationError where a document is not a whole 2.0 issuer."""
    _check(document, ISSUER_2)


def _check_document(document: Any, schema: dict[str, Any]) -> None:  # noqa: ANN401 - JSON
    _check(document, {"required": ["@context"], "properties": {"@context": _CONTEXTS}})
    _check(document, schema)


def _check(document: Any, schema: dict[str, Any]) -> None:  # noqa: ANN401 - JSON
    jsonschema.Draft201909Validator(schema).validate(document)
