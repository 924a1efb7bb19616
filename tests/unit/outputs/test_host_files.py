from __future__ import annotations

import pytest

from generator.model.settings import HOSTS
from generator.outputs.host_files import host_files
from tests.support.places import a_place, settings
from tests.support.wordings import edition


@pytest.mark.parametrize(
    ("host", "files"),
    [
        ("", set()),
        ("netlify", {"_headers", "_redirects"}),
        ("cloudflare", {"_headers", "_redirects"}),
        ("github", {".nojekyll"}),
        ("azure", {"staticwebapp.config.json"}),
        ("s3", set()),
        ("nginx", set()),
        ("apache", {".htaccess"}),
        ("iis", {"web.config"}),
    ],
)
def test_site_has_the_files_of_its_own_host_and_of_no_other(host: str, files: set[str]) -> None:
    place = a_place(settings=settings(host=host))

    assert {it.path for it in host_files(edition(place)).artifacts} == files
    assert host in {"", *HOSTS}


def test_they_are_written_once_for_all_languages() -> None:
    place = a_place(settings=settings(host="netlify", languages=("en", "cy")))

    assert host_files(edition(place, "cy")).artifacts == ()
