"""Codes of advice: nothing is wrong with the record, and its readers would be served better."""

from __future__ import annotations

from generator.model.codes.code import OPPORTUNITY, Code, Example, Part
from generator.model.problem import Severity

_LONG = (
    "Participants are encouraged to familiarise themselves with fundamental electronic components, "
    "subsequently progressing towards independent construction of sophisticated programmable "
    "mechanisms, whereupon facilitators will provide individualised developmental feedback "
    "concerning engineering methodologies, collaborative communication, and appropriate "
    "progression opportunities within the regional manufacturing sector and its associated "
    "educational institutions, including apprenticeships, traineeships, college qualifications and "
    "university programmes that correspond to demonstrated capabilities and personal aspirations.\n"
)
_SHORT = (
    "You learn what the small parts do. Then you build a robot, and make it move. It is yours to "
    "keep. Somebody who builds them for a living sits beside you. You can ask anything. At the end "
    "we talk about what went well, and what you would like to do next. There are courses at the "
    "college, and firms near here who take people on. We know them, and we can write to them for "
    "you. Nobody has to decide anything on the day.\n"
)

CODES = (
    Code(
        "heading-skipped",
        Severity.NOTE,
        "A heading in a text is more than one level below the heading before it.",
        "Those who listen go from heading to heading, and wonder what they missed. On the page "
        "the level is filled in.",
        Example(
            OPPORTUNITY,
            5,
            1,
            "## What you make\n\nA robot.\n\n#### What to bring\n\nNothing.\n",
            "## What you make\n\nA robot.\n\n### What to bring\n\nNothing.\n",
            Part.BODY,
        ),
    ),
    Code(
        "vague-link",
        Severity.NOTE,
        "A link's words do not say where it leads.",
        "Whoever listens to a list of the links hears “here, here, here”. A finger on a phone "
        "covers what stands around a link, too.",
        Example(
            OPPORTUNITY,
            1,
            10,
            "To book, [click here](https://makers.example/book).\n",
            "You can [book a place](https://makers.example/book).\n",
            Part.BODY,
        ),
    ),
    Code(
        "document-link",
        Severity.NOTE,
        "A link leads to a PDF or an office document.",
        "On a phone it has to be pushed to and fro, many cannot hear it read, and it is out of "
        "date unseen. What matters in it belongs on the page.",
        Example(
            OPPORTUNITY,
            1,
            5,
            "See [the programme](https://makers.example/autumn.pdf).\n",
            "See [the programme](https://makers.example/autumn).\n",
            Part.BODY,
        ),
    ),
    Code(
        "hard-to-read",
        Severity.NOTE,
        "An English text of some length asks for practised readers of more than 14.",
        "One adult in six finds such a text hard, as does whoever learns the language. The age is "
        "an estimate from the length of words and sentences.",
        Example(OPPORTUNITY, 1, 1, _LONG, _SHORT, Part.BODY),
    ),
    Code(
        "weak-alt",
        Severity.NOTE,
        "The words for those who cannot see a picture do not say what it shows.",
        "They are heard in the picture's place: a file's name or the title over again says "
        "nothing, and that it is a picture is said already.",
        Example(
            OPPORTUNITY,
            1,
            38,
            "image: {file: images/robot.png, alt: Picture of a robot}\n",
            "image: {file: images/robot.png, alt: A robot made of a tin lifts its arm}\n",
        ),
    ),
    Code(
        "personal-address",
        Severity.NOTE,
        "An e-mail address looks like one person's.",
        "People move on, and letters lie unread; and their address can be found for ever. An "
        "address for a role is read by whoever has it.",
        Example(
            OPPORTUNITY,
            1,
            18,
            "contact: {email: sian.davies@makers.example}\n",
            "contact: {email: workshops@makers.example}\n",
        ),
    ),
    Code(
        "personal-number",
        Severity.NOTE,
        "A telephone number is a mobile one.",
        "It is usually somebody's own, also at night and after they have left; and young people "
        "should not have to ring one. A team's number, or a telephone that belongs to the team.",
        Example(
            OPPORTUNITY,
            1,
            18,
            "contact: {phone: 07700 900123}\n",
            "contact: {phone: 01632 960123}\n",
        ),
    ),
)
