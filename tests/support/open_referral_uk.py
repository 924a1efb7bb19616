"""What Open Referral UK 3.0 demands of a service and of a list, in our own words.

The profile's JSON Schemas are published on GitHub alone and in no package, so what they demand is
written down here: names, kinds, enumerations and what is required, after
``public/specifications/3.0/schemata`` of the profile's site (openreferraluk.org, June 2025), and
``components/schemas/Page`` of its OpenAPI document. Contact details beyond the profile are those of
HSDS 3.0, which it is a profile of (``schema/contact.json``, ``schema/phone.json``).
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_LINK: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
_UUID: Schema = {
    "type": "string",
    "format": "uuid",
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
}
_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
_TIME: Schema = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}
_NUMBER: Schema = {"type": "number"}


def _object(required: tuple[str, ...], **members: Schema) -> Schema:
    return {
        "type": "object",
        "required": ["id", *required],
        "properties": {"id": _UUID, **members},
        "additionalProperties": False,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 1}


TERM = _object(
    ("name", "description"),
    name=_TEXT,
    description=_TEXT,
    parent_id=_UUID,
    taxonomy=_TEXT,
    taxonomy_id=_UUID,
    term_uri=_LINK,
)
TAXONOMY = _object(("name", "description"), name=_TEXT, description=_TEXT)
_ATTRIBUTE = _object((), link_type=_TEXT, taxonomy_term=TERM)
_ADDRESS = _object(
    ("address_1", "city", "state_province", "postal_code", "country", "address_type"),
    address_1=_TEXT,
    city=_TEXT,
    state_province=_TEXT,
    postal_code=_TEXT,
    country={"type": "string", "pattern": "^[A-Z]{2}$"},
    address_type={"enum": ["physical", "postal", "virtual"]},
)
_LOCATION = _object(
    ("location_type",),
    location_type={"enum": ["physical", "postal", "virtual"]},
    name=_TEXT,
    description=_TEXT,
    latitude={"type": "number", "minimum": -90, "maximum": 90},
    longitude={"type": "number", "minimum": -180, "maximum": 180},
    external_identifier=_TEXT,
    external_identifier_type=_TEXT,
    addresses=_list(_ADDRESS),
    accessibility=_list(_object((), description=_TEXT)),
)
_SCHEDULE = _object(
    (),
    service_at_location_id=_UUID,
    valid_from=_DAY,
    valid_to=_DAY,
    dtstart=_DAY,
    freq={"enum": ["WEEKLY", "MONTHLY"]},
    interval={"type": "number", "minimum": 1},
    byday={"type": "string", "pattern": r"^-?\d?(MO|TU|WE|TH|FR|SA|SU)(,-?\d?[A-Z]{2})*$"},
    bymonthday={"type": "string", "pattern": r"^-?\d+(,-?\d+)*$"},
    description=_TEXT,
    opens_at=_TIME,
    closes_at=_TIME,
    notes=_TEXT,
)
_ORGANIZATION = _object(
    ("name", "description"),
    name=_TEXT,
    description=_TEXT,
    email=_TEXT,
    website=_LINK,
    uri=_LINK,
    logo=_LINK,
    organization_identifiers=_list(
        _object(
            ("identifier_type", "identifier"),
            identifier_scheme={"enum": ["GB-COH", "GB-CHC", "GB-SC", "GB-UKPRN"]},
            identifier_type=_TEXT,
            identifier=_TEXT,
        )
    ),
)
_SUMMARY: dict[str, Schema] = {
    "name": _TEXT,
    "description": _TEXT,
    "url": _LINK,
    "email": _TEXT,
    "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    "minimum_age": _NUMBER,
    "maximum_age": _NUMBER,
    "eligibility_description": _TEXT,
    "assured_date": _DAY,
    "last_modified": {
        "type": "string",
        "format": "date-time",
        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
    },
    "alert": _TEXT,
    "organization": _ORGANIZATION,
}
SUMMARY = _object(("name", "status"), **_SUMMARY)
SERVICE = _object(
    ("name", "status"),
    **_SUMMARY,
    schedules=_list(_SCHEDULE),
    service_areas=_list(_object((), name=_TEXT)),
    service_at_locations=_list(_object((), location=_LOCATION)),
    languages=_list(_object((), code=_TEXT)),
    funding=_list(_object((), source=_TEXT)),
    cost_options=_list(_object((), option=_TEXT, amount=_NUMBER, amount_description=_TEXT)),
    contacts=_list(
        _object((), name=_TEXT, title=_TEXT, email=_TEXT, phones=_list(_object((), number=_TEXT)))
    ),
    attributes=_list(_ATTRIBUTE),
)
ABOUT: Schema = {
    "type": "object",
    "required": ["version", "profile", "openapi_url"],
    "properties": {"version": _TEXT, "profile": _LINK, "openapi_url": _LINK},
}


def page_of(item: Schema) -> Schema:
    """Return the schema of a list of these items."""
    number: Schema = {"type": "integer", "minimum": 0}
    flag: Schema = {"type": "boolean"}
    members = {
        "total_items": number,
        "total_pages": number,
        "page_number": number,
        "size": number,
        "first_page": flag,
        "last_page": flag,
        "empty": flag,
        "contents": {"type": "array", "items": item},
    }
    return {
        "type": "object",
        "required": [*members],
        "properties": members,
        "additionalProperties": False,
    }
