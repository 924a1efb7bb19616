"""What place.yaml says for the accessibility statement and the privacy notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.declaration import declared
from generator.model.shapes import (
    Choice,
    Day,
    Email,
    Flag,
    Labels,
    Link,
    Many,
    Phone,
    Whole,
)
from generator.model.text import Text

COMPLIANCE = ("fully", "partially", "not")


@dataclass(frozen=True, slots=True)
class Statement:
    """What the accessibility statement says."""

    compliance: str = declared(
        Choice(COMPLIANCE),
        "How far the site meets WCAG 2.2 AA, in the words of the UK's model statement.",
    )
    tested_on: date | None = declared(Day(), "When the site was last tested.")
    tested_how: Text = declared(Labels(longest=400), "How, and by whom.")
    known_gaps: tuple[Text, ...] = declared(
        Many(Labels(longest=400)),
        "What does not work yet: which guideline it fails, what to do instead, and by when it will "
        "be put right.",
    )
    contact: str = declared(Email(), "Where to report a barrier.")
    enforcement: Text = declared(
        Labels(), "Who enforces the rules; a public body in the UK can leave it to its nation's."
    )
    enforcement_url: str = declared(Link(), "Their page.")
    public_body: bool = declared(
        Flag(),
        "true where a public body in the United Kingdom runs the site: the Accessibility "
        "Regulations 2018 hold for it, and the statement says so.",
    )
    run_by: Text = declared(Labels(), "Who runs the site; else the name under `contact`.")
    burden: tuple[Text, ...] = declared(
        Many(Labels(longest=400)),
        "What would be a disproportionate burden to put right, and what the assessment found.",
    )
    out_of_scope: tuple[Text, ...] = declared(
        Many(Labels(longest=400)), "What the regulations leave out, such as recordings made live."
    )
    improving: Text = declared(Labels(longest=800), "What is being done about it, and by when.")
    prepared_on: date | None = declared(Day(), "When the statement was first prepared.")
    reviewed_on: date | None = declared(Day(), "When it was last reviewed.")
    phone: str = declared(Phone(), "The number to ring about a barrier.")
    response_days: int | None = declared(
        Whole(least=1, most=90), "In how many working days an answer comes."
    )


@dataclass(frozen=True, slots=True)
class Privacy:
    """What the privacy notice says."""

    controller: Text = declared(Labels(), "Who is responsible for the site.")
    officer: Text = declared(Labels(), "How to reach their data protection officer.")
    host: Text = declared(Labels(), "Who hosts the files.")
    country: Text = declared(Labels(), "In which country.")
    log_days: int | None = declared(Whole(most=3650), "For how many days the host keeps logs.")
    basis: Text = declared(Labels(longest=400), "On which legal ground the host's logs are kept.")
