"""Codes of fields: their names, and whether their values have the shape that is asked for."""

from __future__ import annotations

from generator.model.codes.code import OPPORTUNITY, VENUE, Code, Example, Part
from generator.model.problem import Severity

CODES = (
    Code(
        "unknown-field",
        Severity.ERROR,
        "There is no field of this name here.",
        "What stands in it would be left out in silence.",
        Example(OPPORTUNITY, 1, 1, "acces: [step-free]\n", "access: [step-free]\n"),
    ),
    Code(
        "missing-field",
        Severity.ERROR,
        "A field that is needed is missing, or empty.",
        "Without it a learner could not decide, or the page could not be made. A draft may miss "
        "anything.",
        Example(OPPORTUNITY, 1, 9, "summary:\n", "summary: Six evenings of building a robot.\n"),
    ),
    Code(
        "wrong-shape",
        Severity.ERROR,
        "A value is a list, a group of fields or a single value where another of these is needed.",
        "The field cannot be understood.",
        Example(OPPORTUNITY, 1, 7, "ages: 11\n", "ages: {from: 11}\n"),
    ),
    Code(
        "too-few",
        Severity.ERROR,
        "A list is shorter than it must be.",
        "A badge, for example, needs two criteria or more.",
        Example(
            "badges/robot-builder.md",
            2,
            3,
            "criteria:\n  - Earner has built a robot.\n",
            "criteria:\n  - Earner has built a robot.\n  - Earner has explained how it works.\n",
        ),
    ),
    Code(
        "too-many",
        Severity.ERROR,
        "A list is longer than any list needs to be: 400 items, or 5,000 terms in taxonomy.yaml.",
        "Nobody can read it, and one record must not hold up all others.",
        Example(
            OPPORTUNITY,
            2,
            18,
            "Sessions on 500 dates, each written by itself.",
            "`every: Tuesday 17:00-19:00`, which stands for all of them.",
            Part.WORDS,
        ),
    ),
    Code(
        "repeated-item",
        Severity.WARNING,
        "A list holds the same item twice.",
        "It is shown once; the second is most likely meant to be another.",
        Example(OPPORTUNITY, 1, 20, "topics: [robotics, robotics]\n", "topics: [robotics, sea]\n"),
    ),
    Code(
        "split-item",
        Severity.WARNING,
        "An item in a list begins with “or” or “and”.",
        "Between square brackets a comma ends an item, so that a sentence with a comma in it "
        "becomes two. Quotes around the whole of it keep it together.",
        Example(
            OPPORTUNITY,
            1,
            40,
            "prerequisites: [A bicycle of your own, or six months around bikes]\n",
            'prerequisites: ["A bicycle of your own, or six months around bikes"]\n',
        ),
    ),
    Code(
        "not-translatable",
        Severity.ERROR,
        "A translation's file gives a field that is the same in every language.",
        "It would be unclear which of the two counts.",
        Example(
            "opportunities/robotics.cy.md",
            3,
            7,
            "---\ntitle: Adeiladu robot\nkind: club\n---\n",
            "---\ntitle: Adeiladu robot\n---\n",
            Part.FILE,
        ),
    ),
    Code(
        "translation-mismatch",
        Severity.ERROR,
        "A translation has words where the record has none, or a list of another length.",
        "Lists are translated item by item, so they must stay in step.",
        Example(
            "opportunities/robotics.cy.md",
            2,
            8,
            "---\nalert: Ystafell 4\n---\n",
            "---\ntitle: Adeiladu robot\n---\n",
            Part.FILE,
        ),
    ),
    Code(
        "translation-older",
        Severity.WARNING,
        "A translation is older than the record: its `translated_on` lies before the record's "
        "`changed_on`, else `checked_on`.",
        "What has changed since is not in it, and its readers are told so. Where a check changed "
        "no words, `changed_on` in the record says since when they have been as they are.",
        Example(
            "opportunities/robotics.cy.md",
            3,
            16,
            "---\ntitle: Adeiladu robot\ntranslated_on: 2025-11-01\n---\n",
            "---\ntitle: Adeiladu robot\ntranslated_on: 2026-11-20\n---\n",
            Part.FILE,
        ),
        passing=True,
    ),
    Code(
        "mixed-alphabets",
        Severity.WARNING,
        "A word mixes letters of alphabets that look alike, as a Cyrillic “а” among Latin ones.",
        "One name can be made to pass for another this way, and nobody who searches will find it.",
        Example(
            OPPORTUNITY, 1, 8, "title: Rоbots for beginners\n", "title: Robots for beginners\n"
        ),
    ),
    Code(
        "line-break",
        Severity.ERROR,
        "A value that is one line has several.",
        "It is shown as a title or in a list, where there is room for one line.",
        Example(
            OPPORTUNITY,
            1,
            8,
            "title: |\n  Build your\n  first robot\n",
            "title: Build your first robot\n",
        ),
    ),
    Code(
        "hidden-character",
        Severity.ERROR,
        "There is a character in the words that cannot be seen.",
        "Such characters turn the order of letters round or hide in a name so that it passes for "
        "another.",
        Example(OPPORTUNITY, 1, 8, "title: Ro\u200bbots\n", "title: Robots\n"),
    ),
    Code(
        "too-long",
        Severity.ERROR,
        "The words are longer than there is room for.",
        "Titles have 200 characters, summaries 400. The text below the fields can be longer.",
        Example(OPPORTUNITY, 1, 8, f"title: {'very ' * 41}long\n", "title: Very long\n"),
    ),
    Code(
        "invalid-choice",
        Severity.ERROR,
        "The field takes one of a few words, and this is none of them.",
        "Filters and lists are made of these words.",
        Example(OPPORTUNITY, 1, 7, "kind: class\n", "kind: course\n"),
    ),
    Code(
        "invalid-flag",
        Severity.ERROR,
        "The field takes true or false, and this is neither.",
        "“yes” and “no” are words like any others, so that no answer changes by itself.",
        Example(VENUE, 1, 10, "outside: yes\n", "outside: true\n"),
    ),
    Code(
        "invalid-number",
        Severity.ERROR,
        "This is not a number that the field takes.",
        "Digits alone are read, with a full stop before the decimals.",
        Example(OPPORTUNITY, 1, 7, "cost: £4.50\n", "cost: 4.50\n"),
    ),
    Code(
        "invalid-date",
        Severity.ERROR,
        "This is not a date, or there is no such day.",
        "Dates are year-month-day, because 04/05 is two different days in two countries.",
        Example(OPPORTUNITY, 1, 13, "checked_on: 2026-09-31\n", "checked_on: 2026-09-30\n"),
    ),
    Code(
        "invalid-time",
        Severity.ERROR,
        "This is not a time of day, or not a date with one.",
        "Times have two digits for hours and minutes, from 00:00 to 23:59, in the place's zone.",
        Example(
            OPPORTUNITY,
            3,
            14,
            "when:\n  sessions:\n    - start: 2026-12-08 5pm\n      end: 19:00\n",
            "when:\n  sessions:\n    - start: 2026-12-08 17:00\n      end: 19:00\n",
        ),
    ),
    Code(
        "invalid-timezone",
        Severity.ERROR,
        "There is no such time zone.",
        "Every time on the site is in it.",
        Example("place.yaml", 1, 11, "timezone: Europe/Cardiff\n", "timezone: Europe/London\n"),
    ),
    Code(
        "invalid-link",
        Severity.ERROR,
        "This is not a web address, or a link in a text that leads nowhere.",
        "A learner would be left standing. Only https and http are taken: others can run code.",
        Example(
            OPPORTUNITY,
            1,
            7,
            "book: www.makers.example://book\n",
            "book: https://makers.example/book\n",
        ),
    ),
    Code(
        "invalid-email",
        Severity.ERROR,
        "This is not an e-mail address.",
        "Nobody could write to it.",
        Example(
            OPPORTUNITY,
            1,
            18,
            "contact: {email: makers at example}\n",
            "contact: {email: hello@makers.example}\n",
        ),
    ),
    Code(
        "invalid-phone",
        Severity.ERROR,
        "This is not a telephone number.",
        "On a telephone it is a link that rings; words belong into another field.",
        Example(
            OPPORTUNITY,
            1,
            18,
            "contact: {phone: ask at the desk}\n",
            "contact: {phone: 01632 960301}\n",
        ),
    ),
    Code(
        "invalid-colour",
        Severity.ERROR,
        "This is not a colour as # and six hexadecimal digits.",
        "The style sheet could not use it.",
        Example(
            "place.yaml", 1, 20, "colours: {primary: blue}\n", 'colours: {primary: "#003c71"}\n'
        ),
    ),
    Code(
        "invalid-language",
        Severity.ERROR,
        "This is not a language tag, such as en or cy.",
        "Screen readers choose their voice by it.",
        Example(OPPORTUNITY, 1, 13, "languages: [Welsh]\n", "languages: [cy]\n"),
    ),
    Code(
        "invalid-point",
        Severity.ERROR,
        "This is not a position: two numbers, latitude first.",
        "The venue could not be put on the map.",
        Example(VENUE, 1, 11, "location: 54.487\n", "location: [54.487, -0.614]\n"),
    ),
    Code(
        "invalid-image-path",
        Severity.ERROR,
        "This does not name a picture below images/.",
        "Only png, jpg and webp are shown, made anew; a drawing (svg) can hold code.",
        Example(
            OPPORTUNITY,
            1,
            15,
            "image: {file: robot.svg, alt: A yellow robot}\n",
            "image: {file: images/robot.png, alt: A yellow robot}\n",
        ),
    ),
    Code(
        "invalid-format",
        Severity.ERROR,
        "A number or code does not have the form that it has everywhere.",
        "It is most likely mistyped, and leads nobody to what it stands for.",
        Example(VENUE, 1, 7, "uprn: 10 0100\n", 'uprn: "100100"\n'),
    ),
    Code(
        "invalid-postcode",
        Severity.ERROR,
        "This does not have the form of a British postcode.",
        "A venue is put on the map by it.",
        Example(VENUE, 1, 11, "postcode: YO2I IAD\n", "postcode: YO21 1AD\n"),
    ),
)
