"""Templates in, text out, by Jinja: the only file that imports it.

A template's name is its path under a theme's ``templates`` folder. The project's theme is asked
first and the base theme after it, so that a project overrides any template by a file of the same
path. ``base/`` before a name always means the base theme's own template:
``{% extends "base/opportunity.html" %}`` in the project's ``opportunity.html`` changes one block of
it and keeps the rest.

A view's fields are a template's variables. No author's string is ever compiled: Jinja only sees
files of the two themes, which are trusted as code is.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from generator.adapters.template_assets import with_names
from generator.adapters.template_digests import BASE, TemplateDigests
from generator.adapters.theme_folders import TEMPLATES, assets_in, mentions_in
from generator.model.assets import Assets, Naming, ThemeFile
from generator.model.fault import Fault
from generator.model.said import Passage, Said
from generator.model.web_address import unsaid_host
from generator.model.wording import SENSE_ENDS, Wording

MOST_KEPT = 20_000
"""Pieces of pages, of one or two kilobytes, that are kept to be put on other pages as they are."""

# What a mistake in a template's own code can raise besides Jinja's errors.
_MISTAKES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


@dataclass(slots=True)
class JinjaRenderer:
    """A site's themes: ``themes`` are folders, the project's before the base's, which is last.

    ``naming`` names their files as they are published; ``own`` are files that the place gives to
    them, by path. Environments are made when a language is first drawn, and left behind when the
    renderer is sent to another process; what the files are called goes with it.
    """

    themes: tuple[Path, ...]
    speak: Callable[[str], Wording]
    naming: Naming
    own: Mapping[str, bytes] = field(default_factory=dict)
    _names: Mapping[str, str] | None = None
    _assets: Assets | None = None
    _environments: dict[str, Environment] = field(default_factory=dict)
    _digests: TemplateDigests | None = None
    _dressed: JinjaRenderer | None = None

    def __reduce__(self) -> tuple[object, ...]:
        given = (self.themes, self.speak, self.naming, dict(self.own), dict(self._named()))
        return JinjaRenderer, given

    def dressed(self, own: Mapping[str, bytes]) -> JinjaRenderer:
        """Return it for a place with these files of its own; the same one where it has them."""
        if own == self.own:
            return self
        if self._dressed is None or self._dressed.own != own:
            self._dressed = JinjaRenderer(self.themes, self.speak, self.naming, own)
        return self._dressed

    def render(self, template: str, view: object, language: str) -> str:
        """Draw one page. An undefined name or a missing template raises Fault, naming it."""
        variables = {item.name: getattr(view, item.name) for item in fields(view)}  # type: ignore[arg-type] # a view is a dataclass
        try:
            return self._environment(language).get_template(template).render(variables)
        except _MISTAKES as mistake:
            raise Fault(self._told(template, mistake)) from mistake

    def digest_of(self, template: str) -> str:
        """Return what stands for a template and all that drawing it may read of the themes."""
        if self._digests is None:
            folders = tuple(theme / TEMPLATES for theme in self.themes)
            self._digests = TemplateDigests(folders, self._named())
        return self._digests.of(template)

    def assets(self) -> Assets:
        """Return the themes' files under ``assets/``, the project's over the base's."""
        if self._assets is None:
            given = {path: ThemeFile(content, path) for path, content in self.own.items()}
            files = {**given, **assets_in(self.themes)}
            self._assets = self.naming(files, mentions_in(self.themes))
        return self._assets

    def _named(self) -> Mapping[str, str]:
        if self._names is None:
            self._names = self.assets().names
        return self._names

    def _environment(self, language: str) -> Environment:
        if language not in self._environments:
            wording = self.speak(language)
            self._environments[language] = environment(self.themes, wording, self._named())
        return self._environments[language]

    def _told(self, template: str, mistake: Exception) -> str:
        """Say in one line what is wrong with a template, and on which of its lines."""
        if isinstance(mistake, TemplateNotFound):
            names = ", ".join(str(name) for name in mistake.templates)
            wanted = "" if names == template else f", which {template} asks for"
            return f"there is no template {names}{wanted}"
        if isinstance(mistake, TemplateSyntaxError):
            shown = self._shown(mistake.filename or template)
            return f"{shown}:{mistake.lineno}: {mistake.message}"
        where = template
        for frame in traceback.extract_tb(mistake.__traceback__):
            if frame.filename.endswith(".html"):
                where = f"{self._shown(frame.filename)}:{frame.lineno}"
        return f"{where}: {mistake}"

    def _shown(self, filename: str) -> str:
        """Return a template's path from the folder that holds its theme."""
        for theme in self.themes:
            if Path(filename).is_relative_to(theme):
                return Path(filename).relative_to(theme.parent).as_posix()
        return filename


