"""The stemmer that a site publishes, in a real browser and under the policy that a host sends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Serve, Visits
from tests.support.browser_stems import STEMMER

WORDS = ["workshops", "walking", "gardeners", "volunteering", "robotics"]
STEM = """
async ([script, base, words]) => {
  const { stemmerFor } = await import(script);
  return words.map(await stemmerFor("en", base));
}
"""


@pytest.mark.parametrize("address", ["root", "sub_path"])
def test_the_published_stemmer_runs_as_the_index_was_stemmed(
    address: str, tiny: Path, serve: Serve, visit: Visits
) -> None:
    root: str = getattr(serve(tiny), address)
    seen = visit(root)

    asked = [f"{root}assets/js/stemming.js", f"{root}assets/stemmers/", WORDS]
    stems = seen.page.evaluate(STEM, asked)

    assert stems == [STEMMER.stemming("en")(word) for word in WORDS]
    assert stems != WORDS
    assert seen.faults() == []
