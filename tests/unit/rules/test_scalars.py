from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from generator.model import shapes
from generator.model.node import Scalar
from generator.model.problem import Mark
from generator.rules.scalars import read_scalar, slug_like
from generator.rules.unreadable import Unreadable


def read(shape: shapes.Shape, text: str, *, plain: bool = True) -> object:
    return read_scalar(shape, Scalar(Mark("a.md"), text, plain=plain))


def refused(shape: shapes.Shape, text: str, *, plain: bool = True) -> Unreadable:
    with pytest.raises(Unreadable) as failure:
        read(shape, text, plain=plain)
    return failure.value


@pytest.mark.parametrize("text", ["yes", "no", "on", "off", "012", "12:30", "1e3", "null", "0x1f"])
def test_words_stay_words_whatever_they_look_like(text: str) -> None:
    assert read(shapes.Words(), text) == text
    assert read(shapes.Token(), text) == text


@pytest.mark.parametrize("text", ["yes", "no", "True", "TRUE", "1", "on"])
def test_only_true_and_false_are_flags(text: str) -> None:
    assert refused(shapes.Flag(), text).code == "invalid-flag"


def test_flag_in_quotes_is_a_word() -> None:
    fault = refused(shapes.Flag(), "true", plain=False)

    assert str(fault) == '"true" in quotes is only a word; expected true without them'


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (shapes.Flag(), "false", False),
        (shapes.Whole(), "12", 12),
        (shapes.Whole(), "0", 0),
        (shapes.Amount(), "4.50", Decimal("4.50")),
        (shapes.Day(), "2028-02-29", date(2028, 2, 29)),
        (shapes.Moment(), "2026-12-08 17:00", datetime(2026, 12, 8, 17)),
        (shapes.Moment(), "2026-12-08T17:00", datetime(2026, 12, 8, 17)),
        (shapes.Moment(or_time=True), "19:00", time(19)),
        (shapes.Slug(), "robotics-1", "robotics-1"),
        (shapes.Slug(), "012", "012"),
        (shapes.Term(("eligibility",), also=("everyone",)), "everyone", "everyone"),
        (shapes.Neighbourhood(or_words=True), "Anywhere in Wales", "Anywhere in Wales"),
        (shapes.Link(), "https://xn--caf-dma.example/a?b=c#d", "https://xn--caf-dma.example/a?b=c#d"),
        (shapes.Email(), "hello@makers.example", "hello@makers.example"),
        (shapes.Phone(), "+44 (0)1632 960301", "+44 (0)1632 960301"),
        (shapes.Colour(), "#003C71", "#003C71"),
        (shapes.Language(), "zh-Hant-TW", "zh-Hant-TW"),
        (shapes.Zone(), "Europe/London", "Europe/London"),
        (shapes.ImagePath(), "images/makers/Robot.JPG", "images/makers/Robot.JPG"),
        (shapes.Words(), "  two   words ", "two words"),
        (shapes.Words(), "Cafe\u0301", "Café"),
        (shapes.Words(), "می‌خواهم", "می‌خواهم"),
    ],
)  # fmt: skip
def test_value_is_read_by_its_shape(shape: shapes.Shape, text: str, value: object) -> None:
    assert read(shape, text) == value


@pytest.mark.parametrize(
    ("shape", "text", "code"),
    [
        (shapes.Whole(), "012", "invalid-number"),
        (shapes.Whole(), "12.0", "invalid-number"),
        (shapes.Whole(), "9" * 5000, "invalid-number"),
        (shapes.Whole(), "١٢", "invalid-number"),
        (shapes.Whole(most=10), "11", "invalid-number"),
        (shapes.Amount(), "4,50", "invalid-number"),
        (shapes.Amount(), "4.505", "invalid-number"),
        (shapes.Amount(), "nan", "invalid-number"),
        (shapes.Amount(), "-0.01", "invalid-number"),
        (shapes.Day(), "2026-02-30", "invalid-date"),
        (shapes.Day(), "2026-2-3", "invalid-date"),
        (shapes.Day(), "9999-12-31", "invalid-date"),
        (shapes.Day(), "0001-01-01", "invalid-date"),
        (shapes.Day(), "٢٠٢٦-١٢-٠٨", "invalid-date"),
        (shapes.Moment(), "2026-12-08", "invalid-time"),
        (shapes.Moment(), "2026-12-08 24:00", "invalid-time"),
        (shapes.Moment(), "2026-12-08 17:00 +99:99", "invalid-time"),
        (shapes.Moment(), "19:00", "invalid-time"),
        (shapes.Slug(), "../../etc/passwd", "invalid-id"),
        (shapes.Slug(), "a" * 81, "invalid-id"),
        (shapes.Slug(), "two--hyphens", "invalid-id"),
        (shapes.Link(), "\tjavascript:x", "invalid-link"),
        (shapes.Slug(), "con", "invalid-id"),
        (shapes.Slug(), "lpt9", "invalid-id"),
        (shapes.Choice(("club", "course")), "Club", "invalid-choice"),
        (shapes.Link(), "javascript:alert(1)", "invalid-link"),
        (shapes.Link(), "data:text/html,x", "invalid-link"),
        (shapes.Link(), "//makers.example/", "invalid-link"),
        (shapes.Link(), "https://", "invalid-link"),
        (shapes.Link(), "https://[", "invalid-link"),
        (shapes.Link(), "https://a.example:99999/", "invalid-link"),
        (shapes.Link(), "https://bank.example@evil.example/", "invalid-link"),
        (shapes.Link(), "https://a.example/ b", "invalid-link"),
        (shapes.Link(), "https://a.example/" + "a" * 2000, "invalid-link"),
        (shapes.Email(), "a@b", "invalid-email"),
        (shapes.Phone(), "999 or ask", "invalid-phone"),
        (shapes.Colour(), "#fff", "invalid-colour"),
        (shapes.Language(), "Welsh", "invalid-language"),
        (shapes.Zone(), "../../etc/passwd", "invalid-timezone"),
        (shapes.ImagePath(), "images/../place.yaml", "invalid-image-path"),
        (shapes.ImagePath(), "images/a.svg", "invalid-image-path"),
        (shapes.ImagePath(), "/images/a.png", "invalid-image-path"),
        (shapes.Words(), "a\nb", "line-break"),
        (shapes.Words(), "a\u202eb", "hidden-character"),
        (shapes.Words(), "x" * 201, "too-long"),
        (shapes.Words(), "a\x00b", "forbidden-character"),
        (shapes.Link(), "https://a.example/\x00", "forbidden-character"),
        (shapes.Email(), "a\x1b@makers.example", "forbidden-character"),
        (shapes.Token(r"\d{8}"), "1234", "invalid-format"),
    ],
)
def test_value_that_its_shape_cannot_hold_is_refused(
    shape: shapes.Shape, text: str, code: str
) -> None:
    assert refused(shape, text).code == code


def test_long_value_is_cut_in_its_message() -> None:
    assert len(str(refused(shapes.Day(), "x" * 10_000))) < 200


def test_nearest_choice_is_named() -> None:
    message = str(refused(shapes.Choice(("club", "course")), "curse"))

    assert (
        message == '"curse" cannot stand here; expected one of club, course; did you mean "course"?'
    )


@pytest.mark.parametrize(
    ("words", "identifier"),
    [("Café Gwyrdd!", "cafe-gwyrdd"), ("It's ours", "its-ours"), ("中文", ""), ("a" * 99, "")],
)
def test_id_is_made_of_words(words: str, identifier: str) -> None:
    assert slug_like(words) == identifier
