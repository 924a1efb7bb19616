"""A site in several languages: each page has its twins, and says what is not translated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.rules.addresses import relative

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
LANGUAGE = re.compile(r'<html lang="([^"]+)"')
SWITCH = re.compile(r'<li><a href="([^"]+)" lang="([^"]+)" hreflang="\2">')


def pages(site: Path) -> dict[str, str]:
    """Return every page that search engines may list, by its path."""
    return {
        page.relative_to(site).as_posix(): text
        for page in sorted(site.rglob("index.html"))
        if '<meta name="robots" content="noindex">' not in (text := page.read_text("utf-8"))
        and 'http-equiv="refresh"' not in text
    }


def languages(held: Mapping[str, str]) -> list[str]:
    """Return the languages of a site, the main one first."""
    return [_language(held["index.html"]), *(tag for _, tag in SWITCH.findall(held["index.html"]))]


def _language(page: str) -> str:
    (found,) = LANGUAGE.findall(page)
    return str(found)


@pytest.mark.parametrize("name", ["bilingual", "newport"])
def test_every_page_leads_to_the_same_page_in_each_language_and_back(
    name: str, request: pytest.FixtureRequest
) -> None:
    held = pages(request.getfixturevalue(name))
    main, *others = languages(held)
    prefixes = {main: "", **{language: f"{language}/" for language in others}}

    wrong = []
    for path, text in held.items():
        language = next((it for it in others if path.startswith(f"{it}/")), main)
        own = path.removeprefix(prefixes[language])
        twins = {it: prefix + own for it, prefix in prefixes.items() if it != language}
        switch = {tag: href for href, tag in SWITCH.findall(text)}
        expected = {
            tag: relative(path, twin.removesuffix("index.html")) for tag, twin in twins.items()
        }
        there = held.keys() >= set(twins.values())
        if _language(text) != language or switch != expected or not there:
            wrong.append(path)

    assert wrong == []
    assert len(held) > 30 * len(prefixes)


def test_search_engines_are_told_of_every_language_and_where_to_send_all_others(
    bilingual: Path,
) -> None:
    held = pages(bilingual)

    for path, text in held.items():
        alternates = dict(ALTERNATE.findall(text))
        (canonical,) = CANONICAL.findall(text)
        assert alternates.keys() == {"en", "cy", "x-default"}, path
        assert alternates[_language(text)] == canonical
        assert alternates["x-default"] == alternates["en"]


def test_the_page_for_lost_addresses_speaks_every_language(bilingual: Path) -> None:
    lost = (bilingual / "404.html").read_text("utf-8")

    assert _language(lost) == "en"
    assert '<section lang="cy">' in lost
    assert 'href="/map/cy/"' in lost


def test_a_record_without_a_translation_says_so_and_whose_words_it_has(bilingual: Path) -> None:
    page = (bilingual / "cy/opportunities/rowing/index.html").read_text("utf-8")
    english = (bilingual / "opportunities/rowing/index.html").read_text("utf-8")
    translated = (bilingual / "cy/opportunities/singing/index.html").read_text("utf-8")

    (notice,) = re.findall(r'<p class="notice spoken" role="note">(.*?)</p>', page)
    assert "Saesneg" in notice
    assert "Côr yr Afon" in notice
    assert '<title lang="en">Rowing for beginners' in page
    assert '<li aria-current="page"><bdi lang="en">Rowing for beginners</bdi></li>' in page
    assert '<h1><bdi lang="en">Rowing for beginners</bdi></h1>' in page
    for other in (english, translated):
        assert "notice spoken" not in other


def test_a_card_without_a_translation_says_so(bilingual: Path) -> None:
    page = (bilingual / "cy/topics/river/index.html").read_text("utf-8")

    (rowing,) = [card for card in page.split('<li class="card') if "Rowing" in card]
    (singing,) = [card for card in page.split('<li class="card') if "Canu" in card]
    assert re.search(r'<p class="spoken">.*Saesneg.*</p>', rowing)
    assert "Saesneg" not in singing


def test_words_are_searched_in_the_language_they_are_in(bilingual: Path) -> None:
    index = "".join(
        path.read_text("utf-8") for path in (bilingual / "assets/search/cy").glob("*.json")
    )

    assert "rowing" in index
    assert "canu" in index
