"""What a field's shape asks for, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import shapes
from generator.model.declaration import declarations
from generator.model.shapes import Group, Many, Shape
from generator.workflows.reference.writing import anchor

_A = {"organisation": "an organisation", "opportunity": "an opportunity"}
_SIMPLE: Mapping[type, str] = {
    shapes.WordLists: "a list of words, or one for each language: `{en: […], cy: […]}`",
    shapes.Slug: "an id: lower-case letters, digits and single hyphens",
    shapes.Link: "a web address, `https://…`",
    shapes.Email: "an e-mail address",
    shapes.Phone: "a telephone number",
    shapes.Colour: 'a colour in quotes, such as `"#003c71"`',
    shapes.Language: "a language tag, such as `en` or `cy`",
    shapes.Zone: "a time zone, such as `Europe/London`",
    shapes.Day: "a date, such as `2026-12-08`",
    shapes.Flag: "`true` or `false`",
    shapes.Point: "`[latitude, longitude]`",
    shapes.ImagePath: "a picture, such as `images/robot.png`",
}


def in_words(shape: Shape, headings: Mapping[type, str]) -> str:
    """Return the words; ``headings`` say where the fields of a group are described."""
    match shape:
        case Many():
            return _many(shape, headings)
        case Group():
            return _group(shape, headings)
        case _:
            return _SIMPLE.get(type(shape)) or _text(shape)


def _many(shape: Many, headings: Mapping[type, str]) -> str:
    item = in_words(shape.of, headings)
    if shape.least > 1:
        return f"a list of {shape.least} or more, each {item}"
    return f"one, or a list: each {item}"


def _group(shape: Group, headings: Mapping[type, str]) -> str:
    fields = {field.name: field for field in declarations(shape.type)}
    forms = [f"[fields](#{anchor(headings[shape.type])})"]
    forms += [f"the word `{word}`" for word in shape.bare]
    for name in dict.fromkeys((shape.link_as, shape.scalar_as, shape.list_as)):
        if name:
            forms.append(f"`{name}` alone: {in_words(fields[name].shape, headings)}")
    return "; or ".join(forms)


def _text(shape: Shape) -> str:  # noqa: PLR0911 - one arm a shape
    match shape:
        case shapes.Words(longest, minor=minor):
            how = "may be translated" if minor else "translatable"
            return f"words, at most {longest} characters; {how}"
        case shapes.Labels(longest):
            return f"words, at most {longest} characters, or `{{en: …, cy: …}}`"
        case shapes.Token(_, example, longest):
            return f"one line, such as `{example}`" if example else f"one line, at most {longest}"
        case shapes.Choice(values):
            return "one of " + _listed(values)
        case shapes.Term(schemes, also):
            also_words = f", or {_listed(also)}" if also else ""
            return f"an id from taxonomy.yaml: {' or '.join(schemes)}{also_words}"
        case shapes.Ref(kinds):
            return "the id of " + " or ".join(_A.get(kind, f"a {kind}") for kind in kinds)
        case shapes.Neighbourhood(or_words):
            return "the id of a neighbourhood" + (", or words; translatable" if or_words else "")
        case _:
            return _measured(shape)


def _measured(shape: Shape) -> str:
    match shape:
        case shapes.Moment(or_time):
            more = ", or a time, `19:00`" if or_time else ""
            return f"a date and a time, such as `2026-12-08 17:00`{more}"
        case shapes.Whole(least, most):
            return f"a whole number from {least} to {most}"
        case shapes.Amount(least, most, places):
            return f"a number from {least} to {most}, with at most {places} decimals"
        case _:
            raise ValueError(f"no words for {shape}")


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"`{value!s}`" for value in values)
