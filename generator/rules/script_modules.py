"""Browser modules joined with what they import: a page asks for one file, not for twenty.

A module stays a file of one idea, and a theme overrides any of them by its path; what is published
under that path holds all that it imports. Why not an npm bundler: docs/decisions/0016.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ONE_A_PAGE = frozenset({"saving"})
"""What several scripts of one page share and may be there only once: it listens, or remembers."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_OTHER_FORM = re.compile(r"^(?:import\b(?!\s*[.(])|export\b)", re.MULTILINE)
_WAITS = re.compile(r"^[^\s/].*\bawait\b", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Module:
    imports: tuple[tuple[str, str], ...]
    """The names between the braces, and the module's name."""
    exports: tuple[str, ...]
    body: str
    """Everything but the imports."""
    joins: bool
    """Whether it is written as our own are, and can stand inside another."""


def joined(sources: Mapping[str, str]) -> dict[str, str]:
    """Return each module with all that it imports, by name without ``.js``.

    A module that is written in another way than ``import { … } from "./name.js"`` and ``export
    function | class | const`` is not joined with anything, and stays a file that others import.
    """
    modules = {name: _read(source) for name, source in sources.items()}
    return {name: _join(name, modules) or source for name, source in sources.items()}


def _read(source: str) -> _Module:
    body = _IMPORT.sub("", source)
    exports = tuple(name for _, name in _EXPORT.findall(body))
    return _Module(
        imports=tuple((names, module) for names, module in _IMPORT.findall(source)),
        exports=exports,
        body=_without_comments(body),
        joins=not _OTHER_FORM.search(_EXPORT.sub("", body)) and not _WAITS.search(body),
    )


def _join(name: str, modules: Mapping[str, _Module]) -> str | None:
    """Return a module with its imports inside it; None where it has to stay as it is."""
    order = _order(name, modules)
    if order is None or _OTHER_FORM.search(_EXPORT.sub("", modules[name].body)):
        return None
    inside = [module for module in order if module != name and _stands_inside(module, modules)]
    held = (name, *inside)
    apart = {
        module for holder in held for _, module in modules[holder].imports if module not in inside
    }
    parts = [f'import * as ${module} from "./{module}.js";\n' for module in sorted(apart)]
    for module in inside:
        exports = ", ".join(modules[module].exports)
        body = _EXPORT.sub(r"\1 \2", modules[module].body)
        parts.append(
            f"const ${module} = (() => {{\n{''.join(_taken(modules[module]))}{body}"
            f"return {{ {exports} }};\n}})();\n"
        )
    return "".join([*parts, *_taken(modules[name]), modules[name].body])


def _stands_inside(name: str, modules: Mapping[str, _Module]) -> bool:
    return name in modules and modules[name].joins and name not in ONE_A_PAGE


def _order(name: str, modules: Mapping[str, _Module]) -> list[str] | None:
    """Return a module and all that stand inside it, the needed first; None in a ring."""
    order: list[str] = []
    above: list[str] = []

    def visit(module: str) -> bool:
        if module in above:
            return False
        if module in order or (module != name and not _stands_inside(module, modules)):
            return True
        above.append(module)
        fine = all(visit(imported) for _, imported in modules[module].imports)
        above.pop()
        order.append(module)
        return fine

    return order if visit(name) else None


def _taken(module: _Module) -> Iterator[str]:
    """Yield what stands in the place of the imports."""
    for names, imported in module.imports:
        renamed = re.sub(r"\s+as\s+", ": ", " ".join(names.split()))
        yield f"const {{ {renamed} }} = ${imported};\n"


def _without_comments(source: str) -> str:
    """Return the source without comments that fill lines, and without indentation.

    A text that goes on over several lines may hold what looks like either, and is left alone.
    """
    if any(line.count("`") % 2 or line.endswith("\\") for line in source.splitlines()):
        return source
    return _INDENT.sub("", _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", source)))
