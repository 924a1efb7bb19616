"""Ask axe-core about a page that is open in the browser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from playwright.sync_api import Page

from tests.support.sites import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"

# WCAG 2.0 to 2.2 at levels A and AA, and what axe's makers hold to be good practice besides.
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Those that the size of the window or its colours can decide.
BY_LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
_ASK = """
async (runOnly) => {
  // what is out of view has the size of a stand-in until it comes near; axe is to look at it all
  const laidOut = new CSSStyleSheet();
  laidOut.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(laidOut);
  const found = await axe.run(document, {
    runOnly,
    resultTypes: ["violations"],
  });
  document.adoptedStyleSheets.pop();
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any, all }) => {
    const why = [...any, ...all].map(({ message }) => message).join("; ");
    return `${id}: ${help} at ${target.join(" ")}${why ? ` (${why})` : ""}`;
  }));
}
"""


@cache
def _script() -> str:
    assert SCRIPT.is_file(), "axe-core is missing: run make test, or npm ci"
    return SCRIPT.read_text(encoding="utf-8")


def axe_messages(page: Page, rules: Sequence[str] | None = None) -> list[str]:
    """Return a line for each element of the page that breaks a rule, or one of these rules.

    The script is handed over through the debugger: a script element of ours would be refused by the
    page's own policy, which stays in force.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(_script())
    asked = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": [*_TAGS]}
    return page.evaluate(_ASK, asked)  # type: ignore[no-any-return] # JSON: strings, as asked for
