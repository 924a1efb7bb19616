"""What the demonstration owes: text that is read with pleasure, since people judge by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.model.record import Image
from tests.support.demonstration import demonstration
from tests.support.sites import NEWPORT

# What makes a reader stop believing: advertising, officialese, and the machine's favourite words.
TIRED = re.compile(
    r"\b(unlock|empower\w*|vibrant|passionate|nestled|delv\w+|boost|thriving|seamless\w*"
    r"|unleash\w*|embark\w*|tapestry|testament|cutting-edge|state-of-the-art|game.chang\w+"
    r"|world-class|hands-on|fun-filled|exciting|amazing|incredible|life-changing|signpost\w*"
    r"|stakeholders?|holistic\w*|upskill\w*|leverag\w+|bespoke|tailored|reach out|look no further"
    r"|whether you(?:'re| are)|not just|more than just|all abilities|safe space|resilien\w+"
    r"|contact us for details|small charge|refreshments)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(color|colors|center|centers|neighbor\w*|organiz\w+|realiz\w+|recogniz\w+"
    r"|favorite|theater|mom|soccer|sidewalk|fall semester|gray|traveler|practicing|license plate"
    r"|enroll|fulfill|jewelry|pajamas|diaper|vacation)\b",
    re.IGNORECASE,
)
FOLDERS = ("opportunities", "badges", "organisations", "pathways", "pages")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
# Whoever explains how to write may quote the bad example.
QUOTES_THE_BAD = {"add-an-opportunity"}


def texts() -> Iterator[tuple[str, str]]:
    """Yield what was written, not what was translated: what tires a reader is in English here."""
    for folder in FOLDERS:
        for path in sorted((NEWPORT / folder).glob("*.md")):
            if path.stem not in QUOTES_THE_BAD and "." not in path.stem:
                yield path.stem, path.read_text("utf-8")


def bodies() -> Iterator[tuple[str, str]]:
    for name, text in texts():
        yield name, FRONT_MATTER.sub("", text).strip()


def test_nobody_is_sold_anything_in_tired_words() -> None:
    found = [(name, hit.group()) for name, text in texts() for hit in TIRED.finditer(text)]

    assert found == []


def test_the_spelling_is_british() -> None:
    found = [(name, hit.group()) for name, text in texts() for hit in AMERICAN.finditer(text)]

    assert found == []


def test_no_two_texts_begin_or_end_alike() -> None:
    written = dict(bodies())
    openings = Counter(" ".join(body.split()[:4]) for body in written.values())
    closings = Counter(" ".join(body.split()[-4:]) for body in written.values())

    assert [words for words, count in openings.items() if count > 1] == []
    assert [words for words, count in closings.items() if count > 1] == []


def test_no_title_and_no_summary_is_used_twice() -> None:
    place = demonstration().place
    for records in (place.opportunities, place.badges, place.organisations, place.pathways):
        titles = Counter(record.title.words("en").casefold() for record in records.values())
        summaries = Counter(record.summary.words("en").casefold() for record in records.values())

        assert max(titles.values()) == 1
        assert max(summaries.values()) == 1


def test_titles_and_summaries_are_short_enough_for_a_card() -> None:
    place = demonstration().place

    long = [
        record.id
        for record in place.opportunities.values()
        if len(record.title.words("en")) > 60 or len(record.summary.words("en")) > 150
    ]

    assert long == []


def pictures() -> list[Image]:
    place = demonstration().place
    return [record.image for record in place.opportunities.values() if record.image]


def test_there_are_pictures_enough_and_each_is_ours_and_described() -> None:
    shown = pictures()

    assert len(shown) >= 25
    assert len({image.file for image in shown}) == len(shown)
    assert {image.credit.words("en") for image in shown} == {"Drawn for this demonstration"}
    assert len({image.alt.words("en") for image in shown}) == len(shown)


def test_no_picture_is_heavy() -> None:
    sizes = {path.name: path.stat().st_size for path in (NEWPORT / "images").iterdir()}

    assert {name: size for name, size in sizes.items() if size > 60_000} == {}
