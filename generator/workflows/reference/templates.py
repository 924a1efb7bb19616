"""The page of template views: what each template of a theme is given."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from generator.views.documented import field_docs
from generator.views.templates import TEMPLATES
from generator.workflows.reference.writing import HEAD, anchor, table

_OPENING = (
    "A template is given one view, and its fields as variables: nothing else can be asked for, and "
    "a name that is not here stops the build. Whatever a view holds is text and is shown as text; "
    "only a [Passage](#passage) has been made safe to be HTML, and is drawn by the filter `prose`."
)


def templates_page() -> str:
    """Return the page: templates first, then the parts that their views are made of."""
    views = list(dict.fromkeys(TEMPLATES.values()))
    parts = sorted(set(_parts(views)) - set(views), key=lambda part: part.__name__)
    known = {view.__name__: anchor(view.__name__) for view in [*views, *parts]}
    rows = ((f"`{name}`", _linked(view.__name__, known)) for name, view in TEMPLATES.items())
    found = ["# Template views", HEAD, _OPENING, table(("Template", "View"), rows)]
    for heading, group in (("Views", views), ("Parts", parts)):
        found.append(f"## {heading}")
        for view in group:
            found += [f"### {view.__name__}", _described(view)]
            found += _fields(view, known)
    return "\n\n".join(found) + "\n"


def _fields(view: type, known: dict[str, str]) -> Iterator[str]:
    docs: dict[str, str] = {}
    for base in reversed(view.__mro__[:-1]):
        docs |= _docs(base)
    rows = [
        (f"`{field.name}`", _linked(str(field.type), known), docs.get(field.name, ""))
        for field in dataclasses.fields(view)
    ]
    if rows:
        yield table(("Field", "Type", "What it holds"), rows)


def _docs(view: type) -> dict[str, str]:
    return dict(field_docs(view)) if dataclasses.is_dataclass(view) else {}


def _parts(views: list[type]) -> Iterator[type]:
    """Yield every view that another holds, however deep."""
    seen: set[type] = set()
    waiting: list[type] = list(views)
    while waiting:
        view = waiting.pop()
        for hint in get_type_hints(view).values():
            for inner in _classes(hint):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
                    yield inner


def _classes(hint: Any) -> Iterator[type]:  # noqa: ANN401 - any annotation
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


def _linked(annotation: str, known: dict[str, str]) -> str:
    """Return the annotation with a link from each view's name to where it is described."""
    return re.sub(
        r"[A-Za-z_]+",
        lambda word: f"[{word[0]}](#{known[word[0]]})" if word[0] in known else word[0],
        annotation,
    )


def _described(view: type) -> str:
    text = inspect.cleandoc(view.__doc__ or "")
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
