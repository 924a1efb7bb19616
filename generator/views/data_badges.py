"""Badges as data."""

from __future__ import annotations

from generator.model.badge import STATUSES, Badge
from generator.model.edition import Edition
from generator.model.registry import BADGE
from generator.rules.addresses import absolute
from generator.rules.badge_images import badge_image_address
from generator.views.data_table import (
    FRESHNESS_FIELDS,
    IDENTITY_FIELDS,
    DataField,
    Table,
    Values,
    freshness,
    identity,
    organisation_name,
    words,
)
from generator.views.data_values import (
    LINK,
    NUMBER,
    SOME_TEXT,
    TEXT,
    TEXTS,
    always,
    listed,
    one_of,
    or_null,
)
from generator.views.labels import marked
from generator.views.open_badges import ACHIEVEMENT, document_id, has_documents

ALIGNMENTS = listed(framework=SOME_TEXT, code=or_null(SOME_TEXT), name=SOME_TEXT, url=SOME_TEXT)
FIELDS = (
    *IDENTITY_FIELDS,
    DataField("summary", marked("What it recognises"), TEXT),
    DataField("issuer", marked("The id of who stands behind it"), TEXT),
    DataField("issuer_name", marked("Who stands behind it"), TEXT),
    DataField("layer", marked("The kind of experience it records"), TEXT),
    DataField(
        "status", marked("live, or retired: it can no longer be earned"), always(one_of(STATUSES))
    ),
    DataField("criteria", marked("What the earner has done"), TEXTS),
    DataField("topics", marked("Ids of what it is about"), TEXTS),
    DataField("skills", marked("Ids of skills it shows"), TEXTS),
    DataField("careers", marked("Ids of careers it helps towards"), TEXTS),
    DataField("level", marked("How advanced it is"), TEXT),
    DataField("hours", marked("How many hours it usually takes"), NUMBER),
    DataField("requires", marked("Ids of badges needed first"), TEXTS),
    DataField("leads_to", marked("Ids of what comes next"), TEXTS),
    DataField("earn_url", marked("Where to apply for it"), LINK),
    DataField(
        "alignments", marked("The same thing in published frameworks"), ALIGNMENTS, flat=False
    ),
    DataField("version", marked("Its version"), TEXT),
    DataField("image", marked("Its picture"), always(LINK)),
    DataField("achievement", marked("The badge as Open Badges 3.0 data"), LINK),
    *FRESHNESS_FIELDS,
)


def badge_table() -> Table[Badge]:
    """Return the table of badges."""
    return Table(
        "badges",
        marked("Badges"),
        BADGE,
        FIELDS,
        lambda edition: edition.place.badges.values(),
        _values,
    )


def _values(edition: Edition, record: Badge) -> Values:
    place = edition.place
    achievement = document_id(place, BADGE.page(record.id), ACHIEVEMENT)
    return {
        **identity(edition, record),
        "summary": words(edition, record.summary),
        "issuer": record.issuer,
        "issuer_name": organisation_name(edition, record.issuer),
        "layer": record.layer,
        "status": record.status,
        "criteria": [words(edition, criterion) for criterion in record.criteria],
        "topics": record.topics,
        "skills": record.skills,
        "careers": record.careers,
        "level": words(edition, record.level.name) if record.level else None,
        "hours": None if record.hours is None else float(record.hours),
        "requires": record.requires.badges if record.requires else (),
        "leads_to": record.leads_to,
        "earn_url": record.earn_url or None,
        "alignments": [
            {
                "framework": alignment.framework,
                "code": alignment.code or None,
                "name": words(edition, alignment.name),
                "url": alignment.url,
            }
            for alignment in record.alignments
        ],
        "version": record.version or None,
        "image": absolute(place.settings.url, badge_image_address(record, place)),
        "achievement": achievement if has_documents(record, place) else None,
        **freshness(record),
    }
