from __future__ import annotations

from generator.model.settings import Colours
from generator.outputs.tab_icon import tab_icon
from tests.support.places import a_place, settings
from tests.support.wordings import edition


def test_icon_has_the_place_s_colour_and_always_the_same_name() -> None:
    (ours,) = tab_icon(edition(a_place(settings=settings(colours=Colours("#7a1f5c"))))).artifacts
    (usual,) = tab_icon(edition(a_place())).artifacts

    assert b'fill="#7a1f5c"' in ours.content
    assert b'fill="#0b5d5e"' in usual.content
    assert ours.path == usual.path == "assets/icon.svg"


def test_icon_is_made_once_for_all_languages() -> None:
    place = a_place(settings=settings(languages=("en", "cy")))

    assert tab_icon(edition(place, "cy")).artifacts == ()
