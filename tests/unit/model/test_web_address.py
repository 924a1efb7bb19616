"""A link's host, and whether its words say it already."""

from __future__ import annotations

import pytest

from generator.model.web_address import host_of, unsaid_host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.makers.example/book?a=1", "makers.example"),
        ("http://makers.example:8080/", "makers.example"),
        ("HTTPS://Makers.Example/", "makers.example"),
        ("../badges/", ""),
        ("/badges/", ""),
        ("mailto:us@makers.example", ""),
        ("webcal://makers.example/a.ics", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_host_is_that_of_another_site(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "words", "said"),
    [
        ("https://www.openstreetmap.org/directions", "Directions, on OpenStreetMap", ""),
        ("https://makers.example/", "makers.example/book", ""),
        ("https://red-kite.example/", "Red Kite theatre", ""),
        ("https://makers.example/", "Book", "makers.example"),
        ("https://bbc.example/", "Abbcy road", "bbc.example"),  # too short to be sure
        ("../badges/", "Badges", ""),
    ],
)
def test_host_is_left_out_where_the_words_name_it(url: str, words: str, said: str) -> None:
    assert unsaid_host(url, words) == said
