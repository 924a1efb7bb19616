"""Interface strings out of templates and program text into gettext catalogues, by Babel.

What is written is the same for the same strings: no day, no release and no line number stands in
it, so that a catalogue changes where what is said has changed and nowhere else.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.plural import to_gettext

from generator.model.fault import Fault, Refused
from generator.model.interface import Interface

# The functions that are given interface strings, and which of their arguments are such: "c" is
# the sense in which one is meant. Those of views/labels.py only mark.
_CALLS: Mapping[str, tuple[int | tuple[int, str], ...]] = {
    "count": (1, 2),
    "gettext": (1,),
    "marked": (1,),
    "marked_as": ((1, "c"), 2),
    "marked_plural": (1, 2),
    "ngettext": (1, 2),
    "plural_forms": (2, 3),
    "say": (1,),
}
_TOLD = "Translators:"
_TEMPLATE_OPTIONS = {
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "newstyle_gettext": "true",
    "silent": "false",
}

# Lines of a header that change with the day and the release, and those that nobody has filled in.
_CHURN = ('"POT-Creation-Date:', '"Generated-By:')
_UNFILLED = ("EMAIL@ADDRESS", "YEAR-MO-DA", "LL@li.org", "PROJECT VERSION")
_TEMPLATE, _BASE = "the template of strings", "the catalogue of the base theme"
_WIDTH = 98


@dataclass(frozen=True, slots=True)
class Words:
    """A folder to look for interface strings in; ``name`` stands before the paths in it."""

    folder: Path
    pattern: str
    name: str


class BabelStrings:
    """Port InterfaceStrings: ``words`` are the folders of what the site can say."""

    def __init__(self, words: Sequence[Words], title: str) -> None:
        self._words = words
        self._title = title

    def template(self) -> str:
        """Return the template of all that the folders say; raise Fault where one cannot be read."""
        found = Catalog(header_comment=f"# Interface strings of {self._title}.")
        for message in self._found():
            _add(found, message)
        return _written(found)

    def renewed(self, template: str, catalogue: str, language: str, shown: str) -> str:
        """Return a catalogue with every string of the template, begun where it is empty.

        What resembles a string that is gone takes its words on as fuzzy: not said before a person
        has looked. What nothing resembles is kept at the end.
        """
        held = _read(catalogue or _begun(self._title, language), shown)
        held.update(_read(template, _TEMPLATE), update_creation_date=False)
        return _written(held)

    def unsaid(self, template: str, below: str, own: str) -> str:
        """Return a template without what a catalogue ``below`` says, and ``own`` does not."""
        wanted = _read(template, _TEMPLATE)
        said, kept = _read(below, _BASE), _read(own, _BASE)
        for message in list(wanted):
            known = said.get(message.id, message.context)
            here = kept.get(message.id, message.context)
            if message.id and known and not here and _complete(known, said):
                wanted.delete(message.id, message.context)
        return _written(wanted)

    def known(self, template: str, own: str) -> str:
        """Return a template with only what a catalogue ``own`` has."""
        wanted, kept = _read(template, _TEMPLATE), _read(own, _BASE)
        for message in list(wanted):
            if message.id and kept.get(message.id, message.context) is None:
                wanted.delete(message.id, message.context)
        return _written(wanted)

    def joined(self, first: str, second: str) -> str:
        """Return one template with the strings of two."""
        whole = _read(first, _TEMPLATE)
        for message in _read(second, _TEMPLATE):
            if message.id:
                _add(whole, message)
        return _written(whole)

    def standing(
        self, template: str, catalogues: tuple[tuple[str, str], ...], language: str
    ) -> Interface:
        """Return how much of a template these catalogues say, each given as text and its path."""
        wanted = [message for message in _read(template, _TEMPLATE) if message.id]
        held = [_read(text, shown) for text, shown in catalogues if text]
        known = [
            [(it, known) for it in held if (known := it.get(message.id, message.context))]
            for message in wanted
        ]
        said = [any(_complete(message, catalog) for catalog, message in one) for one in known]
        unsure = [any(message.fuzzy for _, message in one) for one in known]
        return Interface(
            language,
            len(wanted),
            sum(said),
            sum(doubt and not sure for doubt, sure in zip(unsure, said, strict=True)),
        )

    def _found(self) -> Iterator[Message]:
        for words in self._words:
            is_program = words.pattern.endswith(".py")
            for path in sorted(words.folder.rglob(words.pattern)):
                shown = f"{words.name}/{path.relative_to(words.folder).as_posix()}"
                for line, message, comments, sense in _extracted(path, shown, is_program):
                    yield Message(
                        message,
                        locations=[(shown, line)],
                        auto_comments=comments,
                        context=sense,
                    )


def _add(catalog: Catalog, message: Message) -> None:
    catalog.add(
        message.id,
        context=message.context,
        locations=message.locations,
        auto_comments=message.auto_comments,
    )


def _extracted(
    path: Path,
    shown: str,
    is_program: bool,  # noqa: FBT001 - one of two ways of reading
) -> list[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    """Return the interface strings of one file, in their order."""
    method = "python" if is_program else "jinja2.ext:babel_extract"
    try:
        return extract_from_file(
            method,
            path,
            keywords=_CALLS if is_program else DEFAULT_KEYWORDS,
            comment_tags=(_TOLD,),
            options=None if is_program else _TEMPLATE_OPTIONS,
            strip_comment_tags=True,
        )
    except Exception as reason:  # each reader has mistakes of its own; Jinja's are its own file's
        raise Fault(f"{shown} cannot be read: {reason}") from reason


def _read(text: str, shown: str) -> Catalog:
    try:
        return read_po(io.BytesIO(text.encode("utf-8")), abort_invalid=True)
    except (PoFileError, UnknownLocaleError, ValueError) as reason:
        raise Fault(f"{shown}: the catalogue cannot be read: {reason}") from reason


def _written(catalog: Catalog) -> str:
    """Return a catalogue as text; its header has nothing that changes by itself."""
    file = io.BytesIO()
    write_po(file, catalog, width=_WIDTH, include_lineno=False)
    header, gap, rest = file.getvalue().decode("utf-8").partition("\n\n")
    lines = [
        line
        for line in header.splitlines()
        if not line.startswith(_CHURN) and not any(it in line for it in _UNFILLED)
    ]
    return "\n".join(lines) + gap + rest.rstrip("\n") + "\n"


def _begun(title: str, language: str) -> str:
    """Return a catalogue that says nothing yet but how its language counts."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        raise Refused(f'no language is known as "{language}"; expected a tag such as cy') from None
    name = locale.get_display_name("en")
    plurals = to_gettext(locale.plural_form)
    return (
        f'# {title}: {name}\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        f'"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {plurals};\\n"\n'
    )


def _complete(message: Message, catalog: Catalog) -> bool:
    """Say whether every form of a string is there, and a person has looked at it."""
    if message.fuzzy:
        return False
    said = message.string
    if not message.pluralizable or not isinstance(said, (list, tuple)):
        return bool(said)
    return len(said) == catalog.num_plurals and all(said)
