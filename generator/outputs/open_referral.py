"""What the place offers as services of Open Referral UK, for directories that gather them.

Outside rule: openreferraluk.org, specification 3.0, its required addresses and its lists. A folder
cannot answer a query, so each list is one page that is first and last at once, and an address of
the API ends in ``.json`` here.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.json_text import Json, json_file, json_line, json_table
from generator.views.data_files import OPEN_REFERRAL, services
from generator.views.open_referral import (
    service,
    service_id,
    service_summary,
    shared_by_services,
)
from generator.views.open_referral_terms import taxonomies

ABOUT: dict[str, Json] = {
    "version": "HSDS-UK-3.0",
    "profile": "https://docs.openreferraluk.org/en/latest/",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}


def open_referral(edition: Edition) -> Produced:
    """Make ``services.json``, ``services/<UUID>.json`` and the taxonomies under their folder.

    Once, in the place's main language, and only in the United Kingdom, whose profile it is.
    """
    listed = services(edition)
    if not edition.main or listed is None:
        return Produced()
    shared = shared_by_services(edition)
    summaries = [service_summary(edition, record, shared) for record in listed]
    lists: dict[str, Sequence[Json]] = {
        "services": summaries,
        "taxonomies": list(taxonomies(edition)),
        "taxonomy_terms": list(shared.terms.values()),
    }
    each = (
        Artifact(
            f"{OPEN_REFERRAL}services/{service_id(edition, record)}.json",
            f"{json_line(service(edition, record, summary, shared))}\n".encode(),
            record.path,
        )
        for record, summary in zip(listed, summaries, strict=True)
    )
    return Produced(
        artifacts=(
            Artifact(f"{OPEN_REFERRAL}index.json", json_file(ABOUT)),
            *(
                Artifact(f"{OPEN_REFERRAL}{name}.json", json_table(_page(rows), "contents", rows))
                for name, rows in lists.items()
            ),
            *each,
        )
    )


def _page(rows: Sequence[Json]) -> dict[str, Json]:
    return {
        "total_items": len(rows),
        "total_pages": 1,
        "page_number": 1,
        "size": len(rows),
        "first_page": True,
        "last_page": True,
        "empty": not rows,
    }