def environment(
    themes: tuple[Path, ...], wording: Wording, names: Mapping[str, str]
) -> Environment:
    """Return where templates of these themes are drawn in one language, assets by ``names``."""
    made = Environment(
        loader=_Naming(_loader(themes), names),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined] # put there by the i18n extension
        wording.gettext, wording.ngettext, newstyle=True,
        pgettext=lambda sense, message: wording.gettext(f"{sense}{SENSE_ENDS}{message}"),
    )  # fmt: skip
    made.filters.update(_filters(wording))
    made.globals["once"] = lru_cache(maxsize=MOST_KEPT)(_called)
    return made


def _called(macro: Callable[..., Markup], *given: object) -> Markup:
    """Call a macro; what a template names ``once`` remembers what came of it, for equal values."""
    return macro(*given)


class _Naming(BaseLoader):
    """A loader of templates, in which assets bear the names under which they are published."""

    def __init__(self, loader: BaseLoader, names: Mapping[str, str]) -> None:
        self._loader = loader
        self._names = names

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, filename, fresh = self._loader.get_source(environment, template)
        return with_names(source, self._names), filename, fresh


def _loader(themes: tuple[Path, ...]) -> BaseLoader:
    folders = [FileSystemLoader(theme / TEMPLATES) for theme in themes]
    return ChoiceLoader([PrefixLoader({BASE.rstrip("/"): folders[-1]}), *folders])


def _filters(wording: Wording) -> Mapping[str, Callable[..., object]]:
    """Return what a template can say about a value after ``|``; docs/themes.md lists them."""
    return {
        "day": wording.day,
        "short_day": wording.short_day,
        "month": wording.month,
        "clock": wording.clock,
        "weekday": wording.weekday,
        "number": wording.number,
        "money": wording.money,
        "listing": wording.listing,
        "language_name": wording.language_name,
        "unsaid_host": unsaid_host,
        "iso": _iso,
        "name": _name,
        "words": _words,
        "prose": _prose,
    }


def _iso(value: date | datetime | Decimal) -> str:
    """Return a date as the ``datetime`` attribute of a ``time`` element wants it."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _name(said: Said) -> Markup:
    """Mark a name off from what is around it, so that its direction cannot turn the line over."""
    if said.foreign:
        return Markup('<bdi lang="{}">{}</bdi>').format(said.language, said.words)
    return Markup("<bdi>{}</bdi>").format(said.words)


def _words(said: Said) -> Markup:
    """Mark words that are not in the page's language, and may be written the other way."""
    if said.foreign:
        return Markup('<span lang="{}" dir="auto">{}</span>').format(said.language, said.words)
    return Markup("{}").format(said.words)


def _prose(passage: Passage) -> Markup:
    """Put a body in, within an element that names its language where that is not the page's.

    The body is marked as HTML here, by name, because ``Markup.format`` escapes what a string's
    ``__html__`` returns unless that is itself a Markup.
    """
    marked = Markup(' lang="{}" dir="auto"').format(passage.language)
    language = marked if passage.foreign else Markup("")
    return Markup('<div class="prose"{}>\n{}\n</div>').format(
        language,
        Markup(passage.html),  # noqa: S704 - made safe by the Markdown adapter
    )
