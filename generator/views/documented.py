"""What a view's fields mean, read from the lines under them: the theme author's reference.

A docstring under each field was taken over text in ``field(metadata=…)``: it is where a reader of
the code looks, and it costs nothing when pages are built, since only the reference asks for it.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping


def field_docs(view: type) -> Mapping[str, str]:
    """Return what each field of a view holds, in the order in which they are declared."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(view)))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    found: dict[str, str] = {}
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            found[statement.target.id] = _docstring(following)
    return found


def _docstring(statement: ast.stmt | None) -> str:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return inspect.cleandoc(str(statement.value.value))
    return ""
