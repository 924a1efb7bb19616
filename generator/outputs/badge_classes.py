"""Open Badges 2.0: each badge as a BadgeClass, each issuer as an Issuer.

Outside rule: IMS Global Open Badges 2.0, "BadgeClass" and "Profile". Most platforms that issue
badges today import this version; 3.0 is what they are moving to.
"""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.model.place import Place
from generator.model.registry import BADGE, ORGANISATION
from generator.rules.json_text import Json, json_file
from generator.views.open_badges import (
    BADGE_CLASS,
    ISSUER_2,
    AlignmentFacts,
    BadgeFacts,
    IssuerFacts,
    document_id,
    published_badges,
    published_issuers,
)

CONTEXT = "https://w3id.org/openbadges/v2"


def badge_classes(edition: Edition) -> Produced:
    """Make ``badges/<id>/badgeclass.json`` and ``organisations/<id>/issuer-2.0.json``.

    Once, in the place's main language, as the 3.0 documents are.
    """
    if not edition.main:
        return Produced()
    place = edition.place
    badges = tuple(
        Artifact(
            BADGE.page(facts.badge.id) + BADGE_CLASS,
            json_file(badge_class(facts, place)),
            facts.badge.path,
        )
        for facts in published_badges(edition)
    )
    issuers = tuple(
        Artifact(
            ORGANISATION.page(facts.organisation.id) + ISSUER_2,
            json_file(issuer(facts, place)),
            facts.organisation.path,
        )
        for facts in published_issuers(edition)
    )
    return Produced(artifacts=badges + issuers)


def badge_class(facts: BadgeFacts, place: Place) -> dict[str, Json]:
    """Return a badge as a BadgeClass.

    The image is its bare address: 2.0 also allows an object with a caption, which importers that
    were written for 1.1 do not read.
    """
    made: dict[str, Json] = {
        "@context": CONTEXT,
        "id": _class_id(place, facts.badge.id),
        "type": "BadgeClass",
        "@language": facts.language,
        "name": facts.name,
        "description": facts.description,
        "image": facts.image,
        "criteria": {"id": facts.page, "narrative": facts.narrative},
        "issuer": _issuer_id(place, facts.issuer),
    }
    if facts.alignments:
        made["alignment"] = [_alignment(alignment) for alignment in facts.alignments]
    if facts.tags:
        made["tags"] = facts.tags
    if facts.related:
        made["related"] = [{"id": _class_id(place, identifier)} for identifier in facts.related]
    if facts.badge.version:
        made["version"] = facts.badge.version
    return made


def issuer(facts: IssuerFacts, place: Place) -> dict[str, Json]:
    """Return an organisation as an Issuer.

    2.0 demands an e-mail address, 3.0 does not. Where the organisation has none, the place's team
    is who can be asked.
    """
    team = place.settings.contact
    made: dict[str, Json] = {
        "@context": CONTEXT,
        "id": _issuer_id(place, facts),
        "type": "Issuer",
        "name": facts.name,
        "url": facts.url,
    }
    optional = (
        ("email", facts.email or (team.email if team else "")),
        ("telephone", facts.phone),
        ("description", facts.description),
        ("image", facts.image),
    )
    return made | {name: value for name, value in optional if value}


def _class_id(place: Place, identifier: str) -> str:
    return document_id(place, BADGE.page(identifier), BADGE_CLASS)


def _issuer_id(place: Place, facts: IssuerFacts) -> str:
    return document_id(place, ORGANISATION.page(facts.organisation.id), ISSUER_2)


def _alignment(alignment: AlignmentFacts) -> dict[str, Json]:
    made: dict[str, Json] = {
        "targetName": alignment.name,
        "targetUrl": alignment.url,
        "targetFramework": alignment.framework,
    }
    return made | {"targetCode": alignment.code} if alignment.code else made
