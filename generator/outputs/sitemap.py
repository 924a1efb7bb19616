"""sitemap.xml and robots.txt, from the pages that were drawn.

Not an output like the others: it must know every page there is, and to list them a second time
here was rejected, because the first page that somebody forgets would never be found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from xml.etree.ElementTree import Element

from generator.model.artifact import Artifact
from generator.model.page import Listing
from generator.model.place import Place
from generator.model.record import Kept
from generator.rules.addresses import absolute
from generator.rules.xml_text import element, xml_file

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST_IN_A_FILE = 50_000
SITEMAP = "sitemap.xml"


def sitemap(place: Place, pages: Sequence[Listing]) -> tuple[Artifact, ...]:
    """Make ``sitemap.xml``, in several files where one may not hold all, and ``robots.txt``.

    In the order of their addresses, whichever was drawn first. A page at an old address names the
    new one for its own, which is listed once, as what is about the record. Each page has the day
    its record was checked; one that sums up many has none, for a date from the clock would call it
    new every night.
    """
    checked = _checked(place)
    ordered = sorted(pages, key=lambda page: (page.canonical, page.source))
    own = {page.canonical: page for page in ordered}
    listed = [(page, checked.get(page.source)) for page in own.values()]
    parts = [
        listed[begin : begin + MOST_IN_A_FILE]
        for begin in range(0, max(len(listed), 1), MOST_IN_A_FILE)
    ]
    site = place.settings.url
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site, SITEMAP)}\n"
    return (*_files(site, parts), Artifact("robots.txt", robots.encode()))


def _checked(place: Place) -> Mapping[str, date]:
    kinds: tuple[Mapping[str, Kept], ...] = (
        place.opportunities, place.badges, place.organisations, place.venues, place.pathways,
    )  # fmt: skip
    records = chain.from_iterable(kind.values() for kind in kinds)
    return {each.path: each.checked_on for each in records if each.path and each.checked_on}


Listed = list[tuple[Listing, date | None]]


def _files(site: str, parts: list[Listed]) -> tuple[Artifact, ...]:
    if len(parts) == 1:
        return (Artifact(SITEMAP, _urls(parts[0])),)
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = Element("sitemapindex", {"xmlns": SITEMAPS})
    for name in names:
        element(element(index, "sitemap"), "loc", absolute(site, name))
    files = [Artifact(name, _urls(part)) for name, part in zip(names, parts, strict=True)]
    return (Artifact(SITEMAP, xml_file(index)), *files)


def _urls(listed: Listed) -> bytes:
    urls = Element("urlset", {"xmlns": SITEMAPS, "xmlns:xhtml": XHTML})
    for page, checked_on in listed:
        url = element(urls, "url")
        element(url, "loc", page.canonical)
        if checked_on:
            element(url, "lastmod", checked_on.isoformat())
        for language, address in page.alternates:
            element(url, "xhtml:link", rel="alternate", hreflang=language, href=address)
    return xml_file(urls)
