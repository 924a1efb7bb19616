from __future__ import annotations

import gc

import pytest

from generator.adapters.collector import collector_at_rest


def test_collector_rests_within_and_only_there() -> None:
    assert gc.isenabled()
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collector_works_again_after_a_fault() -> None:
    with pytest.raises(ValueError, match="broken"), collector_at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_had_put_it_to_rest_finds_it_so() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
