"""Nothing in the demonstration can be taken for real: not a name, an address or a number."""

from __future__ import annotations

import re
from pathlib import Path

CONTENT = Path(__file__).parents[3] / "content"
INVENTED = ("opportunities", "badges", "organisations", "pathways", "pages")
PUBLISHED_STANDARDS = {"esco.ec.europa.eu", "www.ilo.org"}
HOST = re.compile(r"(?:https?://|[\w.]@)([\w.-]+[\w])")
PHONE = re.compile(r"(?<![\d-])0\d{2,4} \d[\d ]{5,}\d")
# Ofcom keeps these ranges out of use, for drama: nobody can ever be rung on them.
DRAMA = re.compile(r"01632 960\d{3}|020 7946 0\d{3}")


def invented_records() -> list[Path]:
    """Return every record that somebody made up, venues of our own among them."""
    folders = [path for name in INVENTED for path in sorted((CONTENT / name).glob("*.md"))]
    return folders + sorted((CONTENT / "venues").glob("demo-*.md"))


def test_every_address_of_an_invented_record_leads_nowhere() -> None:
    hosts = {
        (path.name, host)
        for path in invented_records()
        for host in HOST.findall(path.read_text(encoding="utf-8"))
    }

    assert hosts
    assert {
        (name, host)
        for name, host in hosts
        if not host.endswith(".example") and host not in PUBLISHED_STANDARDS
    } == set()


def test_every_telephone_number_is_one_kept_for_drama() -> None:
    numbers = {
        (path.name, number)
        for path in [*invented_records(), CONTENT / "place.yaml"]
        for number in PHONE.findall(path.read_text(encoding="utf-8"))
    }

    assert numbers
    assert {(name, number) for name, number in numbers if not DRAMA.fullmatch(number)} == set()


def test_every_invented_organisation_and_venue_says_that_it_is_a_demonstration() -> None:
    named = [*sorted((CONTENT / "organisations").glob("*.md"))]
    named += sorted((CONTENT / "venues").glob("demo-*.md"))

    def says_so(path: Path) -> bool:
        word = "arddangosiad" if path.name.endswith(".cy.md") else "demonstration"
        text = path.read_text(encoding="utf-8")
        return re.search(rf'^title: .*\({word}\)"?$', text, re.MULTILINE) is not None

    silent = [path.name for path in named if not says_so(path)]

    assert named
    assert silent == []


def test_every_other_venue_says_where_it_was_found_and_under_which_licence() -> None:
    venues = sorted((CONTENT / "venues").glob("*.md"))
    real = [it for it in venues if not it.name.startswith("demo-") and "." not in it.stem]

    silent = [
        path.name
        for path in real
        if "https://www.openstreetmap.org/" not in path.read_text(encoding="utf-8")
        or "licence: ODbL-1.0" not in path.read_text(encoding="utf-8")
    ]

    assert len(real) >= 40
    assert silent == []
