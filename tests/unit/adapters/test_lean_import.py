from __future__ import annotations

import sys

import pytest

from generator.adapters.lean_import import absent


def test_a_package_is_absent_in_the_block_and_back_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)

    with absent("this"), pytest.raises(ModuleNotFoundError):
        __import__("this")

    assert "this" not in sys.modules


def test_what_is_loaded_already_stays() -> None:
    with absent("json"):
        assert __import__("json").loads("1") == 1


def test_it_is_back_after_a_failure_too() -> None:
    with pytest.raises(ZeroDivisionError), absent("antigravity"):
        raise ZeroDivisionError

    assert "antigravity" not in sys.modules
