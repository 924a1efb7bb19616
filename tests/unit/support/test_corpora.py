from __future__ import annotations

from tests.support.corpora import PRODUCT, TEMPLATES, corpora, hostile_strings
from tests.support.hostile_place import BODIES, as_words, hostile_place, record_of


def test_every_collection_came_with_its_strings() -> None:
    counts = {name: len(strings) for name, strings in corpora().items()}

    assert counts["Big List of Naughty Strings"] > 450
    assert counts["xss-filters, from OWASP's list"] > 140
    assert counts["BRS Knowledge Base"] > 4_000
    assert len(hostile_strings()) > 5_000


def test_strings_are_what_they_are_called() -> None:
    every = hostile_strings()

    assert sum("<script" in text.lower() for text in every) > 500
    assert sum("javascript:" in text.lower() for text in every) > 200
    assert sum("onerror" in text.lower() for text in every) > 100


def test_no_template_says_its_product() -> None:
    assert not any(PRODUCT in text for text in TEMPLATES)


def test_each_string_stands_in_a_record_of_each_kind() -> None:
    text = "<b onclick=x>Quobbleshaw"
    files = hostile_place([text])

    here = {path: content.decode() for path, content in files.items() if record_of(0) in path}

    assert len(here) == len(BODIES)
    for path, content in here.items():
        fields, _, body = content.partition("\n---\n")
        assert fields.count("Quobbleshaw") > (1 if "pages/" in path else 3), path
        assert text in body


def test_what_a_title_refuses_is_no_title() -> None:
    assert as_words("a\u202eb") == ""
    assert as_words("a\nb") == "a b"
