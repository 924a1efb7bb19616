"""JSON-LD contexts without a network, from the npm packages that publish them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pyld import jsonld

PACKAGES = Path(__file__).resolve().parents[2] / "node_modules" / "@digitalcredentials"
FILES = {
    "https://www.w3.org/ns/credentials/v2": (
        "credentials-v2-context/contexts/credentials-v2.jsonld"
    ),
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": (
        "open-badges-context/js/contexts/context-3.0.3.js"
    ),
}


@cache
def context(url: str) -> Any:  # noqa: ANN401 - JSON
    """Return a context; KeyError where a document names one that is not pinned here."""
    text = (PACKAGES / FILES[url]).read_text("utf-8")
    # The .js file is JSON behind a comment and an assignment.
    return json.loads(text.partition("module.exports =")[2] or text)


def expand(document: Any) -> Any:  # noqa: ANN401 - JSON
    """Expand a document in safe mode: a property that no context knows is an error, not a loss."""

    def refuse(dropped: str | None) -> None:
        raise AssertionError(f"{dropped} would be dropped")

    def load(url: str, _options: object) -> dict[str, Any]:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": context(url),
        }

    return jsonld.expand(document, {"documentLoader": load}, on_property_dropped=refuse)
