"""What a laid out page can be measured for: width, targets, words, and where the focus is."""

from __future__ import annotations

from playwright.sync_api import Page

LEAST_TARGET = 44
"""CSS pixels: what the theme promises (WCAG 2.2, 2.5.5), where 2.5.8 asks for 24."""

# WCAG 2.2, 1.4.12: lines, paragraphs, letters and words set apart.
_SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""

_WIDER = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const over = [...document.querySelectorAll("main *, header *, footer *")]
    .map((it) => [it, Math.round(it.getBoundingClientRect().right)])
    .filter(([, right]) => right > clientWidth + 1)
    .map(([it, right]) => `${it.localName}.${it.className} at ${right}`);
  return [`${scrollWidth} wide in ${clientWidth}`, ...over.slice(0, 5)];
}"""

# A link within a line of other words is as high as the line: 2.5.5 and 2.5.8 except it. A heading's
# link that lies over all of its card is as large as the card.
_SMALL = r"""(least) => {
  const boxOf = (it) => {
    const label = it.closest("label");
    const after = getComputedStyle(it, "::after");
    if (after.content !== "none" && after.position === "absolute") {
      return it.offsetParent?.closest(".card, li, .with-logo")?.getBoundingClientRect()
        ?? it.getBoundingClientRect();
    }
    const own = it.getBoundingClientRect();
    const around = label?.getBoundingClientRect() ?? own;
    const most = (side) => Math.max(own[side], around[side]);
    return { width: most("width"), height: most("height") };
  };
  const inWords = (it) => {
    if (!it.matches("a")) return false;
    let block = it.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const others = block.cloneNode(true);
    for (const target of others.querySelectorAll("a, button, .unseen")) target.remove();
    return /[\p{L}\p{N}]/u.test(others.textContent);
  };
  const seen = { visibilityProperty: true };
  return [...document.querySelectorAll("a[href], button, input, select, summary, [role=option]")]
    .filter((it) => it.checkVisibility(seen) && !it.closest(".skip, .unseen"))
    .filter((it) => it.getBoundingClientRect().width > 0 && !inWords(it))
    .map((it) => [it, boxOf(it)])
    .filter(([, { width, height }]) => width < least - .5 || height < least - .5)
    .map(([it, { width, height }]) =>
      `${it.localName}.${it.className} “${it.textContent.trim().slice(0, 30)}” `
      + `${Math.round(width)} by ${Math.round(height)} in ${it.parentElement.className}`);
}"""

_CUT_OFF = r"""() => {
  const clips = (it) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(it);
    return clipPath === "none" && [overflowX, overflowY].some((way) => /hidden|clip/u.test(way));
  };
  const words = (it) => {
    const found = [];
    const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const seen = parentElement.checkVisibility() && !parentElement.closest(".unseen, svg");
      if (data.trim() && seen) {
        found.push(walker.currentNode);
      }
    }
    return found;
  };
  const beyond = (node, { right, bottom }) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .some((box) => box.right > right + 1 || box.bottom > bottom + 1);
  };
  return [...document.querySelectorAll("body *")]
    .filter((it) => it.checkVisibility() && !it.closest(".unseen, .map, svg") && clips(it))
    .flatMap((it) => words(it).filter((node) => beyond(node, it.getBoundingClientRect()))
      .map((node) => `${it.localName}.${it.className} cuts off “${node.data.trim()}”`));
}"""

# Where the focus is, and what is wrong with how it shows: nothing, where nothing is said.
_FOCUS = r"""() => {
  const at = document.activeElement;
  if (at === document.body || at === null) return null;
  const name = (at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent)
    .replace(/\s+/gu, " ").trim().slice(0, 40);
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [.2126, .7152, .0722][index], 0);
  const rgba = (colour) => colour.match(/[\d.]+/gu).map(Number);
  const behind = (it) => {
    for (let around = it?.parentElement; around; around = around.parentElement) {
      const colour = rgba(getComputedStyle(around).backgroundColor);
      if (colour.length < 4 || colour[3] > .5) return colour;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
  };
  const rings = (it) => {
    const { opacity, outlineStyle, outlineWidth } = getComputedStyle(it);
    return opacity !== "0" && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const ringed = [at, at.closest("label"), at.nextElementSibling].find((it) => it && rings(it));
  const wrong = [];
  if (ringed === undefined) {
    wrong.push("has no ring");
  } else {
    const ring = rgba(getComputedStyle(ringed).outlineColor);
    const [one, other] = [ring, behind(ringed)].map(luminance);
    const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    if (ratio < 3) wrong.push(`has a ring of ${ratio.toFixed(1)} to 1`);
    const box = ringed.getBoundingClientRect();
    const within = (number, most) => Math.min(Math.max(number, 0), most - 1);
    const there = document.elementFromPoint(
      within(box.left + box.width / 2, innerWidth), within(box.top + box.height / 2, innerHeight),
    );
    if (box.width === 0 || box.bottom < 0 || box.top > innerHeight) {
      wrong.push("is out of sight");
    } else if (there && !ringed.contains(there) && !there.contains(ringed)) {
      wrong.push(`is covered by ${there.localName}.${there.className}`);
    }
  }
  return [`${at.localName} ${name}`, wrong.join(", ")];
}"""


def wider_than_its_window(page: Page) -> list[str]:
    """Return by how much a page is, and what of it sticks out (WCAG 2.2, 1.4.10)."""
    return page.evaluate(_WIDER)  # type: ignore[no-any-return] # JSON: strings


def small_targets(page: Page) -> list[str]:
    """Return what a finger could miss."""
    return page.evaluate(_SMALL, LEAST_TARGET)  # type: ignore[no-any-return] # JSON: strings


def cut_off_when_spaced(page: Page) -> list[str]:
    """Return the words that are cut off, or make the page too wide, once text is set apart."""
    page.evaluate(
        """(rules) => {
          window.spaced = new CSSStyleSheet();
          window.spaced.replaceSync(rules);
          document.adoptedStyleSheets.push(window.spaced);
        }""",
        _SPACED,
    )
    found = page.evaluate(_CUT_OFF) + wider_than_its_window(page)
    page.evaluate("document.adoptedStyleSheets.pop()")
    return found  # type: ignore[no-any-return] # JSON: strings


def walk(page: Page, most: int) -> tuple[list[str], list[str]]:
    """Press Tab from the top of a page to its end; return the stops, and what is wrong at them.

    Where the end is not reached in so many presses, there is a trap, or the page has grown.
    """
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    stops: list[str] = []
    wrong: list[str] = []
    for _ in range(most):
        focus = page.evaluate(_FOCUS)
        if focus is None:
            return stops, wrong
        stops.append(focus[0])
        if focus[1]:
            wrong.append(f"{focus[0]} {focus[1]}")
        page.keyboard.press("Tab")
    return stops, [*wrong, f"no end after {most} stops"]
