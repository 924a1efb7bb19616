"""One record of each kind at random: what several of its fields must be together is seen to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import cast

from generator.model.badge import Badge, Issued
from generator.model.money import Pay
from generator.model.opportunity import Booking, Opportunity
from generator.model.organisation import Organisation
from generator.model.pathway import Pathway
from generator.model.venue import Venue
from generator.model.written_page import WrittenPage
from tests.support.random_schedules import when
from tests.support.random_values import TODAY, Drawing
from tests.support.record_text import Bare

Fields = dict[str, object]


def record(kind: str, drawing: Drawing) -> Fields:
    """Return what a published record of a kind needs, and some of its other fields."""
    fields = _MAKERS[kind](drawing)
    if kind == "opportunity" or (kind != "page" and drawing.chance()):
        _freshness(fields, drawing)
    if kind == "opportunity":
        _when(fields, drawing)
    return {name: value for name, value in fields.items() if value is not None}


def _opportunity(drawing: Drawing) -> Fields:
    random = drawing.random
    fields = drawing.fields(Opportunity, leave_out=("where", "when", "draft", "status", *_MENDED))
    fields["where"] = [_where(drawing) for _ in range(random.randint(1, 2))]
    fields["cost"] = _costs(drawing)
    # Always there: some ways to join need it.
    fields["book"] = {"email": "book@elsewhere.example", **drawing.fields(Booking)}
    fields["referral_by"] = [drawing.sayings.words(60)]
    fields["status"] = random.choice(
        ("open", "open", "open", "open", "full", "waiting-list", "cancelled", "postponed", "ended")
    )
    if fields["status"] == "ended" and drawing.chance():
        fields["ended_on"] = drawing.day(TODAY - timedelta(days=90), 80)
    if drawing.chance():
        fields["paid"] = random.choice((True, False, Bare("7.55"), _pay(drawing)))
    if drawing.chance():
        youngest = random.randint(0, 60)
        fields["ages"] = {"from": youngest, "to": youngest + random.randint(0, 30)}
    if drawing.chance():
        first = random.randint(0, 11)
        fields["school_years"] = {"from": first, "to": first + random.randint(0, 2)}
    return fields


def _pay(drawing: Drawing) -> Fields:
    return {"amount": 120, **drawing.fields(Pay, leave_out=("amount", "paid"))}


def _badge(drawing: Drawing) -> Fields:
    fields = drawing.fields(Badge, leave_out=("status", *_MENDED))
    fields["criteria"] = [
        f"Earner has {drawing.sayings.words(300)}" for _ in range(drawing.random.randint(2, 4))
    ]
    fields["cost"] = _costs(drawing) if drawing.chance() else None
    if drawing.chance():
        fields["issued"] = [{"from": date(2025, 1, 1), "to": date(2025, 12, 31), **_count(drawing)}]
    if drawing.random.random() < 0.1:
        fields["status"] = "retired"
    return fields


def _count(drawing: Drawing) -> Fields:
    return drawing.fields(Issued, leave_out=("from", "to"))


def _organisation(drawing: Drawing) -> Fields:
    fields = drawing.fields(Organisation, leave_out=("safeguarding", *_MENDED))
    # Always there: any of its opportunities may admit people under 18.
    fields["safeguarding"] = {
        "url": "https://elsewhere.example/safeguarding",
        "contact": drawing.sayings.words(100),
    }
    return fields


def _venue(drawing: Drawing) -> Fields:
    fields = drawing.fields(Venue, leave_out=("location_shown", "address", "postcode", *_MENDED))
    fields["area"] = drawing.one_of(drawing.known.neighbourhoods)
    if drawing.chance():
        fields["postcode"] = drawing.random.choice(POSTCODES)
    if drawing.chance():
        fields["address"] = f"{drawing.random.randint(1, 200)} {drawing.sayings.title(100)} Row"
    if not fields["area"] and "location" not in fields:
        point = drawing.random.choice(drawing.known.points)
        fields["location"] = [point.latitude, point.longitude]
    fields["location_shown"] = drawing.random.choice(("exact", "exact", "exact", "area", "hidden"))
    if not fields["area"] and fields["location_shown"] == "area":
        fields["location_shown"] = "exact"
    return fields


def _pathway(drawing: Drawing) -> Fields:
    fields = drawing.fields(Pathway, leave_out=("steps", *_MENDED))
    fields["steps"] = [_step(drawing) for _ in range(drawing.random.randint(1, 5))]
    return fields


def _page(drawing: Drawing) -> Fields:
    return drawing.fields(WrittenPage, leave_out=("draft", "aliases"))


POSTCODES = ("YO21 1HR", "YO21 3JU", "YO22 4BZ", "YO22 4PX")
"""Postcodes within the bounds of a random place; the gazetteer knows them."""

_MENDED = ("draft", "aliases", "replaced_by", "requires", "checked_on", "review_by", "issued",
           "cost", "ages", "school_years", "ended_on", "paid", "book", "referral_by")  # fmt: skip
"""What is said here and not drawn field by field: it must agree with something else."""

_MAKERS: Mapping[str, Callable[[Drawing], Fields]] = {
    "opportunity": _opportunity,
    "badge": _badge,
    "organisation": _organisation,
    "venue": _venue,
    "pathway": _pathway,
    "page": _page,
}


def earlier(fields: Fields, kind: str, before: tuple[str, ...], drawing: Drawing) -> None:
    """Let a record lean on those before it, which can never lead round in a ring."""
    random = drawing.random
    if kind == "badge" and before and drawing.chance():
        some = random.sample(before, min(len(before), random.randint(1, 3)))
        fields["requires"] = random.choice((some, {"some": 1, "of": some}, some[0]))
    if kind == "opportunity" and before and fields["status"] in ("ended", "cancelled"):
        fields["replaced_by"] = random.choice(before)
    if kind == "badge" and before and fields.get("status") == "retired":
        fields["replaced_by"] = random.choice(before)


def _freshness(fields: Fields, drawing: Drawing) -> None:
    """Most records are fresh, some due, a few overdue."""
    age = drawing.random.choice((10, 60, 120, 150, 200, 400))
    checked_on = TODAY - timedelta(days=drawing.random.randint(0, age))
    fields["checked_on"] = checked_on
    if drawing.chance():
        fields["review_by"] = checked_on + timedelta(days=drawing.random.randint(30, 400))


def _when(fields: Fields, drawing: Drawing) -> None:
    where = cast("list[object]", fields["where"])
    venues = [entry for entry in where if isinstance(entry, str) and "://" not in entry]
    checked_on = cast("date", fields["checked_on"])
    fields["when"] = when(drawing, venues, checked_on)


def _where(drawing: Drawing) -> object:
    known, random = drawing.known, drawing.random
    choices: list[object] = [
        *known.records["venue"][:1],
        drawing.one_of(known.records["venue"]),
        "https://elsewhere.example/online",
        {"words": drawing.sayings.words(100)},
    ]
    if known.neighbourhoods:
        choices.append({"area": random.choice(known.neighbourhoods)})
    return random.choice([choice for choice in choices if choice])


def _costs(drawing: Drawing) -> object:
    random = drawing.random
    if random.random() < 0.3:
        return Bare("free")
    entries: list[object] = [_price(drawing) for _ in range(random.randint(1, 2))]
    if random.random() < 0.3:
        entries.append(Bare("free"))
    return entries


def _price(drawing: Drawing) -> Fields:
    random = drawing.random
    terms = [*drawing.known.terms["eligibility"], *drawing.known.terms["benefits"], "everyone"]
    price: Fields = (
        {"free": True} if random.random() < 0.3 else {"amount": Bare(f"{random.randint(1, 99)}.50")}
    )
    if drawing.chance():
        price["per"] = random.choice(("session", "term", "course"))
    if drawing.chance():
        price["for"] = [random.choice(terms)]
    if drawing.chance():
        price["note"] = drawing.sayings.words(100)
    return price


def _step(drawing: Drawing) -> Fields:
    if drawing.random.random() < 0.3:
        options = [_option(drawing) for _ in range(drawing.random.randint(2, 3))]
        return {"choose": drawing.random.randint(1, len(options)), "of": options}
    step = _option(drawing)
    if drawing.chance():
        step["optional"] = drawing.random.random() < 0.7
    return step


def _option(drawing: Drawing) -> Fields:
    kind = drawing.random.choice(("opportunity", "badge", "text"))
    named = drawing.one_of(drawing.known.records.get(kind, ()))
    if named:
        return {kind: named}
    option: Fields = {"text": drawing.sayings.words(100)}
    if drawing.chance():
        option["url"] = "https://elsewhere.example/step"
    return option
