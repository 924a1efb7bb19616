"""``make reference``: docs/reference, written from what the program itself declares.

No page here is written by hand, so none can say what is not so; a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.workflows.reference.commands import Command, commands_page
from generator.workflows.reference.fields import FIELD_PAGES, field_page
from generator.workflows.reference.problems import problems_page
from generator.workflows.reference.templates import templates_page


def reference(commands: Mapping[str, Command]) -> dict[str, str]:
    """Return every page by its file's name. ``commands`` are the command line's own, by name."""
    return {
        **{f"{page.name}.md": field_page(page) for page in FIELD_PAGES},
        "problems.md": problems_page(),
        "commands.md": commands_page(commands),
        "templates.md": templates_page(),
    }
