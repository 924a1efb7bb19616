from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from hypothesis import given
from hypothesis import strategies as st

from generator.rules.addresses import absolute
from generator.views.open_referral_ids import identifier
from tests.support.places import a_place
from tests.support.wordings import edition

HERE = edition(a_place())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_identifier_is_the_address_s_uuid_of_version_5(address: str) -> None:
    whole = absolute(HERE.place.settings.url, address)

    assert identifier(HERE, address) == str(uuid5(NAMESPACE_URL, whole))
