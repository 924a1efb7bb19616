"""An opportunity as schema.org describes it."""

from __future__ import annotations

from generator.model.ages import AgeRange
from generator.model.edition import Edition
from generator.model.opportunity import Opportunity
from generator.model.prospect import JoinState, Prospect
from generator.model.registry import BADGE, OPPORTUNITY
from generator.model.status import OpportunityStatus
from generator.rules.ages import ages_admitted
from generator.rules.costs import free_for_everyone
from generator.rules.json_text import Json
from generator.views.structured_dates import dates
from generator.views.structured_parts import (
    CONTEXT,
    TERM,
    Description,
    filled,
    image_url,
    labels,
    locations,
    offers,
    organisation_reference,
    page_url,
    somewhere,
)

JOBS = ("job", "apprenticeship")
DATED_TYPES = {
    "workshop": "EducationEvent",
    "taster": "EducationEvent",
    "workplace-visit": "EducationEvent",
}
UNDATED_TYPES = {"workshop": "Course", "taster": "Course", "resource": "LearningResource"}
TEACHING = ("Course", "EducationEvent", "LearningResource")
EMPLOYMENT = {"job": "", "apprenticeship": "OTHER"}
PAY_UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}


def opportunity(edition: Edition, record: Opportunity) -> Description:
    """Return an opportunity as a Course, an Event, a JobPosting, a LearningResource or a Service.

    An Event must have a date, so what can be done at any time is never one.
    """
    kind = _type(record)
    description = _common(edition, record, kind)
    match kind:
        case "Course":
            description |= _course(edition, record)
        case "JobPosting":
            description |= _job(edition, record)
        case "Event" | "EducationEvent":
            description |= _event(edition, record)
        case _:
            description["provider"] = organisation_reference(edition, record.organisation)
            description["offers"] = _offers(edition, record)
    return filled(description)


def _type(record: Opportunity) -> str:
    if record.kind in JOBS:
        return "JobPosting"
    if record.kind == "course":
        return "Course"
    if record.schedule.entries:
        return DATED_TYPES.get(record.kind, "Event")
    return UNDATED_TYPES.get(record.kind, "Service")


def _common(edition: Edition, record: Opportunity, kind: str) -> Description:
    name = record.title.words(edition.language)
    job = kind == "JobPosting"
    return {
        "@context": CONTEXT,
        "@type": kind,
        "url": page_url(edition, OPPORTUNITY, record.id),
        "title" if job else "name": name,
        "description": record.summary.words(edition.language),
        "image": image_url(edition, record.image),
        "keywords": [] if job or kind == "Service" else labels(edition, "topics", record.topics),
        "teaches": labels(edition, "skills", record.skills) if kind in TEACHING else [],
        "skills": labels(edition, "skills", record.skills) if job else [],
        "inLanguage": [] if job or kind == "Service" else _languages(edition, record),
        "typicalAgeRange": "" if job or kind == "Service" else _ages(edition, record),
    }


def _languages(edition: Edition, record: Opportunity) -> list[Json]:
    return [*(record.languages or (edition.place.settings.language,))]


def _ages(edition: Edition, record: Opportunity) -> str:
    nation = edition.place.settings.nation
    ages: AgeRange = ages_admitted(record.ages, record.school_years, nation)
    if ages.youngest is None and ages.oldest is None:
        return ""
    oldest = "" if ages.oldest is None else ages.oldest
    return f"{ages.youngest or 0}-{oldest}"


def _course(edition: Edition, record: Opportunity) -> Description:
    place = edition.place
    instance: Description = {
        "@type": "CourseInstance",
        "courseMode": [_course_mode(mode) for mode in record.mode],
        "location": locations(edition, record),
        "maximumAttendeeCapacity": record.spaces,
        **dates(edition, record),
    }
    awarded: list[Json] = [
        filled(
            {
                "@type": "EducationalOccupationalCredential",
                "name": place.badges[badge].title.words(edition.language),
                "url": page_url(edition, BADGE, badge),
            }
        )
        for badge in record.badges
        if badge in place.badges
    ]
    return {
        "provider": organisation_reference(edition, record.organisation),
        "offers": _offers(edition, record),
        "isAccessibleForFree": free_for_everyone(record.costs),
        "hasCourseInstance": [filled(instance)],
        "educationalLevel": record.level.name.words(edition.language) if record.level else "",
        "coursePrerequisites": [words.words(edition.language) for words in record.prerequisites],
        "educationalCredentialAwarded": awarded,
    }


def _course_mode(mode: str) -> str:
    return {"online": "online", "hybrid": "blended"}.get(mode, "onsite")


def _event(edition: Edition, record: Opportunity) -> Description:
    return {
        "organizer": organisation_reference(edition, record.organisation),
        "location": locations(edition, record) or [somewhere(edition)],
        "eventAttendanceMode": _attendance(record),
        "maximumAttendeeCapacity": record.spaces,
        "offers": _offers(edition, record),
        "isAccessibleForFree": free_for_everyone(record.costs),
        **dates(edition, record),
    }


def _attendance(record: Opportunity) -> str:
    away = "online" in record.mode
    there = any(mode in ("in-person", "outreach") for mode in record.mode)
    if "hybrid" in record.mode or (away and there):
        return f"{TERM}MixedEventAttendanceMode"
    return f"{TERM}{'Online' if away else 'Offline'}EventAttendanceMode"


def _job(edition: Edition, record: Opportunity) -> Description:
    until = record.enrol_by or record.expires_on
    places = locations(edition, record)
    return {
        "hiringOrganization": organisation_reference(edition, record.organisation),
        "employmentType": EMPLOYMENT[record.kind],
        "validThrough": until.isoformat() if until else "",
        "jobLocation": [one for one in places if _is_place(one)],
        "jobLocationType": "TELECOMMUTE" if record.mode == ("online",) else "",
        "totalJobOpenings": record.spaces,
        "baseSalary": _salary(edition, record),
    }


def _is_place(location: Json) -> bool:
    return isinstance(location, dict) and location["@type"] == "Place"


def _salary(edition: Edition, record: Opportunity) -> Description:
    pay = record.paid
    if pay is None or pay.amount is None:
        return {}
    value = filled(
        {
            "@type": "QuantitativeValue",
            "value": float(pay.amount),
            "unitText": PAY_UNITS[pay.per] if pay.per else "",
        }
    )
    currency = edition.place.settings.currency
    return {"@type": "MonetaryAmount", "currency": currency, "value": value}


def _offers(edition: Edition, record: Opportunity) -> list[Json]:
    booking = record.book.url if record.book else ""
    url = booking or page_url(edition, OPPORTUNITY, record.id)
    return offers(edition, record.costs, url, _availability(edition, record))


def _availability(edition: Edition, record: Opportunity) -> str:
    if record.status in (OpportunityStatus.CANCELLED, OpportunityStatus.ENDED):
        return f"{TERM}Discontinued"
    if record.status in (OpportunityStatus.FULL, OpportunityStatus.WAITING_LIST):
        return f"{TERM}SoldOut"
    prospect = edition.place.prospects.get(record.id, Prospect())
    match prospect.state:
        case JoinState.JOINABLE | JoinState.ANYTIME:
            return f"{TERM}InStock"
        case JoinState.FULL:
            return f"{TERM}SoldOut"
        case JoinState.CLOSED | JoinState.ENDED:
            return f"{TERM}OutOfStock"
        case JoinState.NOT_SCHEDULED:
            return ""
