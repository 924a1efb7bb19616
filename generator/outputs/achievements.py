"""Open Badges 3.0: each badge as an Achievement, each issuer as a Profile.

Outside rule: 1EdTech Open Badges Specification 3.0, appendix B (Achievement, Profile). A term that
is not in the contexts is left out rather than invented: a reader in JSON-LD would drop it, and a
signature over the document would not cover it.
"""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.place import Place
from generator.model.registry import BADGE, ORGANISATION
from generator.rules.json_text import Json, json_file
from generator.views.open_badges import (
    ACHIEVEMENT,
    ISSUER,
    AlignmentFacts,
    BadgeFacts,
    IssuerFacts,
    document_id,
    published_badges,
    published_issuers,
)

CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


def achievements(edition: Edition) -> Produced:
    """Make ``badges/<id>/achievement.json`` and ``organisations/<id>/issuer.json``.

    Once, in the place's main language: a badge has one identity, whoever reads it.
    """
    if not edition.main:
        return Produced()
    place = edition.place
    badges = tuple(
        Artifact(
            BADGE.page(facts.badge.id) + ACHIEVEMENT,
            json_file({"@context": CONTEXT, **achievement(facts, place)}),
            facts.badge.path,
        )
        for facts in published_badges(edition)
    )
    issuers = tuple(
        Artifact(
            ORGANISATION.page(facts.organisation.id) + ISSUER,
            json_file({"@context": CONTEXT, **profile(facts, place)}),
            facts.organisation.path,
        )
        for facts in published_issuers(edition)
    )
    return Produced(artifacts=badges + issuers)


def achievement(facts: BadgeFacts, place: Place) -> dict[str, Json]:
    """Return a badge as an Achievement, without its contexts."""
    made: dict[str, Json] = {
        "id": _achievement_id(place, facts.badge.id),
        "type": ["Achievement"],
        "achievementType": "Badge",
        "name": facts.name,
        "description": facts.description,
        "criteria": {"id": facts.page, "narrative": facts.narrative},
        "image": _image(facts.image, facts.image_alt),
        "creator": profile(facts.issuer, place),
        "humanCode": facts.badge.id,
        "inLanguage": facts.language,
    }
    if facts.alignments:
        made["alignment"] = [_alignment(alignment) for alignment in facts.alignments]
    if facts.tags:
        made["tag"] = facts.tags
    if facts.related:
        made["related"] = [
            {"id": _achievement_id(place, identifier), "type": ["Related"]}
            for identifier in facts.related
        ]
    if facts.badge.version:
        made["version"] = facts.badge.version
    return made


def profile(facts: IssuerFacts, place: Place) -> dict[str, Json]:
    """Return an organisation as a Profile, without its contexts."""
    folder = ORGANISATION.page(facts.organisation.id)
    made: dict[str, Json] = {
        "id": document_id(place, folder, ISSUER),
        "type": ["Profile"],
        "name": facts.name,
        "url": facts.url,
    }
    optional = (
        ("description", facts.description),
        ("email", facts.email),
        ("phone", facts.phone),
    )
    made |= {name: value for name, value in optional if value}
    if facts.image:
        made["image"] = _image(facts.image, facts.image_alt)
    if facts.numbers:
        made["otherIdentifier"] = [
            {"type": "IdentifierEntry", "identifier": number, "identifierType": f"ext:{register}"}
            for register, number in facts.numbers
        ]
    return made


def _achievement_id(place: Place, identifier: str) -> str:
    return document_id(place, BADGE.page(identifier), ACHIEVEMENT)


def _image(address: str, caption: str) -> dict[str, Json]:
    made: dict[str, Json] = {"id": address, "type": "Image"}
    return made | {"caption": caption} if caption else made


def _alignment(alignment: AlignmentFacts) -> dict[str, Json]:
    made: dict[str, Json] = {
        "type": ["Alignment"],
        "targetName": alignment.name,
        "targetUrl": alignment.url,
        "targetFramework": alignment.framework,
    }
    return made | {"targetCode": alignment.code} if alignment.code else made
