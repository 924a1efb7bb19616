"""Codes of one record: what its fields must be together."""

from __future__ import annotations

from generator.model.codes.code import BADGE, OPPORTUNITY, PATHWAY, VENUE, Code, Example, Part
from generator.model.problem import Severity

CODES = (
    Code(
        "when-unclear",
        Severity.ERROR,
        "It cannot be told when it happens.",
        "It is at any time, or in sessions; a session has a start and an end, or an `every`.",
        Example(
            OPPORTUNITY,
            3,
            7,
            "when:\n  sessions:\n    - note: In the evening\n",
            'when:\n  sessions:\n    - every: "Tuesday 17:00-19:00"\n',
        ),
    ),
    Code(
        "every-unclear",
        Severity.ERROR,
        "What stands under `every` cannot be read.",
        "Days come first, then a start and an end.",
        Example(
            OPPORTUNITY,
            3,
            14,
            "when:\n  sessions:\n    - every: Tuesdays at 5\n",
            'when:\n  sessions:\n    - every: "Tuesday 17:00-18:00"\n',
        ),
    ),
    Code(
        "session-times",
        Severity.ERROR,
        "A session ends before it begins, never happens, or falls into an hour that clocks skip.",
        "Somebody would come at the wrong time.",
        Example(
            OPPORTUNITY,
            4,
            12,
            "when:\n  sessions:\n    - start: 2026-12-08 17:00\n      end: 2026-12-07 19:00\n",
            "when:\n  sessions:\n    - start: 2026-12-08 17:00\n      end: 19:00\n",
        ),
    ),
    Code(
        "stray-exception",
        Severity.WARNING,
        "A day is left out on which there would have been no session anyway.",
        "The day that was meant is still shown as on.",
        Example(
            OPPORTUNITY,
            5,
            16,
            'when:\n  sessions:\n    - every: "Tuesday 17:00-19:00"\n      from: 2026-09-08\n'
            "      except: [2026-12-21]\n",
            'when:\n  sessions:\n    - every: "Tuesday 17:00-19:00"\n      from: 2026-09-08\n'
            "      except: [2026-12-22]\n",
        ),
    ),
    Code(
        "where-unclear",
        Severity.ERROR,
        "It cannot be told where it happens.",
        "Each place is one thing: a venue, a web address, an area, or words. A warning where "
        "something in person has only a web address.",
        Example(
            OPPORTUNITY,
            1,
            8,
            "where: {venue: workshop, area: harbour}\n",
            "where: {venue: workshop}\n",
        ),
    ),
    Code(
        "join-unclear",
        Severity.ERROR,
        "One has to book or apply, and nothing says where. A warning if nothing says who refers.",
        "The learner stands before a closed door.",
        Example(
            OPPORTUNITY,
            1,
            7,
            "join: book\n",
            "join: book\nbook: https://makers.example/book\n",
        ),
    ),
    Code(
        "cost-unclear",
        Severity.ERROR,
        "A price is neither free nor an amount, or both.",
        "“Free” is the filter that matters most; it must be true.",
        Example(
            OPPORTUNITY,
            2,
            5,
            "cost:\n  - {per: session}\n",
            "cost:\n  - {amount: 4.50, per: session}\n",
        ),
    ),
    Code(
        "ages-out-of-order",
        Severity.ERROR,
        "The oldest age or school year is below the youngest.",
        "Nobody could take part.",
        Example(OPPORTUNITY, 1, 7, "ages: {from: 16, to: 11}\n", "ages: {from: 11, to: 16}\n"),
    ),
    Code(
        "dates-out-of-order",
        Severity.ERROR,
        "A period ends before it begins.",
        "One of the two dates is mistyped, and what depends on them would come out wrong.",
        Example(
            BADGE,
            2,
            28,
            "issued:\n  - {from: 2026-01-01, to: 2025-12-31, count: 12}\n",
            "issued:\n  - {from: 2025-01-01, to: 2025-12-31, count: 12}\n",
        ),
    ),
    Code(
        "status-unclear",
        Severity.WARNING,
        "A record says that it is over or replaced, and its status says that it is not.",
        "Learners see the status; one of the two has been forgotten.",
        Example(
            OPPORTUNITY, 1, 11, "ended_on: 2026-10-01\n", "ended_on: 2026-10-01\nstatus: ended\n"
        ),
    ),
    Code(
        "consent-unknown",
        Severity.WARNING,
        "Children can be recognised in a picture, and nothing says until when they agreed to it.",
        "Consent to a child's picture ends; the picture is then left out by itself.",
        Example(
            OPPORTUNITY,
            1,
            60,
            "image: {file: images/robot.png, alt: Two children, people: children}\n",
            "image: {file: images/robot.png, alt: Two children, people: children, "
            "consent_until: 2028-01-01}\n",
        ),
    ),
    Code(
        "criterion-form",
        Severity.WARNING,
        "A criterion in English does not begin with “Earner has”.",
        "The badging standard asks for what has been done, in the past tense.",
        Example(
            BADGE,
            2,
            5,
            "criteria:\n  - Builds a robot.\n  - Earner has explained it.\n",
            "criteria:\n  - Earner has built a robot.\n  - Earner has explained it.\n",
        ),
    ),
    Code(
        "choice-impossible",
        Severity.ERROR,
        "More is to be chosen than there is to choose from, or nothing says how much.",
        "Nobody could finish it.",
        Example(
            BADGE,
            1,
            18,
            "requires: {some: 2, of: [robot-mentor]}\n",
            "requires: {some: 1, of: [robot-mentor]}\n",
        ),
    ),
    Code(
        "step-unclear",
        Severity.ERROR,
        "A step of a pathway is none or several of: an opportunity, a badge, text.",
        "A step is one thing to do, or a choice between several.",
        Example(
            PATHWAY,
            2,
            5,
            "steps:\n  - {opportunity: robotics, badge: robot-builder}\n",
            "steps:\n  - {opportunity: robotics}\n  - {badge: robot-builder}\n",
        ),
    ),
    Code(
        "venue-nowhere",
        Severity.ERROR,
        "A venue has no postcode, no location and no area.",
        "It can be neither put on the map nor found by neighbourhood.",
        Example(
            VENUE,
            1,
            1,
            "---\ntitle: Harbour Workshop\n---\n",
            "---\ntitle: Harbour Workshop\npostcode: YO21 1AD\n---\n",
            Part.FILE,
        ),
    ),
    Code(
        "swapped-coordinates",
        Severity.ERROR,
        "Latitude and longitude are the wrong way round.",
        "The venue would be in another country. Latitude comes first, north to south.",
        Example(VENUE, 1, 11, "location: [-0.614, 54.487]\n", "location: [54.487, -0.614]\n"),
    ),
    Code(
        "outside-bounds",
        Severity.WARNING,
        "A venue lies outside the place's bounds.",
        "A digit may be wrong. Where it is meant, say so.",
        Example(
            VENUE, 1, 11, "location: [51.5, -0.12]\n", "location: [51.5, -0.12]\noutside: true\n"
        ),
    ),
    Code(
        "address-not-shown",
        Severity.WARNING,
        "A venue that is not to be shown exactly has its address in its record.",
        "It reaches no page; but whoever can read the records can read it.",
        Example(
            VENUE,
            1,
            10,
            "address: 1 Quay Side\nlocation_shown: area\n",
            "address:\nlocation_shown: area\n",
        ),
    ),
    Code(
        "removed-html",
        Severity.WARNING,
        "Something in a text is not allowed there, and was left out.",
        "Scripts, frames, styles and pictures in a text could do harm or break the page.",
        Example(
            OPPORTUNITY,
            1,
            1,
            '<iframe src="https://makers.example/"></iframe>\n',
            "See [our website](https://makers.example/).\n",
            Part.BODY,
        ),
    ),
    Code(
        "slow-text",
        Severity.ERROR,
        "A text takes too much time or memory to format, or is nested too deep.",
        "Some heaps of brackets or tags are read very slowly, or unfold to a thousand times their "
        "size. No text that is meant needs them.",
        Example(
            OPPORTUNITY,
            18,
            1,
            "A text that begins with a thousand hyphens in a row, each followed by a space.",
            "The same without them.",
            Part.WORDS,
        ),
    ),
    Code(
        "unsafe-link",
        Severity.ERROR,
        "A link in a text is of a kind that is not followed.",
        "Some kinds run code. Web pages, mail and telephone numbers are enough.",
        Example(
            OPPORTUNITY,
            1,
            9,
            "[Click](javascript:alert(1))\n",
            "[Book a place](https://makers.example/)\n",
            Part.BODY,
        ),
    ),
)
