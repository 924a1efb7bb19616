"""Codes of files: their names, their bytes, their YAML, before any field is looked at."""

from __future__ import annotations

from generator.model.codes.code import OPPORTUNITY, Code, Example, Part
from generator.model.problem import Severity

CODES = (
    Code(
        "no-place",
        Severity.ERROR,
        "The content folder has no place.yaml.",
        "Without it nobody knows the place's name, address, language or time zone.",
        Example(
            "place.yaml",
            1,
            1,
            "A content folder without the file place.yaml.",
            "A content folder with a place.yaml; `doorstep init` writes one to begin with.",
            Part.WORDS,
        ),
    ),
    Code(
        "invalid-id",
        Severity.ERROR,
        "A name is no id: lower-case letters, digits and single hyphens, at most 80.",
        "An id is part of a web address, and a record's id is its address for ever. Names that "
        "differ in capitals or accents alone are one file on some computers and two on others.",
        Example(OPPORTUNITY, 1, 8, "where: Central_Library\n", "where: workshop\n"),
    ),
    Code(
        "orphan-translation",
        Severity.ERROR,
        "A translation's file has no record beside it.",
        "A translation holds only words; everything else is in the record it translates.",
        Example(
            "opportunities/robotix.cy.md",
            1,
            1,
            "---\ntitle: Adeiladu eich robot cyntaf\n---\n",
            "Named robotics.cy.md, beside robotics.md.",
            Part.WORDS,
        ),
    ),
    Code(
        "unknown-language",
        Severity.ERROR,
        "A translation is in a language that the place does not have, or in its main one.",
        "Only the languages in place.yaml have pages; the main language's words are in the record.",
        Example(
            "opportunities/robotics.fr.md",
            1,
            1,
            "A file robotics.fr.md in a place whose languages are en and cy.",
            "A file robotics.cy.md, or fr added to the languages in place.yaml.",
            Part.WORDS,
        ),
    ),
    Code(
        "symbolic-link",
        Severity.ERROR,
        "A file or folder in the content is a symbolic link.",
        "A link can lead out of the folder and publish what was never meant for the site.",
        Example(
            "images/robot.png",
            1,
            1,
            "images/robot.png is a link to a file elsewhere.",
            "images/robot.png is the file itself.",
            Part.WORDS,
        ),
    ),
    Code(
        "stray-file",
        Severity.WARNING,
        "A file or folder in the content is not used for anything.",
        "It is often a slip in a name, and then a whole record is missing from the site.",
        Example(
            "opportunites",
            1,
            1,
            "A folder opportunites/ with records in it.",
            "The folder is called opportunities/.",
            Part.WORDS,
        ),
    ),
    Code(
        "too-large",
        Severity.ERROR,
        "A file is larger than any record needs: 64 KiB, or 16 MiB for a file of the whole place.",
        "One file must not keep the whole site from being built.",
        Example(
            OPPORTUNITY,
            1,
            1,
            "A record of 70,000 bytes, because a picture was pasted into its text.",
            "The picture as a file under images/, named in the record.",
            Part.WORDS,
        ),
    ),
    Code(
        "too-many-records",
        Severity.ERROR,
        "There are more than 100,000 records.",
        "The largest city has a tenth of that; so many fill the memory of the machine that builds.",
        Example(
            "place.yaml",
            1,
            1,
            "100,001 files in opportunities/, because an export was unpacked there.",
            "The records of the place, and the export somewhere else.",
            Part.WORDS,
        ),
    ),
    Code(
        "not-utf-8",
        Severity.ERROR,
        "A file is not UTF-8 text.",
        "Its letters would come out as others: “Café” as “Caf�”.",
        Example(
            OPPORTUNITY,
            2,
            11,
            "A record that was saved as “ANSI” or “Latin-1”.",
            "The same record saved as UTF-8.",
            Part.WORDS,
        ),
    ),
    Code(
        "forbidden-character",
        Severity.ERROR,
        "There is a control character in the text.",
        "It cannot be seen, and can upset whatever reads the file: a terminal, a feed, a calendar.",
        Example(OPPORTUNITY, 1, 8, 'title: "Robots\\u0007"\n', "title: Robots\n"),
    ),
    Code(
        "no-front-matter",
        Severity.ERROR,
        "A record's fields are not between two lines of three hyphens.",
        "Those lines tell the fields from the text below them.",
        Example(
            OPPORTUNITY,
            1,
            1,
            "title: Build your first robot\n\nCome as you are.\n",
            "---\ntitle: Build your first robot\nsummary: Six evenings.\norganisation: makers\n"
            "kind: course\nmode: in-person\nwhere: workshop\nwhen: anytime\njoin: turn-up\n"
            "cost: free\nchecked_on: 2026-11-01\n---\nCome as you are.\n",
            Part.FILE,
        ),
    ),
    Code(
        "yaml-syntax",
        Severity.ERROR,
        "The fields are not YAML that can be read.",
        "Nothing behind the mistake can be understood. Most often a value with a colon in it needs "
        "quotes, or a line is indented by one space too many.",
        Example(OPPORTUNITY, 1, 14, "title: Robots: a course\n", 'title: "Robots: a course"\n'),
    ),
    Code(
        "yaml-documents",
        Severity.ERROR,
        "One file holds several YAML documents.",
        "Only one record fits in a file.",
        Example(
            "geocodes.yaml",
            2,
            1,
            "# checked by hand\n--- {}\n--- {}\n",
            "# checked by hand\n",
            Part.WORDS,
        ),
    ),
    Code(
        "yaml-alias",
        Severity.ERROR,
        "A value is taken for a YAML alias or anchor, because it begins with * or &.",
        "Aliases can make a small file unfold into one that fills memory, so they are not read.",
        Example(
            OPPORTUNITY, 1, 8, "alert: *new room this week\n", 'alert: "*new room this week"\n'
        ),
    ),
    Code(
        "yaml-tag",
        Severity.ERROR,
        "A value is taken for a YAML tag, because it begins with an exclamation mark.",
        "Tags can ask a program to run code, so they are not read.",
        Example(
            OPPORTUNITY,
            1,
            8,
            "alert: !Bring a coat\n",
            'alert: "!Bring a coat"\n',
        ),
    ),
    Code(
        "yaml-depth",
        Severity.ERROR,
        "The fields are nested more than 20 deep.",
        "No field needs that, and deep nesting has crashed other programs.",
        Example(
            OPPORTUNITY,
            1,
            28,
            "topics: [[[[[[[[[[[[[[[[[[[[[sea]]]]]]]]]]]]]]]]]]]]]\n",
            "topics: [sea]\n",
        ),
    ),
    Code(
        "yaml-key",
        Severity.ERROR,
        "A field has no name, or one that is not a plain word.",
        "Nobody can tell which field is meant.",
        Example(OPPORTUNITY, 1, 3, "? [title]\n: Robots\n", "title: Robots\n"),
    ),
    Code(
        "duplicate-field",
        Severity.ERROR,
        "A field is given twice.",
        "Only one of the two could be used, and nobody would know which.",
        Example(OPPORTUNITY, 2, 1, "kind: club\nkind: course\n", "kind: course\n"),
    ),
)
